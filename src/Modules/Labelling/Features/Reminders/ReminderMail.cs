using CaseNumerique.Labelling.Data;
using CaseNumerique.SharedKernel;

namespace CaseNumerique.Labelling.Features.Reminders;

/// <summary>The facts a reminder speaks of, and the sentences both its forms share.</summary>
internal sealed record ReminderMail
{
    /// <summary>The kind under which the platform asks <see cref="CheckReminder"/> before it leaves.</summary>
    public const string Kind = "labelling.rappel";

    /// <summary>The HTML form; its plain twin is <see cref="ReminderMailText"/>.</summary>
    public const string View = "/Features/Reminders/ReminderMailHtml.cshtml";

    public required string LabelNumber { get; init; }
    public required string EpnName { get; init; }
    public required string Commune { get; init; }
    public required DateOnly ExpiresOn { get; init; }

    /// <summary>Days from the day it is written to the last day of validity; negative after it.</summary>
    public required int DaysLeft { get; init; }

    public required string Milestone { get; init; }
    public required string RecipientName { get; init; }
    public required string RecipientRole { get; init; }
    public required string Authority { get; init; }
    public required string Phone { get; init; }

    /// <summary>The one thing to do, as an absolute address.</summary>
    public required string ActionUrl { get; init; }

    public bool IsForEcoNum => RecipientRole is Recipient.Assessor or Recipient.Administration;

    public string ExpiresInFull => FrenchText.DateInFull(ExpiresOn);

    public string DayAfter => FrenchText.Date(ExpiresOn.AddDays(1));

    public string Subject =>
        FrenchText.Typeset(
            (IsForEcoNum, DaysLeft) switch
            {
                (true, < 0) => $"{EpnName} : le label a expiré",
                (true, 0) => $"{EpnName} : dernier jour du label",
                (true, _) => $"{EpnName} : le label expire dans {DaysLeft} jours",
                (_, < 0) => "Votre label Case numérique a expiré",
                (_, 0) => "Dernier jour de validité de votre label Case numérique",
                (_, 1) => "Urgent : votre label expire demain",
                (_, <= 7) => $"Urgent : votre label expire dans {DaysLeft} jours",
                (_, <= 60) => $"Votre label expire dans {DaysLeft} jours",
                (_, <= 120) => $"Plus que {Months} mois pour renouveler votre label Case numérique",
                _ => $"Votre label expire le {FrenchText.Date(ExpiresOn)} : préparez le renouvellement",
            }
        );

    public string Preheader =>
        DaysLeft < 0
            ? $"Le label de {EpnName} a pris fin le {FrenchText.Date(ExpiresOn)}. Vous pouvez redéposer une demande."
            : $"Déposez le renouvellement de {EpnName} au plus tard le {ExpiresInFull}.";

    public string Fact =>
        DaysLeft < 0
            ? $"Le label de l’espace {EpnName}, à {Commune}, était valable jusqu’au {ExpiresInFull} inclus (heure de Nouméa). Il a expiré."
            : $"Le label de l’espace {EpnName}, à {Commune}, est valable jusqu’au {ExpiresInFull} inclus (heure de Nouméa). Aucune demande de renouvellement n’est encore enregistrée.";

    public string ActionText =>
        IsForEcoNum ? "Ouvrir le label"
        : DaysLeft < 0 ? "Voir comment redéposer"
        : "Préparer le renouvellement";

    public IReadOnlyList<string> Steps =>
        (IsForEcoNum, DaysLeft) switch
        {
            (true, < 0) =>
            [
                "Appelez l’espace : souhaite-t-il redéposer une demande ?",
                "La plaque et le logo doivent être retirés.",
            ],
            (true, _) =>
            [
                "Appelez l’espace pour savoir où il en est.",
                "Notez le renouvellement dès qu’il est déposé.",
            ],
            (_, < 0) =>
            [
                "Retirez la plaque et le logo Case numérique.",
                "Si vous souhaitez garder le label, redéposez une demande : vos réponses sont conservées.",
            ],
            _ =>
            [
                "Relisez vos réponses de la dernière demande.",
                "Rassemblez la charte signée et un test de débit récent.",
                $"Déposez le dossier au plus tard le {FrenchText.Date(ExpiresOn)}.",
            ],
        };

    public string? Consequence =>
        IsForEcoNum || DaysLeft < 0
            ? null
            : $"Dossier complet déposé à temps : vous gardez la plaque jusqu’à la décision. Sinon, le label s’arrête le {DayAfter} et la plaque doit être retirée.";

    public string Contact =>
        Phone.Length > 0
            ? $"Une question, une connexion trop lente ? Appelez {Authority} au {FrenchText.Phone(Phone)}, ou répondez à ce courriel."
            : "Une question, une connexion trop lente ? Répondez à ce courriel.";

    public string Why =>
        RecipientRole switch
        {
            EpnContact.Manager => $"Vous recevez ce courriel parce que vous gérez {EpnName}.",
            EpnContact.Facilitator => $"Vous recevez ce courriel parce que vous animez {EpnName}.",
            Recipient.Assessor => $"Vous recevez ce courriel parce que vous instruisez le dossier de {EpnName}.",
            _ => "Vous recevez ce courriel parce que vous administrez le label.",
        };

    public string Reference => $"Label {LabelNumber} · rappel {Milestone}";

    private int Months => (int)Math.Round(DaysLeft / 30.0);
}
