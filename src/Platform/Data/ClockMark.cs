using CaseNumerique.SharedKernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CaseNumerique.Platform.Data;

/// <summary>The hour as last trusted, and whether the clock has been caught jumping since. One row.</summary>
[NotAudited]
internal sealed class ClockMark
{
    public const int OnlyId = 1;

    public required int Id { get; init; }

    /// <summary>The last instant at which the clock was believed.</summary>
    public required DateTime TrustedAt { get; set; }

    public DateTime? HeldAt { get; set; }

    /// <summary>Why, in French.</summary>
    public string? HeldReason { get; set; }

    internal sealed class Configuration : IEntityTypeConfiguration<ClockMark>
    {
        public void Configure(EntityTypeBuilder<ClockMark> builder) =>
            builder.Property(m => m.Id).ValueGeneratedNever();
    }
}
