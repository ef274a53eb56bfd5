using CaseNumerique.Labelling.Data;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Labelling.Features.CriteriaSets;

/// <summary>One version of the referential, whole, for whoever is signed in.</summary>
internal static class ReadCriteriaSet
{
    [Authorize(Policies.ReadCriteria)]
    public sealed class Page : CriteriaSetPage
    {
        /// <summary>The versions it can be compared with.</summary>
        public IReadOnlyList<int> Others { get; private set; } = [];

        public bool IsEditable =>
            Set.Status is CriteriaSetStatus.Draft && User.IsInRole(SharedKernel.Roles.Administrator);

        public async Task<IActionResult> OnGetAsync(int numero)
        {
            if (!await FindAsync(numero))
            {
                return NotFound();
            }

            Others = await Db
                .CriteriaSets.VisibleTo(User)
                .Where(s => s.Number != numero)
                .OrderByDescending(s => s.Number)
                .Select(s => s.Number)
                .ToListAsync(HttpContext.RequestAborted);
            return Page();
        }
    }
}
