using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace CaseNumerique.Labelling.Features.Committee;

/// <summary>A session: its agenda, its members, and what comes next.</summary>
internal static class ShowSession
{
    [Authorize(Policies.Sit)]
    public sealed class Page : SessionPage
    {
        public async Task<IActionResult> OnGetAsync(Guid id) => await FindAsync(id) ? Page() : NotFound();
    }
}
