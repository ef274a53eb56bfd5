using CaseNumerique.Labelling.Data;
using CaseNumerique.Labelling.Features.Mails;
using CaseNumerique.SharedKernel;

namespace CaseNumerique.Labelling.Features.Deadlines;

/// <summary>The words of a deadline's reminder.</summary>
internal static class DeadlineMail
{
    /// <summary>The kind under which the platform asks <see cref="CheckDeadlineReminder"/> before it leaves.</summary>
    public const string Kind = "labelling.echeance";

    /// <param name="today">The day it is written.</param>
    public static FileMail Write(Deadline deadline, string role, DateOnly today, PortalOptions portal)
    {
        var day = FrenchText.DateInFull(deadline.DueOn);
        var left = deadline.DueOn.DayNumber - today.DayNumber;
        var isEvent = deadline.Kind is DeadlineKind.Visit or DeadlineKind.Committee;
        return new FileMail
        {
            Subject =
                left < 0 ? $"{deadline.Title} : le délai est passé"
                : isEvent ? $"Rappel : {deadline.Title} le {FrenchText.Date(deadline.DueOn)}"
                : $"Rappel : {deadline.Title}, avant le {FrenchText.Date(deadline.DueOn)}",
            Paragraphs =
            [
                left < 0 ? $"{deadline.Title} : il fallait {deadline.Task} jusqu’au {day} inclus (heure de Nouméa)."
                : isEvent ? $"{deadline.Title} : {deadline.Task} le {day} (heure de Nouméa), {InDays(left)}."
                : $"{deadline.Title} : il reste à {deadline.Task} jusqu’au {day} inclus (heure de Nouméa), {InDays(left)}.",
            ],
            Consequence = isEvent
                ? null
                : "Si c’est déjà fait, ce rappel s’est croisé avec votre envoi : n’en tenez pas compte.",
            ActionText = isEvent ? "Voir les détails" : "Ouvrir la page",
            ActionPath = deadline.ActionPath,
            Reference = deadline.Title,
            Why = $"{Why(role)} Il est envoyé une seule fois et ne peut pas être désactivé.",
            Portal = portal,
        };
    }

    private static string InDays(int left) =>
        left switch
        {
            0 => "c’est-à-dire aujourd’hui",
            1 => "c’est-à-dire demain",
            _ => $"dans {FrenchText.Count(left, "jour")}",
        };

    private static string Why(string role) =>
        role switch
        {
            EpnContact.Manager => "Vous recevez ce courriel parce que vous gérez cet espace.",
            EpnContact.Facilitator => "Vous recevez ce courriel parce que vous animez cet espace.",
            Recipient.Assessor => "Vous recevez ce courriel parce que vous suivez ce dossier.",
            Recipient.Member => "Vous recevez ce courriel parce que vous siégez au comité.",
            Recipient.Person => "Vous recevez ce courriel parce qu’un avis vous est demandé.",
            _ => "Vous recevez ce courriel parce que vous administrez le label.",
        };
}
