using CaseNumerique.Contracts.Platform;
using CaseNumerique.Labelling.Data;
using CaseNumerique.Labelling.Features.Reminders;
using CaseNumerique.SharedKernel;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Labelling.Features.Deadlines;

/// <summary>Notes on a deadline's reminder what became of its mail.</summary>
[AuditedAs("Sort du rappel d’échéance noté")]
internal static class RecordDeadlineMailOutcome
{
    public sealed class Handler(LabellingDbContext db) : INotificationHandler<MailOutcomeKnown>
    {
        public async Task Handle(MailOutcomeKnown notification, CancellationToken cancellationToken)
        {
            if (notification.Kind != DeadlineMail.Kind)
            {
                return;
            }

            var reminder = await db.DeadlineReminders.SingleOrDefaultAsync(
                r => r.MailKey == notification.Key,
                cancellationToken
            );
            if (reminder is null)
            {
                return;
            }

            reminder.State = RecordMailOutcome.StateOf(notification.Outcome);
            reminder.MailId = notification.MailId;
            reminder.SettledAt = notification.At;
            reminder.Words = notification.Words;
            await db.SaveChangesAsync(cancellationToken);
        }
    }
}
