using CaseNumerique.Labelling.Data;
using CaseNumerique.Labelling.Features.LabelApplications;
using CaseNumerique.SharedKernel;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace CaseNumerique.Labelling.Features.Assessments;

/// <summary>Every criterion of a file: the EPN's score, the assessor's beside it, the proofs.</summary>
internal static class ShowScores
{
    public sealed record Query(LabelApplication File) : IRequest<AssessmentSheet>;

    public sealed class Handler(LabellingDbContext db) : IRequestHandler<Query, AssessmentSheet>
    {
        public Task<AssessmentSheet> Handle(Query query, CancellationToken cancellationToken) =>
            db.SheetAsync(query.File, cancellationToken);
    }

    [Authorize(Policies.ReadFile)]
    public sealed class Page(TimeProvider clock) : FilePage
    {
        public AssessmentSheet Sheet { get; private set; } = null!;

        /// <summary>The EPN reads what the assessor thinks once it is decided.</summary>
        public bool ShowsAssessor => User.IsEcoNum || Application.IsDecided;

        public bool MayScore => User.Assesses(Application) && FileWork.Score.In.Contains(Application.Status);

        public DateOnly Today => clock.Today;

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
