using CaseNumerique.Contracts.Network;
using CaseNumerique.SharedKernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CaseNumerique.Network.Data;

/// <summary>A person acts for an EPN on the platform, from a day to a day.</summary>
[AuditedAs("Affiliation")]
internal sealed class Affiliation
{
    private string? _email;

    public Guid Id { get; private init; }
    public required Guid EpnId { get; init; }
    public Epn Epn { get; private init; } = null!;
    public required ContactRole Role { get; init; }

    /// <summary>May change the EPN's facts and its file; always so for a gestionnaire.</summary>
    public required bool CanEdit { get; set; }

    public required string PersonName { get; set; }

    /// <summary>In small letters, as addresses are compared; null once the person is erased.</summary>
    public required string? Email
    {
        get => _email;
        set => _email = value?.ToLowerInvariant();
    }

    public required DateOnly StartsOn { get; set; }

    /// <summary>Last day, inclusive; the eve of the first one when it never began.</summary>
    public DateOnly? EndsOn { get; set; }

    /// <summary>Raised by each change that is announced.</summary>
    public int Revision { get; private set; } = 1;

    // Copy of the account that answers for it.
    public Guid? AccountId { get; set; }
    public string? AccountState { get; set; }

    public bool IsOverOn(DateOnly day) => EndsOn < day || EndsOn < StartsOn;

    public void Change() => Revision++;

    /// <summary>Ends on a day; one that has not begun by then never will.</summary>
    public void End(DateOnly lastDay)
    {
        EndsOn = lastDay < StartsOn ? StartsOn.AddDays(-1) : lastDay;
        Change();
    }

    public AffiliationChanged ToAffiliationChanged() =>
        new(
            Id,
            Revision,
            EpnId,
            Epn.Name,
            Contact.RoleWord(Role),
            CanEdit,
            PersonName,
            Email ?? throw new InvalidOperationException("Nobody is told of a person who is erased."),
            StartsOn,
            EndsOn
        );

    internal sealed class Configuration : IEntityTypeConfiguration<Affiliation>
    {
        public void Configure(EntityTypeBuilder<Affiliation> builder)
        {
            builder.Property(a => a.PersonName).HasMaxLength(Contact.NameMaxLength);
            builder.Property(a => a.Email).HasMaxLength(Contact.EmailMaxLength);
            builder.Property(a => a.AccountState).HasMaxLength(10);
            builder.Property(a => a.Revision).IsConcurrencyToken();
            builder
                .HasIndex(a => new
                {
                    a.EpnId,
                    a.Email,
                    a.Role,
                })
                .HasFilter("EndsOn IS NULL AND Email IS NOT NULL")
                .IsUnique();
            builder.HasIndex(a => a.AccountId);
        }
    }
}
