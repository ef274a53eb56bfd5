using CaseNumerique.Platform.Data;
using CaseNumerique.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Platform.Privacy;

/// <summary>How long each kind is kept today: by the last version published, or as proposed while there is none.</summary>
internal sealed class RetentionRules(PlatformDbContext db, IEnumerable<IRetention> kinds, TimeProvider clock)
{
    public async Task<IReadOnlyList<KindInForce>> InForceAsync(CancellationToken cancellationToken)
    {
        var rules = await db
            .RetentionRules.AsNoTracking()
            .Where(r => !db.RetentionRules.Any(later => later.Key == r.Key && later.Version > r.Version))
            .ToListAsync(cancellationToken);
        return
        [
            .. kinds
                .Select(k => new KindInForce(k, rules.SingleOrDefault(r => r.Key == k.Key)))
                .OrderBy(k => k.Kind.Title, StringComparer.Create(FrenchText.Culture, ignoreCase: true)),
        ];
    }

    public async Task<KindInForce?> FindAsync(string key, CancellationToken cancellationToken) =>
        (await InForceAsync(cancellationToken)).SingleOrDefault(k => k.Kind.Key == key);

    /// <summary>How many would go at the next run, were they kept for so many days; writes nothing.</summary>
    public Task<int> CountAsync(IRetention kind, int days, CancellationToken cancellationToken) =>
        kind.CountAsync(EndOf(days), cancellationToken);

    /// <summary>What is older than this has been kept for so many days.</summary>
    public DateTime EndOf(int days) => clock.UtcNow.AddDays(-days);
}

/// <param name="Rule">Null while nobody has published one.</param>
internal sealed record KindInForce(IRetention Kind, RetentionRule? Rule)
{
    public int Days => Rule?.Days ?? Kind.ProposedDays;

    public int Version => Rule?.Version ?? 0;
}
