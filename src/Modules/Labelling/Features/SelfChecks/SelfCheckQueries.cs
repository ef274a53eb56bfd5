using CaseNumerique.Labelling.Data;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Labelling.Features.SelfChecks;

internal static class SelfCheckQueries
{
    /// <summary>The one that a link leads to, while the link works.</summary>
    public static IQueryable<SelfCheck> Behind(this IQueryable<SelfCheck> checks, string? token, DateOnly today)
    {
        var hash = SelfCheck.HashOf(token ?? "");
        return checks.Where(c => c.TokenHash == hash && c.ExpiresOn >= today);
    }

    /// <summary>The draft of an EPN that would take answers; null where there is none.</summary>
    public static Task<LabelApplication?> DraftOfAsync(
        this IQueryable<LabelApplication> files,
        Guid epnId,
        CancellationToken cancellationToken
    ) =>
        files
            .Where(a => a.EpnId == epnId && a.Status == ApplicationStatus.Draft)
            // A renewal under way counts before anything else.
            .OrderByDescending(a => a.Kind)
            .FirstOrDefaultAsync(cancellationToken);
}
