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
        var left = deadline.DueOn.DayNumber - today.DayNumber;
        return new FileMail
        {
            Subject = Subject(deadline, left),
            Paragraphs = [Fact(deadline, left), .. deadline.Details],
            Consequence = deadline.IsMeeting
                ? null
                : "Si c’est déjà fait, ce rappel s’est croisé avec votre envoi : n’en tenez pas compte.",
            ActionText = deadline.IsMeeting ? "Voir les détails" : "Ouvrir la page",
            ActionPath = deadline.ActionPath,
            IsSecret = deadline.Kind is DeadlineKind.ExternalOpinion,
            Reference = deadline.Title,
            Why = $"{Why(role)} Il est envoyé une seule fois et ne peut pas être désactivé.",
            Portal = portal,
        };
    }

    private static string Subject(Deadline deadline, int left) =>
        left < 0 ? $"{deadline.Title} : le délai est passé"
        : deadline.IsMeeting ? $"Rappel : {deadline.Title} le {FrenchText.Date(deadline.DueOn)}"
        : $"Rappel : {deadline.Title}, avant le {FrenchText.Date(deadline.DueOn)}";

    private static string Fact(Deadline deadline, int left)
    {
        var day = FrenchText.DateInFull(deadline.DueOn);
        return left < 0 ? $"{deadline.Title} : il fallait {deadline.Task} jusqu’au {day} inclus (heure de Nouméa)."
            : deadline.IsMeeting ? $"{deadline.Title} : {day} {deadline.Task} (heure de Nouméa), {InDays(left)}."
            : $"{deadline.Title} : il reste à {deadline.Task} jusqu’au {day} inclus (heure de Nouméa), {InDays(left)}.";
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
