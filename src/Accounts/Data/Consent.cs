using CaseNumerique.SharedKernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CaseNumerique.Accounts.Data;

/// <summary>What a person agreed to, on which day, under which wording; and when they took it back.</summary>
[AuditedAs("Consentement")]
internal sealed class Consent
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public required Guid AccountId { get; init; }

    /// <summary>Stable name of what is agreed to, like <c>annuaire</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>The version of the wording that was shown.</summary>
    public required int Wording { get; init; }

    public required DateTime GivenAt { get; init; }
    public DateTime? WithdrawnAt { get; set; }

    internal sealed class Configuration : IEntityTypeConfiguration<Consent>
    {
        public void Configure(EntityTypeBuilder<Consent> builder)
        {
            builder.Property(c => c.Kind).HasMaxLength(40);
            builder.HasIndex(c => c.AccountId);
            builder.HasOne<Account>().WithMany().HasForeignKey(c => c.AccountId);
        }
    }
}
