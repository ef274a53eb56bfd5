using CaseNumerique.Labelling.Data;
using CaseNumerique.SharedKernel;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Labelling.Features.Charters;

/// <summary>One version of the charter, as whoever signs reads it.</summary>
internal static class ReadCharter
{
    [Authorize(Policies.Read)]
    public sealed class Page(TimeProvider clock) : CharterPage
    {
        public (string Kind, string Words) Tag { get; private set; }

        public bool IsEditable => Charter.Status is CharterStatus.Draft && User.IsInRole(Roles.Administrator);

        public async Task<IActionResult> OnGetAsync(int numero)
        {
            if (!await FindAsync(numero))
            {
                return NotFound();
            }

            var today = clock.Today;
            var inForce = await Db
                .Charters.Published()
                .Where(c => c.StartsOn <= today)
                .Select(c => c.Number)
                .FirstAsync(HttpContext.RequestAborted);
            Tag = CharterTags.Of(Charter.Status, Charter.Number, Charter.StartsOn, inForce, today);
            return Page();
        }
    }
}
