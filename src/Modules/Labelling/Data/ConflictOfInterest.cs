using CaseNumerique.SharedKernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CaseNumerique.Labelling.Data;

/// <summary>A person of ÉcoNum or of the committee has a stake in an EPN, and keeps out of what is decided on it.</summary>
[AuditedAs("Intérêt déclaré")]
internal sealed class ConflictOfInterest
{
    public const int NameMaxLength = 120;
    public const int ReasonMaxLength = 500;

    public Guid Id { get; private init; }
    public required Guid AccountId { get; init; }
    public required string PersonName { get; set; }
    public required Guid EpnId { get; init; }

    /// <summary>What the stake is, in the person's words.</summary>
    public required string Reason { get; set; }

    public required DateTime DeclaredAt { get; init; }
    public DateTime? EndedAt { get; set; }

    internal sealed class Configuration : IEntityTypeConfiguration<ConflictOfInterest>
    {
        public void Configure(EntityTypeBuilder<ConflictOfInterest> builder)
        {
            builder.Property(c => c.PersonName).HasMaxLength(NameMaxLength);
            builder.Property(c => c.Reason).HasMaxLength(ReasonMaxLength);
            builder.HasIndex(c => new { c.AccountId, c.EpnId }).HasFilter("EndedAt IS NULL").IsUnique();
            builder.HasOne<Epn>().WithMany().HasForeignKey(c => c.EpnId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
