using CaseNumerique.SharedKernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CaseNumerique.Labelling.Data;

/// <summary>Copy of an account of ÉcoNum or of the committee: who assesses, decides, sits in a session.</summary>
[NotAudited]
internal sealed class StaffMember
{
    public const int NameMaxLength = 120;
    public const int EmailMaxLength = 254;

    /// <summary>The account’s.</summary>
    public required Guid Id { get; init; }
    public required string Name { get; set; }
    public required string Email { get; set; }
    public bool IsAdministrator { get; set; }
    public bool IsAgent { get; set; }
    public bool IsCommittee { get; set; }

    /// <summary>Whether the person may sign in; who has left stays here, for what they signed.</summary>
    public bool IsOpen { get; set; }

    /// <summary>The last revision heard of; what is older is ignored.</summary>
    public int Revision { get; set; }

    internal sealed class Configuration : IEntityTypeConfiguration<StaffMember>
    {
        public void Configure(EntityTypeBuilder<StaffMember> builder)
        {
            builder.Property(s => s.Id).ValueGeneratedNever();
            builder.Property(s => s.Name).HasMaxLength(NameMaxLength);
            builder.Property(s => s.Email).HasMaxLength(EmailMaxLength);
        }
    }
}
