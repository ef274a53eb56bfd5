using CaseNumerique.Labelling.Data;
using CaseNumerique.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Labelling.Features.Reminders;

/// <summary>Looks at the label once more, just before a reminder leaves.</summary>
internal sealed class CheckReminder(LabellingDbContext db, TimeProvider clock) : IMailCheck
{
    public string Kind => ReminderMail.Kind;

    public async Task<string?> ReasonNotToSendAsync(string key, CancellationToken cancellationToken)
    {
        var reminder = await db.Reminders.AsNoTracking().SingleOrDefaultAsync(r => r.MailKey == key, cancellationToken);
        if (reminder is null)
        {
            return "Ce rappel a été repris à une autre adresse.";
        }

        var label = await db.Labels.AsNoTracking().SingleAsync(l => l.Id == reminder.LabelId, cancellationToken);
        var epn = await db.Epns.AsNoTracking().SingleAsync(e => e.Id == label.EpnId, cancellationToken);
        if (label.ReasonForSilence(epn) is { } reason)
        {
            return reason;
        }

        if (label.ExpiresOn != reminder.ExpiresOn)
        {
            return $"L’échéance a été reportée au {FrenchText.Date(label.ExpiresOn)}.";
        }

        if (reminder.DaysBefore >= 0 && clock.Today > label.ExpiresOn)
        {
            return "Le label a expiré avant l’envoi de ce rappel.";
        }

        var newer = await db
            .Reminders.AsNoTracking()
            .Where(r => r.LabelId == label.Id && r.ExpiresOn == label.ExpiresOn && r.DaysBefore < reminder.DaysBefore)
            .OrderBy(r => r.DaysBefore)
            .Select(r => (int?)r.DaysBefore)
            .FirstOrDefaultAsync(cancellationToken);
        return newer is { } days ? $"Le rappel {ReminderMilestone.NameOf(days)} le remplace." : null;
    }
}
