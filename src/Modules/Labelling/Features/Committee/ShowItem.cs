using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace CaseNumerique.Labelling.Features.Committee;

/// <summary>A file before the committee: the question, the count, and what each may do about it.</summary>
internal static class ShowItem
{
    [Authorize(Policies.Sit)]
    public sealed class Page : ItemPage
    {
        public async Task<IActionResult> OnGetAsync(Guid id) => await FindAsync(id) ? Page() : NotFound();
    }
}
