using CaseNumerique.Contracts.Network;
using CaseNumerique.Contracts.Resources;
using CaseNumerique.Labelling.Data;
using CaseNumerique.SharedKernel;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Labelling.Features.ProvenFacts;

/// <summary>Keeps what other modules tell of EPNs and that answers a criterion by itself.</summary>
internal static class KeepProvenFacts
{
    public sealed class Handler(LabellingDbContext db, TimeProvider clock)
        : INotificationHandler<EpnChanged>,
            INotificationHandler<KitPublished>
    {
        /// <summary>Whoever changes an EPN's page has had its hours before their eyes.</summary>
        public async Task Handle(EpnChanged notification, CancellationToken cancellationToken)
        {
            var slug = await db
                .Epns.Where(e => e.Id == notification.EpnId)
                .Select(e => e.Slug)
                .SingleOrDefaultAsync(cancellationToken);
            await KeepAsync(
                new ProvenFact
                {
                    EpnId = notification.EpnId,
                    Fact = ProvenFact.HoursConfirmed,
                    SourceId = $"{notification.Revision}",
                    Source = "Fiche du portail mise à jour",
                    Url = slug is null ? null : $"/espaces/{slug}",
                    OccurredOn = clock.Today,
                },
                cancellationToken
            );
        }

        public async Task Handle(KitPublished notification, CancellationToken cancellationToken)
        {
            if (notification.EpnId is { } epnId)
            {
                await KeepAsync(
                    new ProvenFact
                    {
                        EpnId = epnId,
                        Fact = ProvenFact.KitShared,
                        SourceId = $"{notification.KitId}",
                        Source = $"Atelier publié : {notification.Title}",
                        Url = $"/ateliers/{notification.Slug}",
                        OccurredOn = notification.PublishedOn,
                    },
                    cancellationToken
                );
            }
        }

        private async Task KeepAsync(ProvenFact fact, CancellationToken cancellationToken)
        {
            var isKnown = await db.ProvenFacts.AnyAsync(
                f => f.EpnId == fact.EpnId && f.Fact == fact.Fact && f.SourceId == fact.SourceId,
                cancellationToken
            );
            if (!isKnown)
            {
                db.ProvenFacts.Add(fact);
                await db.SaveChangesAsync(cancellationToken);
            }
        }
    }
}
