using CaseNumerique.Resources.Data;
using CaseNumerique.SharedKernel;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Resources.Features.Kits;

/// <summary>Kits worth taking away. They come in by the front door, so that each keeps the rules.</summary>
[AuditedAs("Données d’exemple ajoutées")]
internal sealed class ExampleKits(ResourcesDbContext db, ISender sender) : IExampleData
{
    public int Order => 30;

    public Task<bool> IsPresentAsync(CancellationToken cancellationToken) => db.Kits.AnyAsync(cancellationToken);

    public async Task AddAsync(ExampleSize size, CancellationToken cancellationToken)
    {
        var authors = await db
            .Epns.Where(e => !e.IsClosed)
            .OrderBy(e => e.Slug)
            .Select(e => e.Id)
            .ToListAsync(cancellationToken);
        foreach (var (index, kit) in ExampleKitTexts.All.Index())
        {
            Guid? author = authors.Count == 0 ? null : authors[(size.Seed + index * 5) % authors.Count];
            await sender.Send(kit with { AuthorId = author }, cancellationToken);
        }
    }
}
