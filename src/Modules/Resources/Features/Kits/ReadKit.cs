using CaseNumerique.Resources.Data;
using CaseNumerique.SharedKernel;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Resources.Features.Kits;

internal static class ReadKit
{
    public sealed record Query(string Slug) : IRequest<View?>;

    public sealed record View(
        Guid Id,
        string Title,
        string Summary,
        string Objectives,
        string Audience,
        int MinPeople,
        int MaxPeople,
        int Minutes,
        string Material,
        bool IsOfflinePossible,
        string LicenceCode,
        DateOnly PublishedOn,
        Writer? Author,
        IReadOnlyList<Step> Steps
    );

    public sealed record Writer(string Name, string Slug, string Commune, bool IsClosed);

    public sealed record Step(int Minutes, string Title, string Instruction);

    public sealed class Handler(ResourcesDbContext db) : IRequestHandler<Query, View?>
    {
        public Task<View?> Handle(Query query, CancellationToken cancellationToken) =>
            db
                .Kits.Where(k => k.Slug == query.Slug)
                .Select(k => new View(
                    k.Id,
                    k.Title,
                    k.Summary,
                    k.Objectives,
                    k.Audience,
                    k.MinPeople,
                    k.MaxPeople,
                    k.Minutes,
                    k.Material,
                    k.IsOfflinePossible,
                    k.LicenceCode,
                    k.PublishedOn,
                    k.Author == null
                        ? null
                        : new Writer(k.Author.Name, k.Author.Slug, k.Author.Commune, k.Author.IsClosed),
                    k.Steps.OrderBy(s => s.Number).Select(s => new Step(s.Minutes, s.Title, s.Instruction)).ToList()
                ))
                .SingleOrDefaultAsync(cancellationToken);
    }

    [AllowAnonymous]
    public sealed class Page(IFileStore store) : SlicePage
    {
        public View Kit { get; private set; } = null!;

        public IReadOnlyList<KeptFile> Files { get; private set; } = [];

        public async Task<IActionResult> OnGetAsync(string slug)
        {
            if (await SendAsync(new Query(slug)) is not { } kit)
            {
                return NotFound();
            }

            Kit = kit;
            var files = await store.ListAsync(KitFiles.Of(kit.Id), HttpContext.RequestAborted);
            Files = [.. files.Where(f => f.State is FileState.Sound)];
            return Page();
        }
    }
}
