using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CaseNumerique.Platform.Data;

/// <summary>How long one kind of data is kept. A change is a new version; the old ones stay.</summary>
internal sealed class RetentionRule
{
    public const int KeyMaxLength = 40;
    public const int ReasonMaxLength = 500;
    public const int MostDays = 3650;

    public long Id { get; private init; }

    /// <summary>The kind, as its <see cref="SharedKernel.IRetention"/> is called.</summary>
    public required string Key { get; init; }

    /// <summary>1, 2, 3 …: the highest of a kind is in force.</summary>
    public required int Version { get; init; }

    public required int Days { get; init; }
    public required DateTime PublishedAt { get; init; }
    public required string PublishedBy { get; init; }
    public required string Reason { get; init; }

    internal sealed class Configuration : IEntityTypeConfiguration<RetentionRule>
    {
        public void Configure(EntityTypeBuilder<RetentionRule> builder)
        {
            builder.Property(r => r.Key).HasMaxLength(KeyMaxLength);
            builder.Property(r => r.Reason).HasMaxLength(ReasonMaxLength);
            builder.HasIndex(r => new { r.Key, r.Version }).IsUnique();
        }
    }
}
