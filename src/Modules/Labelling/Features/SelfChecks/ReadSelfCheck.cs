using CaseNumerique.Labelling.Data;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace CaseNumerique.Labelling.Features.SelfChecks;

/// <summary>The result behind a personal link: the advice, and what to do, by order of weight.</summary>
internal static class ReadSelfCheck
{
    [AllowAnonymous]
    public sealed class Page : SelfCheckPage
    {
        public SelfCheckResult Result { get; private set; } = null!;

        public IEnumerable<IGrouping<CriterionKind, SelfCheckAction>> Groups =>
            Result.Actions.GroupBy(a => a.Criterion.Kind);

        /// <summary>The first chapter with something left to answer.</summary>
        public Chapter? NextChapter => Chapters.FirstOrDefault(c => c.Criteria.Exists(k => !Scores.ContainsKey(k.Id)));

        public async Task<IActionResult> OnGetAsync(string jeton)
        {
            if (!await FindAsync(jeton))
            {
                return NotFound();
            }

            Result = SelfCheckResult.Of(Set, Check.Context, Scores);
            return Page();
        }
    }
}
