using CaseNumerique.Contracts.Labelling;
using CaseNumerique.Network.Data;
using CaseNumerique.SharedKernel;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Network.Features.Closures;

/// <summary>Keeps on which days a labelled EPN is closed for a time, as Labelling announces it, so that its page says so.</summary>
[AuditedAs("Fermeture temporaire recopiée sur la fiche de l’espace")]
internal static class KeepClosureCopy
{
    public sealed class Handler(NetworkDbContext db, TimeProvider clock) : INotificationHandler<EpnTemporarilyClosed>
    {
        public async Task Handle(EpnTemporarilyClosed notification, CancellationToken cancellationToken)
        {
            var epn = await db.Epns.SingleAsync(e => e.Id == notification.EpnId, cancellationToken);
            if (epn.ClosureId == notification.ClosureId && epn.ClosureRevision >= notification.Revision)
            {
                return;
            }

            (epn.ClosureId, epn.ClosureRevision) = (notification.ClosureId, notification.Revision);
            (epn.ClosureFirstOn, epn.ClosureLastOn) = (notification.FirstOn, notification.LastOn);
            epn.UpdatedOn = clock.Today;
            await db.SaveChangesAsync(cancellationToken);
        }
    }
}
