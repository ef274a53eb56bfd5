using CaseNumerique.Contracts.Network;
using CaseNumerique.Labelling.Data;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Labelling.Features.Epns;

/// <summary>Keeps what Labelling needs to know of Network's EPNs and of their people.</summary>
internal static class KeepEpnCopy
{
    public sealed class Handler(LabellingDbContext db)
        : INotificationHandler<EpnRegistered>,
            INotificationHandler<EpnChanged>,
            INotificationHandler<EpnContactsChanged>,
            INotificationHandler<EpnClosed>
    {
        public async Task Handle(EpnRegistered notification, CancellationToken cancellationToken)
        {
            var epn = await db.Epns.SingleOrDefaultAsync(e => e.Id == notification.EpnId, cancellationToken);
            if (epn?.Revision >= notification.Revision)
            {
                return;
            }

            if (epn is null)
            {
                epn = new Epn
                {
                    Id = notification.EpnId,
                    Name = notification.Name,
                    Slug = notification.Slug,
                    Commune = notification.Commune,
                    Province = notification.Province,
                };
                db.Epns.Add(epn);
            }

            epn.Name = notification.Name;
            epn.Slug = notification.Slug;
            epn.Commune = notification.Commune;
            epn.Province = notification.Province;
            epn.Revision = notification.Revision;
            epn.FoldForSearch();
            await db.SaveChangesAsync(cancellationToken);
        }

        public async Task Handle(EpnChanged notification, CancellationToken cancellationToken)
        {
            var epn = await db.Epns.SingleAsync(e => e.Id == notification.EpnId, cancellationToken);
            if (epn.Revision >= notification.Revision)
            {
                return;
            }

            epn.Name = notification.Name;
            epn.Revision = notification.Revision;
            epn.FoldForSearch();
            await db.SaveChangesAsync(cancellationToken);
        }

        public async Task Handle(EpnContactsChanged notification, CancellationToken cancellationToken)
        {
            var epn = await db.Epns.SingleAsync(e => e.Id == notification.EpnId, cancellationToken);
            if (epn.Revision > notification.Revision)
            {
                return;
            }

            var known = await db.Contacts.Where(c => c.EpnId == epn.Id).ToDictionaryAsync(c => c.Id, cancellationToken);
            foreach (var contact in notification.Contacts)
            {
                if (!known.Remove(contact.ContactId, out var copy))
                {
                    copy = new Data.EpnContact
                    {
                        Id = contact.ContactId,
                        EpnId = epn.Id,
                        Role = contact.Role,
                        Name = contact.Name,
                    };
                    db.Contacts.Add(copy);
                }

                copy.Role = contact.Role;
                copy.Name = contact.Name;
                copy.Email = contact.Email;
                copy.Phone = contact.Phone;
            }

            db.Contacts.RemoveRange(known.Values);
            epn.Revision = notification.Revision;
            await db.SaveChangesAsync(cancellationToken);
        }

        public async Task Handle(EpnClosed notification, CancellationToken cancellationToken)
        {
            var epn = await db.Epns.SingleAsync(e => e.Id == notification.EpnId, cancellationToken);
            epn.ClosedOn = notification.ClosedOn;
            epn.Revision = Math.Max(epn.Revision, notification.Revision);
            await db.SaveChangesAsync(cancellationToken);
        }
    }
}
