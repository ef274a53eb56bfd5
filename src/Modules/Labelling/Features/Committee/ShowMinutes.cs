using CaseNumerique.Labelling.Data;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace CaseNumerique.Labelling.Features.Committee;

/// <summary>The minutes of a session: who was there, who kept out, and the votes as counts only.</summary>
internal static class ShowMinutes
{
    [Authorize(Policies.Sit)]
    public sealed class Page : SessionPage
    {
        public async Task<IActionResult> OnGetAsync(Guid id) => await FindAsync(id) ? Page() : NotFound();

        public IReadOnlyList<string> RecusedFrom(CommitteeItem item) =>
            [.. Seats.Where(s => item.Recusals.Any(r => r.SeatId == s.Id)).Select(s => s.Name)];
    }
}
