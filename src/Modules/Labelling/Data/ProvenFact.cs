using CaseNumerique.SharedKernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CaseNumerique.Labelling.Data;

/// <summary>
/// Something that the platform saw an EPN do, and that answers a criterion by itself: told by another module, with its source
/// and date. <see cref="Criterion.ProvenBy"/> says which criterion takes which fact.
/// </summary>
[NotAudited]
internal sealed class ProvenFact
{
    public const string HoursConfirmed = "hours-confirmed";
    public const string KitShared = "kit-shared";

    public const int SourceMaxLength = 300;

    public long Id { get; private init; }
    public required Guid EpnId { get; init; }

    /// <summary>Which fact, by its stable name.</summary>
    public required string Fact { get; init; }

    /// <summary>What it comes from, so that it is counted once: the kit, the gathering, the revision.</summary>
    public required string SourceId { get; init; }

    /// <summary>The same in French: « Atelier publié : Vidéo, le clonage ».</summary>
    public required string Source { get; init; }

    /// <summary>Where people can look, from the root of the site.</summary>
    public string? Url { get; init; }

    public required DateOnly OccurredOn { get; init; }

    /// <summary>It speaks for an EPN for a year.</summary>
    public static bool StillSpeaksOn(DateOnly occurredOn, DateOnly today) => occurredOn > today.AddYears(-1);

    internal sealed class Configuration : IEntityTypeConfiguration<ProvenFact>
    {
        public void Configure(EntityTypeBuilder<ProvenFact> builder)
        {
            builder.Property(f => f.Fact).HasMaxLength(Criterion.FactMaxLength);
            builder.Property(f => f.SourceId).HasMaxLength(60);
            builder.Property(f => f.Source).HasMaxLength(SourceMaxLength);
            builder
                .HasIndex(f => new
                {
                    f.EpnId,
                    f.Fact,
                    f.SourceId,
                })
                .IsUnique();
            // An EPN may be heard of here before Labelling has its copy.
            builder.HasIndex(f => f.OccurredOn);
        }
    }
}

/// <summary>The facts that speak for one criterion.</summary>
/// <param name="Latest">The newest one.</param>
internal sealed record FactProof(int Count, ProvenFact Latest)
{
    /// <summary>« Atelier publié : Vidéo, le clonage, le 3 mars 2026 », and how many there are.</summary>
    public string Words =>
        FrenchText.Typeset($"{Latest.Source}, le {FrenchText.Date(Latest.OccurredOn)}")
        + (Count > 1 ? $" ({Count}\u00A0fois depuis un an)" : "");
}

internal static class ProvenFactQueries
{
    /// <summary>What speaks for an EPN today, by fact: what it did in the year that ends today.</summary>
    public static async Task<IReadOnlyDictionary<string, FactProof>> ProofsAsync(
        this IQueryable<ProvenFact> facts,
        Guid epnId,
        DateOnly today,
        CancellationToken cancellationToken
    )
    {
        var since = today.AddYears(-1);
        var found = await facts
            .AsNoTracking()
            .Where(f => f.EpnId == epnId && f.OccurredOn > since)
            .OrderByDescending(f => f.OccurredOn)
            .ThenByDescending(f => f.Id)
            .ToListAsync(cancellationToken);
        return found.GroupBy(f => f.Fact).ToDictionary(g => g.Key, g => new FactProof(g.Count(), g.First()));
    }
}
