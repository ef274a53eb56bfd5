using CaseNumerique.Labelling.Data;
using CaseNumerique.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Labelling.Features.Deadlines;

/// <summary>Looks at the deadline once more, just before a reminder leaves.</summary>
internal sealed class CheckDeadlineReminder(LabellingDbContext db, TimeProvider clock) : IMailCheck
{
    public string Kind => DeadlineMail.Kind;

    public async Task<string?> ReasonNotToSendAsync(string key, CancellationToken cancellationToken)
    {
        var (reminder, deadline) = await ReadAsync(key, cancellationToken);
        if (deadline.SettledAt is not null)
        {
            return deadline.Outcome;
        }

        if (deadline.DueOn != reminder.DueOn)
        {
            return $"L’échéance est maintenant le {FrenchText.Date(deadline.DueOn)}.";
        }

        return reminder.DaysBefore >= 0 && clock.Today > deadline.DueOn
            ? "L’échéance est passée avant l’envoi de ce rappel."
            : null;
    }

    private async Task<(DeadlineReminder, Deadline)> ReadAsync(string key, CancellationToken cancellationToken)
    {
        var reminder = await db.DeadlineReminders.AsNoTracking().SingleAsync(r => r.MailKey == key, cancellationToken);
        return (
            reminder,
            await db.Deadlines.AsNoTracking().SingleAsync(d => d.Id == reminder.DeadlineId, cancellationToken)
        );
    }
}
