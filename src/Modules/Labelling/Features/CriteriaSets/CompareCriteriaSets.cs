using CaseNumerique.Labelling.Data;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Labelling.Features.CriteriaSets;

/// <summary>Two versions side by side, field by field; the earlier one comes first whichever was asked for.</summary>
internal static class CompareCriteriaSets
{
    [Authorize(Policies.ReadCriteria)]
    public sealed class Page : CriteriaSetPage
    {
        [FromQuery(Name = "avec")]
        public int? Other { get; set; }

        public CriteriaSet Before { get; private set; } = null!;

        public CriteriaSet After { get; private set; } = null!;

        public SetComparison Comparison { get; private set; } = null!;

        public async Task<IActionResult> OnGetAsync(int numero)
        {
            if (!await FindAsync(numero))
            {
                return NotFound();
            }

            var asked = Set;
            // Without a wish, the version in force; for that one, the version before it.
            var other =
                Other
                ?? await Db
                    .CriteriaSets.Where(s => s.Number != numero && s.Status != CriteriaSetStatus.Draft)
                    .OrderByDescending(s => s.Number)
                    .Select(s => s.Number)
                    .FirstOrDefaultAsync(HttpContext.RequestAborted);
            if (!await FindAsync(other))
            {
                return NotFound();
            }

            (Before, After) = Set.Number < asked.Number ? (Set, asked) : (asked, Set);
            Comparison = SetComparison.Between(Before, After);
            return Page();
        }
    }
}
