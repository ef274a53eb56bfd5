using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Events.Data;

internal static class EpnChoices
{
    /// <summary>The open spaces, by name, for a form to choose from.</summary>
    public static async Task<IReadOnlyList<SelectListItem>> ToChoicesAsync(
        this IQueryable<Epn> epns,
        CancellationToken cancellationToken
    )
    {
        var open = await epns.Where(e => !e.IsClosed)
            .OrderBy(e => e.Slug)
            .Select(e => new
            {
                e.Id,
                e.Name,
                e.Commune,
            })
            .ToListAsync(cancellationToken);
        return [.. open.Select(e => new SelectListItem($"{e.Name}, {e.Commune}", e.Id.ToString()))];
    }
}
