using CaseNumerique.Contracts.Network;
using CaseNumerique.Labelling.Data;
using CaseNumerique.SharedKernel;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Labelling.Features.Reminders;

/// <summary>Who could not be written to, and has another address now, is written to now.</summary>
[AuditedAs("Rappel repris à la nouvelle adresse")]
internal static class RetryCorrectedAddress
{
    public sealed class Handler(LabellingDbContext db) : INotificationHandler<EpnContactsChanged>
    {
        public async Task Handle(EpnContactsChanged notification, CancellationToken cancellationToken)
        {
            var reminders = await db.StillReminded()
                .Where(l => l.EpnId == notification.EpnId)
                .Join(
                    db.Reminders,
                    l => new { LabelId = l.Id, l.ExpiresOn },
                    r => new { r.LabelId, r.ExpiresOn },
                    (l, r) => r
                )
                .Where(r => r.State == ReminderState.Unreachable || r.State == ReminderState.Refused)
                // A newer milestone speaks for the older ones.
                .Where(r =>
                    !db.Reminders.Any(newer =>
                        newer.LabelId == r.LabelId && newer.ExpiresOn == r.ExpiresOn && newer.DaysBefore < r.DaysBefore
                    )
                )
                .ToListAsync(cancellationToken);
            foreach (var reminder in reminders)
            {
                var email = notification.Contacts.FirstOrDefault(c => IsFor(reminder, c))?.Email;
                if (!string.IsNullOrWhiteSpace(email) && email != reminder.Address)
                {
                    reminder.Retry(email);
                    db.Announce(reminder.ToDue(), reminder.LabelId);
                }
            }

            await db.SaveChangesAsync(cancellationToken);
        }

        private static bool IsFor(Reminder reminder, Contracts.Network.EpnContact contact) =>
            reminder.RecipientKey == contact.ContactId.ToString("N")
            // There was no contact at all when the milestone fell due.
            || (reminder.RecipientKey == Data.EpnContact.Manager && contact.Role == Data.EpnContact.Manager);
    }
}
