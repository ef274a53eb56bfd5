using CaseNumerique.Labelling.Data;
using CaseNumerique.Labelling.Features.Assessments;
using CaseNumerique.Labelling.Features.LabelApplications;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace CaseNumerique.Labelling.Features.Visits;

/// <summary>The criteria with what the EPN says of them, and room to write: for paper.</summary>
internal static class PrintVisitGrid
{
    public sealed record Query(LabelApplication File) : IRequest<AssessmentSheet>;

    public sealed class Handler(LabellingDbContext db) : IRequestHandler<Query, AssessmentSheet>
    {
        public Task<AssessmentSheet> Handle(Query query, CancellationToken cancellationToken) =>
            db.SheetAsync(query.File, cancellationToken);
    }

    [Authorize(Policies.Assess)]
    public sealed class Page : FilePage
    {
        public AssessmentSheet Sheet { get; private set; } = null!;

        public async Task<IActionResult> OnGetAsync(Guid id)
        {
            if (!await FindAsync(id))
            {
                return NotFound();
            }

            Sheet = await SendAsync(new Query(Application));
            return Page();
        }
    }
}
