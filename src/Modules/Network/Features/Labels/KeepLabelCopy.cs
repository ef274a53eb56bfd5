using CaseNumerique.Contracts.Labelling;
using CaseNumerique.Network.Data;
using CaseNumerique.SharedKernel;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Network.Features.Labels;

/// <summary>Keeps how the label of each EPN stands, as Labelling announces it.</summary>
[AuditedAs("Label recopié sur la fiche de l’espace")]
internal static class KeepLabelCopy
{
    public sealed class Handler(NetworkDbContext db, TimeProvider clock)
        : INotificationHandler<LabelGranted>,
            INotificationHandler<LabelStatusChanged>
    {
        public async Task Handle(LabelGranted notification, CancellationToken cancellationToken)
        {
            var epn = await db.Epns.SingleAsync(e => e.Id == notification.EpnId, cancellationToken);
            // Two labels of one EPN are two aggregates, so that the older may be heard of after the newer.
            if (epn.LabelNumber == notification.Number || epn.LabelStartsOn > notification.StartsOn)
            {
                return;
            }

            epn.LabelNumber = notification.Number;
            epn.LabelStatus = "actif";
            epn.LabelStartsOn = notification.StartsOn;
            epn.LabelExpiresOn = notification.ExpiresOn;
            epn.UpdatedOn = clock.Today;
            await db.SaveChangesAsync(cancellationToken);
        }

        public async Task Handle(LabelStatusChanged notification, CancellationToken cancellationToken)
        {
            var epn = await db.Epns.SingleAsync(e => e.Id == notification.EpnId, cancellationToken);
            if (epn.LabelNumber != notification.Number)
            {
                return;
            }

            epn.LabelStatus = notification.Status;
            epn.LabelExpiresOn = notification.ExpiresOn;
            epn.UpdatedOn = clock.Today;
            await db.SaveChangesAsync(cancellationToken);
        }
    }
}
