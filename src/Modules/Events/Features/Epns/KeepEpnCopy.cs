using CaseNumerique.Contracts.Network;
using CaseNumerique.Events.Data;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Events.Features.Epns;

internal static class KeepEpnCopy
{
    // One class for all, so that an EPN's end is never heard before its beginning.
    public sealed class Handler(EventsDbContext db)
        : INotificationHandler<EpnRegistered>,
            INotificationHandler<EpnChanged>,
            INotificationHandler<EpnClosed>
    {
        public async Task Handle(EpnRegistered notification, CancellationToken cancellationToken)
        {
            var epn = await db.Epns.SingleOrDefaultAsync(e => e.Id == notification.EpnId, cancellationToken);
            if (epn is null)
            {
                db.Add(
                    new Epn
                    {
                        Id = notification.EpnId,
                        Name = notification.Name,
                        Slug = notification.Slug,
                        Commune = notification.Commune,
                        Revision = notification.Revision,
                    }
                );
            }
            else if (epn.Revision < notification.Revision)
            {
                epn.Name = notification.Name;
                epn.Slug = notification.Slug;
                epn.Commune = notification.Commune;
                epn.Revision = notification.Revision;
            }

            await db.SaveChangesAsync(cancellationToken);
        }

        public async Task Handle(EpnChanged notification, CancellationToken cancellationToken)
        {
            var epn = await db.Epns.SingleOrDefaultAsync(e => e.Id == notification.EpnId, cancellationToken);
            if (epn is not null && epn.Revision < notification.Revision)
            {
                epn.Name = notification.Name;
                epn.Revision = notification.Revision;
            }

            await db.SaveChangesAsync(cancellationToken);
        }

        public async Task Handle(EpnClosed notification, CancellationToken cancellationToken)
        {
            var epn = await db.Epns.SingleOrDefaultAsync(e => e.Id == notification.EpnId, cancellationToken);
            if (epn is not null && epn.Revision < notification.Revision)
            {
                epn.IsClosed = true;
                epn.Revision = notification.Revision;
            }

            await db.SaveChangesAsync(cancellationToken);
        }
    }
}
