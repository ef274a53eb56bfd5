using CaseNumerique.Labelling.Data;

namespace CaseNumerique.Labelling.Features.SelfChecks;

internal static class SelfCheckQueries
{
    /// <summary>The one that a link leads to, while the link works.</summary>
    public static IQueryable<SelfCheck> Behind(this IQueryable<SelfCheck> checks, string? token, DateOnly today)
    {
        var hash = SelfCheck.HashOf(token ?? "");
        return checks.Where(c => c.TokenHash == hash && c.ExpiresOn >= today);
    }
}
