using CaseNumerique.Contracts.Labelling;
using CaseNumerique.Labelling.Data;
using CaseNumerique.SharedKernel;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace CaseNumerique.Labelling.Features.Reminders;

/// <summary>Writes the mail of a reminder and hands it over for delivery.</summary>
[AuditedAs("Rappel écrit")]
internal static class SendExpiryReminder
{
    public sealed class Handler(
        LabellingDbContext db,
        IMailer mailer,
        MailTemplate template,
        IOptions<PortalOptions> portal,
        TimeProvider clock
    ) : INotificationHandler<LabelExpiryReminderDue>
    {
        public async Task Handle(LabelExpiryReminderDue notification, CancellationToken cancellationToken)
        {
            var reminder = await db
                .Reminders.AsNoTracking()
                .SingleAsync(r => r.Id == notification.ReminderId, cancellationToken);
            if (reminder.State is not ReminderState.Planned || reminder.Attempt != notification.Attempt)
            {
                return;
            }

            var label = await db.Labels.AsNoTracking().SingleAsync(l => l.Id == reminder.LabelId, cancellationToken);
            var epn = await db.Epns.AsNoTracking().SingleAsync(e => e.Id == label.EpnId, cancellationToken);
            var mail = Compose(reminder, label, epn, portal.Value, clock.Today);
            await mailer.QueueAsync(
                new OutgoingMail(
                    reminder.MailKey,
                    ReminderMail.Kind,
                    label.Id,
                    reminder.RecipientName,
                    reminder.Address!,
                    mail.Subject,
                    ReminderMailText.Render(mail),
                    await template.RenderAsync(ReminderMail.View, mail)
                ),
                cancellationToken
            );
        }
    }

    internal static ReminderMail Compose(
        Reminder reminder,
        Label label,
        Epn epn,
        PortalOptions portal,
        DateOnly today
    ) =>
        new()
        {
            LabelNumber = label.Number,
            EpnName = epn.Name,
            Commune = epn.Commune,
            ExpiresOn = reminder.ExpiresOn,
            DaysLeft = reminder.ExpiresOn.DayNumber - today.DayNumber,
            Milestone = ReminderMilestone.NameOf(reminder.DaysBefore),
            RecipientName = reminder.RecipientName,
            RecipientRole = reminder.RecipientRole,
            Authority = portal.Authority,
            Phone = portal.Phone,
            ActionUrl = portal.Absolute(
                reminder.RecipientRole is Recipient.Assessor or Recipient.Administration
                    ? $"/gestion/labellisation/labels/{label.Number}"
                    : $"/gestion/labellisation/renouveler/{label.Number}"
            ),
        };
}
