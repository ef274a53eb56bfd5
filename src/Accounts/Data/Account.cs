using CaseNumerique.SharedKernel;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CaseNumerique.Accounts.Data;

/// <summary>A person who may sign in. The user name is the e-mail address.</summary>
/// <remarks>Identity's own columns for lock-out and second factor stay unused: see <see cref="SignInThrottle"/> and <see cref="TotpKey"/>.</remarks>
[AuditedAs("Compte")]
internal sealed class Account : IdentityUser<Guid>
{
    public const int DisplayNameMaxLength = 100;
    public const int EmailMaxLength = 254;
    public const int PasswordMinLength = 12;
    public const int PasswordMaxLength = 128;
    public const int ReasonMaxLength = 500;

    private const int SearchTextMaxLength = 600;
    private const int StampMaxLength = 64;

    /// <summary>What the account is called on screen.</summary>
    public string DisplayName { get; set; } = "";

    /// <summary>Name and address, folded at each save.</summary>
    [NotAudited]
    public string SearchText { get; private set; } = "";

    public DateTime CreatedAt { get; init; }

    /// <summary>When the person first chose how to sign in; null while they are only invited.</summary>
    public DateTime? ActivatedAt { get; private set; }

    public DateTime? DisabledAt { get; private set; }
    public string? DisabledReason { get; private set; }

    /// <summary>When it was last opened again: the period without a sign-in begins anew.</summary>
    public DateTime? ReopenedAt { get; private set; }

    public DateTime? LastSignedInAt { get; set; }

    /// <summary>The key shared with the person's authenticator, protected; null until they enrol one.</summary>
    [NotAudited]
    public string? TotpKey { get; private set; }

    public DateTime? TotpSince { get; private set; }

    /// <summary>The thirty seconds of the last code that was accepted: a code serves once.</summary>
    public long TotpLastStep { get; set; }

    /// <summary>Raised by each change that others hear of.</summary>
    public int Revision { get; set; } = 1;

    public bool IsOpen => ActivatedAt is not null && DisabledAt is null;

    /// <summary>As notifications name it.</summary>
    public string State =>
        DisabledAt is not null ? "ferme"
        : ActivatedAt is null ? "invite"
        : "ouvert";

    public static Account Named(string displayName, string email, DateTime createdAt) =>
        new()
        {
            Id = Guid.CreateVersion7(),
            DisplayName = displayName,
            Email = email,
            UserName = email,
            CreatedAt = createdAt,
        };

    /// <summary>Somebody who will choose by a link how to sign in: as Identity would store them, without a save of its own.</summary>
    public static Account Invited(string displayName, string email, ILookupNormalizer normalizer, DateTime now)
    {
        var account = Named(displayName, email, now);
        account.NormalizedEmail = account.NormalizedUserName = normalizer.NormalizeEmail(email);
        account.SecurityStamp = Guid.NewGuid().ToString();
        return account;
    }

    public void FoldForSearch() => SearchText = FrenchText.Fold($"{DisplayName} {Email}");

    /// <summary>The person holds the address, by the link that came to it or by their provider's word.</summary>
    public void Activate(DateTime now)
    {
        EmailConfirmed = true;
        ActivatedAt ??= now;
    }

    public void Disable(DateTime now, string reason)
    {
        DisabledAt = now;
        DisabledReason = reason;
    }

    public void Enable(DateTime now)
    {
        ReopenedAt = now;
        DisabledAt = null;
        DisabledReason = null;
    }

    public void EnrolTotp(string protectedKey, DateTime now)
    {
        TotpKey = protectedKey;
        TotpSince = now;
        TotpLastStep = 0;
    }

    public void ForgetTotp()
    {
        TotpKey = null;
        TotpSince = null;
    }

    internal sealed class Configuration : IEntityTypeConfiguration<Account>
    {
        public void Configure(EntityTypeBuilder<Account> builder)
        {
            builder.Property(a => a.DisplayName).HasMaxLength(DisplayNameMaxLength);
            builder.Property(a => a.SearchText).HasMaxLength(SearchTextMaxLength);
            builder.HasIndex(a => a.SearchText);
            builder.Property(a => a.DisabledReason).HasMaxLength(ReasonMaxLength);
            builder.Property(a => a.Email).HasMaxLength(256);
            builder.Property(a => a.NormalizedEmail).HasMaxLength(256);
            builder.Property(a => a.UserName).HasMaxLength(256);
            builder.Property(a => a.NormalizedUserName).HasMaxLength(256);
            builder.Property(a => a.SecurityStamp).HasMaxLength(StampMaxLength);
            builder.Property(a => a.ConcurrencyStamp).HasMaxLength(StampMaxLength).IsConcurrencyToken();
            builder.HasIndex(a => a.NormalizedUserName).HasDatabaseName("UserNameIndex").IsUnique();
            builder.HasIndex(a => a.NormalizedEmail).HasDatabaseName("EmailIndex");
        }
    }
}
