using CaseNumerique.Contracts.Labelling;
using CaseNumerique.Labelling.Data;
using CaseNumerique.SharedKernel;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace CaseNumerique.Labelling.Features.Deadlines;

/// <summary>Writes the mail of a deadline's reminder and hands it over for delivery.</summary>
[AuditedAs("Rappel d’échéance écrit")]
internal static class SendDeadlineReminder
{
    public sealed class Handler(
        LabellingDbContext db,
        IEnumerable<IDeadlineSource> sources,
        IMailer mailer,
        MailTemplate template,
        IOptions<PortalOptions> portal,
        TimeProvider clock
    ) : INotificationHandler<DeadlineReminderDue>
    {
        public async Task Handle(DeadlineReminderDue notification, CancellationToken cancellationToken)
        {
            var reminder = await db.DeadlineReminders.SingleAsync(
                r => r.Id == notification.ReminderId,
                cancellationToken
            );
            if (reminder.State is not ReminderState.Planned)
            {
                return;
            }

            var source = sources.Single(s => s.Kind == reminder.Kind);
            var deadline = (await source.OpenAsync(reminder.SubjectId, cancellationToken)).SingleOrDefault();
            if (deadline is null)
            {
                reminder.Withdraw(source.Settled, clock.UtcNow);
                await db.SaveChangesAsync(cancellationToken);
                return;
            }

            var mail = DeadlineMail.Write(deadline, reminder.RecipientRole, clock.Today, portal.Value) with
            {
                Name = reminder.RecipientName,
            };
            await mailer.QueueAsync(
                await mail.ComposeAsync(
                    template,
                    new OutgoingMail(
                        reminder.MailKey,
                        DeadlineMail.Kind,
                        reminder.SubjectId,
                        reminder.RecipientName,
                        reminder.Address!,
                        Subject: "",
                        Text: "",
                        Html: ""
                    )
                    {
                        IsSecret = mail.IsSecret,
                    }
                ),
                cancellationToken
            );
        }
    }
}
