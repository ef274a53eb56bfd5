using CaseNumerique.Contracts.Labelling;
using CaseNumerique.SharedKernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CaseNumerique.Labelling.Data;

internal enum ClosureKind
{
    Cyclone,
    Works,
    Mourning,
    Other,
}

/// <summary>A labelled EPN closes for a time, and says so. Its label is not touched.</summary>
[AuditedAs("Fermeture temporaire")]
internal sealed class TemporaryClosure
{
    public const int WordsMaxLength = 500;
    public const int NameMaxLength = 120;

    public Guid Id { get; private init; }

    [AuditedAs("Espace")]
    public required Guid EpnId { get; init; }

    [AuditedAs("Premier jour")]
    public required DateOnly FirstOn { get; init; }

    /// <summary>Inclusive; earlier than declared where the EPN opened again before.</summary>
    [AuditedAs("Dernier jour")]
    public required DateOnly LastOn { get; set; }

    /// <summary>For ÉcoNum only: a mourning is nobody else's.</summary>
    [AuditedAs("Motif")]
    public required ClosureKind Kind { get; init; }

    [AuditedAs("Précisions")]
    public string? Words { get; init; }

    [AuditedAs("Déclarée le")]
    public required DateTime DeclaredAt { get; init; }

    [AuditedAs("Déclarée par")]
    public required string DeclaredBy { get; set; }
    public Guid? DeclaredById { get; init; }

    public int Version { get; private set; }

    public int Days => LastOn.DayNumber - FirstOn.DayNumber + 1;

    /// <summary>How many days in a row this makes with the closures that it follows on without a day of opening.</summary>
    /// <param name="earlier">Other closures of the EPN.</param>
    public static int DaysInARow(DateOnly firstOn, DateOnly lastOn, IEnumerable<TemporaryClosure> earlier)
    {
        foreach (var closure in earlier.OrderByDescending(c => c.LastOn))
        {
            if (closure.LastOn >= firstOn.AddDays(-1) && closure.FirstOn < firstOn)
            {
                firstOn = closure.FirstOn;
            }
        }

        return lastOn.DayNumber - firstOn.DayNumber + 1;
    }

    /// <summary>The EPN opens on this day.</summary>
    public void Reopen(DateOnly on)
    {
        LastOn = on.AddDays(-1);
        Version++;
    }

    public EpnTemporarilyClosed ToClosed() => new(EpnId, Id, Version, FirstOn, LastOn);

    internal sealed class Configuration : IEntityTypeConfiguration<TemporaryClosure>
    {
        public void Configure(EntityTypeBuilder<TemporaryClosure> builder)
        {
            builder.Property(c => c.Words).HasMaxLength(WordsMaxLength);
            builder.Property(c => c.DeclaredBy).HasMaxLength(NameMaxLength);
            builder.Property(c => c.Version).IsConcurrencyToken();
            builder.HasIndex(c => new { c.EpnId, c.LastOn });
            builder.HasIndex(c => c.DeclaredById);
            builder.HasOne<Epn>().WithMany().HasForeignKey(c => c.EpnId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
