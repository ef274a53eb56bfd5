using CaseNumerique.Labelling.Data;
using CaseNumerique.SharedKernel;
using Microsoft.AspNetCore.Authorization;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Labelling.Features.CriteriaSets;

/// <summary>The criteria of the label, as anybody may read them.</summary>
internal static class BrowseCriteria
{
    [AllowAnonymous]
    public sealed class Page(LabellingDbContext db) : SlicePage
    {
        public CriteriaSet Set { get; private set; } = null!;

        public async Task OnGetAsync() =>
            Set = await db.CriteriaSets.AsNoTracking().InForceAsync(HttpContext.RequestAborted);
    }
}
