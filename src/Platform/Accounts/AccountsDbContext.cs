using CaseNumerique.SharedKernel;
using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Platform.Accounts;

/// <summary>Accounts and roles, and the keys that protect cookies and links.</summary>
internal sealed class AccountsDbContext(DbContextOptions<AccountsDbContext> options)
    : IdentityDbContext<Account, IdentityRole<Guid>, Guid>(options),
        IDataProtectionKeyContext
{
    public const string Name = "accounts";

    private const int TextMaxLength = 400;
    private const int StampMaxLength = 64;

    // A primary key of SQL Server holds 900 bytes in all.
    private const int KeyPartMaxLength = 128;

    // As long as a key encrypted with a certificate can be; SQL Server stores it outside the row.
    private const int KeyMaxLength = 8000;

    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    // Said here, not in the options, so that migrations and host see the same model.
    protected override Version SchemaVersion => IdentitySchemaVersions.Version2;

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        configurationBuilder.Properties<string>().HaveMaxLength(TextMaxLength);

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.Entity<Account>(account =>
        {
            account.Property(a => a.DisplayName).HasMaxLength(Account.DisplayNameMaxLength);
            account.Property(a => a.SecurityStamp).HasMaxLength(StampMaxLength);
            account.Property(a => a.ConcurrencyStamp).HasMaxLength(StampMaxLength);
        });
        builder.Entity<IdentityRole<Guid>>().Property(r => r.ConcurrencyStamp).HasMaxLength(StampMaxLength);
        builder.Entity<IdentityUserLogin<Guid>>(login =>
        {
            login.Property(l => l.LoginProvider).HasMaxLength(KeyPartMaxLength);
            login.Property(l => l.ProviderKey).HasMaxLength(KeyPartMaxLength);
        });
        builder.Entity<IdentityUserToken<Guid>>(token =>
        {
            token.Property(t => t.LoginProvider).HasMaxLength(KeyPartMaxLength);
            token.Property(t => t.Name).HasMaxLength(KeyPartMaxLength);
        });
        builder.Entity<DataProtectionKey>().Property(k => k.Xml).HasMaxLength(KeyMaxLength);
        builder.NameTables(Database, Name);
    }
}
