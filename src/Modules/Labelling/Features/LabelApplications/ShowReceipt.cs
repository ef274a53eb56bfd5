using CaseNumerique.Labelling.Data;
using CaseNumerique.SharedKernel;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace CaseNumerique.Labelling.Features.LabelApplications;

/// <summary>What shows that a file was filed, when, and what it said: to be printed, and verified by its seal.</summary>
internal static class ShowReceipt
{
    public sealed record Query(Guid Id) : IRequest<View?>;

    /// <param name="Versions">What was filed, on each occasion, newest first.</param>
    public sealed record View(
        int SetNumber,
        int Answered,
        IReadOnlyList<FiledVersion> Versions,
        IReadOnlyList<string> Proofs,
        int WorkingDays
    )
    {
        public FiledVersion Last => Versions[0];
    }

    public sealed class Handler(LabellingDbContext db) : IRequestHandler<Query, View?>
    {
        public async Task<View?> Handle(Query query, CancellationToken cancellationToken)
        {
            var versions = await db
                .FiledVersions.AsNoTracking()
                .Where(v => v.ApplicationId == query.Id)
                .OrderByDescending(v => v.Number)
                .ToListAsync(cancellationToken);
            if (versions.Count == 0)
            {
                return null;
            }

            var content = await FileContent.LoadAsync(db, query.Id, cancellationToken);
            var rules = await db.ProcedureRules.AsNoTracking().InForceAsync(cancellationToken);
            return new View(
                content.Set.Number,
                content.AnswerOf.Values.Count(a => a.IsAnswered),
                versions,
                [.. content.ProofsOf.SelectMany(p => p).DistinctBy(p => p.Id).Select(p => p.Title).Order()],
                rules.AssessmentWorkingDays
            );
        }
    }

    [Authorize(Policies.ReadFile)]
    public sealed class Page(IOptions<PortalOptions> portal) : FilePage
    {
        public View Shown { get; private set; } = null!;

        public PortalOptions Portal => portal.Value;

        public async Task<IActionResult> OnGetAsync(Guid id)
        {
            if (!await FindAsync(id) || await SendAsync(new Query(id)) is not { } view)
            {
                return NotFound();
            }

            Shown = view;
            return Page();
        }
    }
}
