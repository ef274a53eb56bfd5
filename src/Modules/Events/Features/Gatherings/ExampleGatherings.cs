using CaseNumerique.Events.Data;
using CaseNumerique.SharedKernel;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Events.Features.Gatherings;

/// <summary>Two gatherings behind us and one ahead. They come in by the front door, so that each keeps the rules.</summary>
[AuditedAs("Données d’exemple ajoutées")]
internal sealed class ExampleGatherings(EventsDbContext db, ISender sender, TimeProvider clock) : IExampleData
{
    public int Order => 30;

    public Task<bool> IsPresentAsync(CancellationToken cancellationToken) => db.Gatherings.AnyAsync(cancellationToken);

    public async Task AddAsync(ExampleSize size, CancellationToken cancellationToken)
    {
        var hosts = await db
            .Epns.Where(e => !e.IsClosed)
            .OrderBy(e => e.Slug)
            .Select(e => new { e.Id, e.Commune })
            .ToListAsync(cancellationToken);
        foreach (var gathering in ExampleGatheringTexts.All(clock.Today))
        {
            // The place is in the town of its host, where there is one.
            var host = hosts.FirstOrDefault(e => gathering.Place!.Contains(e.Commune, StringComparison.Ordinal))?.Id;
            await sender.Send(gathering with { HostId = host }, cancellationToken);
        }
    }
}
