using CaseNumerique.SharedKernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CaseNumerique.Accounts.Data;

internal enum LinkPurpose
{
    Activation,
    PasswordReset,

    /// <summary>The address that is to be left agrees.</summary>
    EmailChangeOld,

    /// <summary>The address that is to be taken exists and is the person's.</summary>
    EmailChangeNew,
}

/// <summary>A link that was sent to somebody: good once, for a time. What it carries is this row's id, protected.</summary>
[AuditedAs("Lien de compte")]
internal sealed class AccountLink
{
    public static readonly TimeSpan ActivationLife = TimeSpan.FromHours(72);
    public static readonly TimeSpan ResetLife = TimeSpan.FromHours(1);
    public static readonly TimeSpan EmailChangeLife = TimeSpan.FromHours(24);

    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public required Guid AccountId { get; init; }
    public required LinkPurpose Purpose { get; init; }

    /// <summary>Where it goes.</summary>
    public required string Email { get; init; }

    /// <summary>For a change of address: the one to come.</summary>
    public string? NewEmail { get; init; }

    /// <summary>The two links of one change of address share it.</summary>
    public Guid? ChangeId { get; init; }

    public required DateTime CreatedAt { get; init; }
    public required DateTime ExpiresAt { get; init; }

    /// <summary>Who invites; null when the person asked for it, or the system.</summary>
    public string? CreatedBy { get; init; }

    public DateTime? UsedAt { get; set; }

    /// <summary>When a newer one, or a person, made it worthless.</summary>
    public DateTime? RevokedAt { get; set; }

    public bool IsGood(DateTime now) => UsedAt is null && RevokedAt is null && ExpiresAt > now;

    internal sealed class Configuration : IEntityTypeConfiguration<AccountLink>
    {
        public void Configure(EntityTypeBuilder<AccountLink> builder)
        {
            builder.Property(l => l.Email).HasMaxLength(Account.EmailMaxLength);
            builder.Property(l => l.NewEmail).HasMaxLength(Account.EmailMaxLength);
            builder.Property(l => l.CreatedBy).HasMaxLength(Account.DisplayNameMaxLength);
            // Two posts of one link: the second finds it used.
            builder.Property(l => l.UsedAt).IsConcurrencyToken();
            builder.HasIndex(l => new { l.AccountId, l.Purpose });
            builder.HasOne<Account>().WithMany().HasForeignKey(l => l.AccountId);
        }
    }
}

internal static class AccountLinkQueries
{
    /// <summary>The links of a change of address that still wait to be followed.</summary>
    public static IQueryable<AccountLink> PendingEmailLinks(this AccountsDbContext db, Guid? accountId, DateTime now) =>
        db
            .Links.Where(l => l.AccountId == accountId && l.ChangeId != null)
            .Where(l => l.UsedAt == null && l.RevokedAt == null && l.ExpiresAt > now)
            .OrderBy(l => l.Purpose);
}
