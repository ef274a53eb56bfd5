using CaseNumerique.Contracts.Platform;
using CaseNumerique.Labelling.Data;
using CaseNumerique.SharedKernel;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Labelling.Features.Reminders;

/// <summary>Notes on a reminder what became of its mail.</summary>
[AuditedAs("Sort du rappel noté")]
internal static class RecordMailOutcome
{
    public sealed class Handler(LabellingDbContext db) : INotificationHandler<MailOutcomeKnown>
    {
        public async Task Handle(MailOutcomeKnown notification, CancellationToken cancellationToken)
        {
            if (notification.Kind != ReminderMail.Kind)
            {
                return;
            }

            var reminder = await db.Reminders.SingleOrDefaultAsync(
                r => r.MailKey == notification.Key,
                cancellationToken
            );
            if (reminder is null)
            {
                return;
            }

            reminder.State = StateOf(notification.Outcome);
            reminder.MailId = notification.MailId;
            reminder.SettledAt = notification.At;
            reminder.Words = notification.Words;
            await db.SaveChangesAsync(cancellationToken);
        }
    }

    internal static ReminderState StateOf(string outcome) =>
        outcome switch
        {
            "envoye" => ReminderState.Sent,
            "refuse" => ReminderState.Refused,
            "retire" => ReminderState.Withdrawn,
            "inconnu" => ReminderState.Unknown,
            _ => throw new InvalidOperationException($"Outcome « {outcome} » is not known here."),
        };
}
