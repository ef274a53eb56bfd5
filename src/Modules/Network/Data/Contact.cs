using CaseNumerique.SharedKernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CaseNumerique.Network.Data;

internal enum ContactRole
{
    Manager,
    Facilitator,
}

/// <summary>A person of an EPN, to write to or to call.</summary>
[AuditedAs("Contact")]
internal sealed class Contact
{
    public const int NameMaxLength = 120;
    public const int EmailMaxLength = 254;

    public Guid Id { get; private init; }
    public Guid EpnId { get; init; }

    [AuditedAs("Rôle")]
    public required ContactRole Role { get; set; }

    [AuditedAs("Nom")]
    public required string Name { get; set; }

    [AuditedAs("Adresse électronique")]
    public string? Email { get; set; }

    /// <summary>In E.164.</summary>
    [AuditedAs("Téléphone")]
    public string? Phone { get; set; }

    /// <summary>The role as notifications name it.</summary>
    public static string RoleWord(ContactRole role) => role is ContactRole.Manager ? "gestionnaire" : "animateur";

    internal sealed class Configuration : IEntityTypeConfiguration<Contact>
    {
        public void Configure(EntityTypeBuilder<Contact> builder)
        {
            builder.Property(c => c.Name).HasMaxLength(NameMaxLength);
            builder.Property(c => c.Email).HasMaxLength(EmailMaxLength);
            builder.Property(c => c.Phone).HasMaxLength(PhoneNumber.MaxLength);
        }
    }
}
