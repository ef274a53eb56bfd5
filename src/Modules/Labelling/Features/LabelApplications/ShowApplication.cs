using CaseNumerique.Labelling.Data;
using CaseNumerique.SharedKernel;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Labelling.Features.LabelApplications;

/// <summary>The first page of a file: where it stands, what comes next, and what has happened.</summary>
internal static class ShowApplication
{
    /// <param name="IsInternal">Whether lines that the EPN does not read are wanted.</param>
    public sealed record Query(Guid Id, bool IsInternal) : IRequest<View>;

    /// <param name="Answered">How many criteria the EPN has answered.</param>
    /// <param name="Total">How many there are.</param>
    public sealed record View(int Answered, int Total, int SetNumber, IReadOnlyList<ApplicationEvent> History);

    public sealed class Handler(LabellingDbContext db) : IRequestHandler<Query, View>
    {
        public async Task<View> Handle(Query query, CancellationToken cancellationToken)
        {
            var set = await db
                .Applications.Where(a => a.Id == query.Id)
                .Join(db.CriteriaSets, a => a.CriteriaSetId, s => s.Id, (a, s) => s)
                .Select(s => new { s.Number, Total = s.Chapters.Sum(c => c.Criteria.Count) })
                .SingleAsync(cancellationToken);
            return new View(
                await db.Answers.CountAsync(
                    a => a.ApplicationId == query.Id && (a.SelfScore != null || a.IsNotApplicable),
                    cancellationToken
                ),
                set.Total,
                set.Number,
                await db
                    .ApplicationEvents.AsNoTracking()
                    .Where(e => e.ApplicationId == query.Id && (query.IsInternal || !e.IsInternal))
                    .OrderByDescending(e => e.At)
                    .ThenByDescending(e => e.Id)
                    .ToListAsync(cancellationToken)
            );
        }
    }

    [Authorize(Policies.ReadFile)]
    public sealed class Page : FilePage
    {
        public View Shown { get; private set; } = null!;

        public async Task<IActionResult> OnGetAsync(Guid id)
        {
            if (!await FindAsync(id))
            {
                return NotFound();
            }

            Shown = await SendAsync(new Query(id, User.ReadsOpinionOn(Application.EpnId)));
            return Page();
        }
    }
}
