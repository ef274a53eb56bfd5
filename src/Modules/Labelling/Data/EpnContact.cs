using CaseNumerique.SharedKernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CaseNumerique.Labelling.Data;

/// <summary>Copy of a contact of Network's EPN.</summary>
[NotAudited]
internal sealed class EpnContact
{
    public const string Manager = "gestionnaire";
    public const string Facilitator = "animateur";

    public required Guid Id { get; init; }
    public required Guid EpnId { get; init; }

    /// <summary><see cref="Manager"/> or <see cref="Facilitator"/>.</summary>
    public required string Role { get; set; }

    public required string Name { get; set; }
    public string? Email { get; set; }
    public string? Phone { get; set; }

    internal sealed class Configuration : IEntityTypeConfiguration<EpnContact>
    {
        public void Configure(EntityTypeBuilder<EpnContact> builder)
        {
            builder.Property(c => c.Id).ValueGeneratedNever();
            builder.Property(c => c.Role).HasMaxLength(20);
            builder.HasIndex(c => c.EpnId);
        }
    }
}
