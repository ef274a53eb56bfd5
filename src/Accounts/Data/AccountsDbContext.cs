using CaseNumerique.SharedKernel;
using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Accounts.Data;

/// <summary>Accounts, roles and sessions, and the keys that protect cookies and links.</summary>
/// <remarks>
/// A module's context, and not Identity's own, so that a change of an account and what is announced of it are one save.
/// Identity's store works with any context that knows its tables.
/// </remarks>
internal sealed class AccountsDbContext(DbContextOptions<AccountsDbContext> options)
    : ModuleDbContext(options, Name),
        IDataProtectionKeyContext
{
    public const string Name = "accounts";

    // A primary key of SQL Server holds 900 bytes in all.
    public const int LoginProviderMaxLength = 128;
    private const int CredentialIdMaxLength = 512;

    // As long as a key encrypted with a certificate can be; SQL Server stores it outside the row.
    private const int KeyMaxLength = 8000;

    public DbSet<Account> Accounts => Set<Account>();

    public DbSet<IdentityRole<Guid>> Roles => Set<IdentityRole<Guid>>();

    public DbSet<IdentityUserRole<Guid>> AccountRoles => Set<IdentityUserRole<Guid>>();

    public DbSet<IdentityUserLogin<Guid>> Logins => Set<IdentityUserLogin<Guid>>();

    public DbSet<IdentityUserPasskey<Guid>> Passkeys => Set<IdentityUserPasskey<Guid>>();

    public DbSet<Session> Sessions => Set<Session>();

    public DbSet<SignInThrottle> Throttles => Set<SignInThrottle>();

    public DbSet<AccountLink> Links => Set<AccountLink>();

    public DbSet<RecoveryCode> RecoveryCodes => Set<RecoveryCode>();

    public DbSet<Affiliation> Affiliations => Set<Affiliation>();

    public DbSet<Delegation> Delegations => Set<Delegation>();

    public DbSet<Consent> Consents => Set<Consent>();

    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<IdentityRole<Guid>>(role =>
        {
            role.Property(r => r.Name).HasMaxLength(256);
            role.Property(r => r.NormalizedName).HasMaxLength(256);
            role.Property(r => r.ConcurrencyStamp).HasMaxLength(64).IsConcurrencyToken();
            role.HasIndex(r => r.NormalizedName).HasDatabaseName("RoleNameIndex").IsUnique();
        });
        modelBuilder.Entity<IdentityUserRole<Guid>>(held =>
        {
            held.HasKey(r => new { r.UserId, r.RoleId });
            held.HasOne<Account>().WithMany().HasForeignKey(r => r.UserId);
            held.HasOne<IdentityRole<Guid>>().WithMany().HasForeignKey(r => r.RoleId);
        });
        modelBuilder.Entity<IdentityUserLogin<Guid>>(login =>
        {
            login.HasKey(l => new { l.LoginProvider, l.ProviderKey });
            login.Property(l => l.LoginProvider).HasMaxLength(LoginProviderMaxLength);
            login.Property(l => l.ProviderKey).HasMaxLength(LoginProviderMaxLength);
            login.HasOne<Account>().WithMany().HasForeignKey(l => l.UserId);
        });
        modelBuilder.Entity<IdentityUserPasskey<Guid>>(passkey =>
        {
            passkey.HasKey(p => p.CredentialId);
            passkey.Property(p => p.CredentialId).HasMaxLength(CredentialIdMaxLength);
            passkey.HasOne<Account>().WithMany().HasForeignKey(p => p.UserId);
            passkey.OwnsOne(p => p.Data).ToJson();
        });
        modelBuilder.Entity<DataProtectionKey>().Property(k => k.Xml).HasMaxLength(KeyMaxLength);
        base.OnModelCreating(modelBuilder);
    }
}
