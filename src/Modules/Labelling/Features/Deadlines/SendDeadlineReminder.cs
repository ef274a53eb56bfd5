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
        IMailer mailer,
        MailTemplate template,
        IOptions<PortalOptions> portal,
        TimeProvider clock
    ) : INotificationHandler<DeadlineReminderDue>
    {
        public async Task Handle(DeadlineReminderDue notification, CancellationToken cancellationToken)
        {
            var reminder = await db
                .DeadlineReminders.AsNoTracking()
                .SingleAsync(r => r.Id == notification.ReminderId, cancellationToken);
            if (reminder.State is not ReminderState.Planned)
            {
                return;
            }

            var deadline = await db
                .Deadlines.AsNoTracking()
                .SingleAsync(d => d.Id == reminder.DeadlineId, cancellationToken);
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
                        deadline.Id,
                        reminder.RecipientName,
                        reminder.Address!,
                        Subject: "",
                        Text: "",
                        Html: ""
                    )
                ),
                cancellationToken
            );
        }
    }
}
