using CaseNumerique.Labelling.Data;
using CaseNumerique.Labelling.Features.CriteriaSets;
using CaseNumerique.Labelling.Features.LabelApplications;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Labelling.Features.Completions;

/// <summary>A list of what was missing, what the EPN replied, and what it changed in its answers.</summary>
internal static class ShowCompletion
{
    public sealed record Query(LabelApplication File, int Number) : IRequest<View?>;

    public sealed record View(
        CompletionRequest Request,
        IReadOnlyDictionary<Guid, Criterion> Criteria,
        IReadOnlyList<CriterionChange> Changes,
        IReadOnlyList<Difference> FactChanges
    );

    public sealed class Handler(LabellingDbContext db) : IRequestHandler<Query, View?>
    {
        public async Task<View?> Handle(Query query, CancellationToken cancellationToken)
        {
            var request = await db
                .Completions.AsNoTracking()
                .Include(r => r.Items.OrderBy(i => i.Position))
                .SingleOrDefaultAsync(
                    r => r.ApplicationId == query.File.Id && r.Number == query.Number,
                    cancellationToken
                );
            if (request is null)
            {
                return null;
            }

            var set = await db
                .CriteriaSets.AsNoTracking()
                .Whole()
                .SingleAsync(s => s.Id == query.File.CriteriaSetId, cancellationToken);
            return new View(
                request,
                set.Criteria.ToDictionary(k => k.Id),
                await db.ChangesAsync(query.File, request, set.Criteria, cancellationToken),
                await db.FactChangesAsync(request, cancellationToken)
            );
        }
    }

    [Authorize(Policies.ReadFile)]
    public sealed class Page : FilePage
    {
        public View Shown { get; private set; } = null!;

        public async Task<IActionResult> OnGetAsync(Guid id, int n)
        {
            if (!await FindAsync(id) || await SendAsync(new Query(Application, n)) is not { } view)
            {
                return NotFound();
            }

            Shown = view;
            return Page();
        }
    }

    /// <summary>From what the file was when the list was made to what it was at the next one, or is now.</summary>
    public static async Task<IReadOnlyList<CriterionChange>> ChangesAsync(
        this LabellingDbContext db,
        LabelApplication file,
        CompletionRequest request,
        IEnumerable<Criterion> criteria,
        CancellationToken cancellationToken
    )
    {
        // Between two lists the EPN cannot change its answers.
        var snapshots = await db
            .AnswerSnapshots.AsNoTracking()
            .Join(db.Completions, s => s.RequestId, r => r.Id, (s, r) => new { Snapshot = s, Request = r })
            .Where(x => x.Request.ApplicationId == file.Id)
            .Where(x => x.Request.Number == request.Number || x.Request.Number == request.Number + 1)
            .ToListAsync(cancellationToken);
        var byNumber = snapshots.ToLookup(x => x.Request.Number, x => x.Snapshot);
        var after = byNumber[request.Number + 1].ToList();
        return CompletionDiff.Of(
            criteria,
            byNumber[request.Number],
            after.Count > 0 ? after : await db.SnapshotsAsync(file, request.Id, cancellationToken)
        );
    }
}
