using CaseNumerique.Platform.Audit;
using CaseNumerique.Platform.Data;
using CaseNumerique.SharedKernel;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Platform.Features.Journal;

internal static class ShowEntry
{
    public sealed record Query(Guid Id) : IRequest<View?>;

    /// <param name="Origin">Null where it was erased, or where the system acted.</param>
    public sealed record View(AuditEntry Entry, string Actor, AuditOrigin? Origin, IReadOnlyList<AuditChange> Changes)
    {
        /// <summary>Something was told here that is no longer kept.</summary>
        public bool IsErased =>
            (Origin is null && Entry.FromHash is not null) || (Changes.Count == 0 && Entry.ChangesHash is not null);
    }

    public sealed class Handler(PlatformDbContext db) : IRequestHandler<Query, View?>
    {
        public async Task<View?> Handle(Query query, CancellationToken cancellationToken)
        {
            var entry = await db.Journal.AsNoTracking().SingleOrDefaultAsync(e => e.Id == query.Id, cancellationToken);
            if (entry is null)
            {
                return null;
            }

            var details = await db
                .JournalDetails.AsNoTracking()
                .Where(d => d.EntryId == entry.Id)
                .ToDictionaryAsync(d => d.Part, d => d.Json, cancellationToken);
            var names = await db.ActorNamesAsync([entry], cancellationToken);
            return new View(
                entry,
                AuditWords.Actor(entry, names.GetValueOrDefault(entry.Id)),
                details.TryGetValue(AuditPart.From, out var from) ? AuditJson.ReadOrigin(from) : null,
                details.TryGetValue(AuditPart.Changes, out var changes) ? AuditJson.ReadChanges(changes) : []
            );
        }
    }

    [Authorize(Policies.Journal)]
    public sealed class Page : SlicePage
    {
        public View Shown { get; private set; } = null!;

        public async Task<IActionResult> OnGetAsync(Guid id)
        {
            if (await SendAsync(new Query(id)) is not { } view)
            {
                return NotFound();
            }

            Shown = view;
            return Page();
        }
    }
}
