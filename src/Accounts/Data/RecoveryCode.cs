using System.Security.Cryptography;
using System.Text;
using CaseNumerique.SharedKernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CaseNumerique.Accounts.Data;

/// <summary>Opens the account once when the authenticator is lost. 120 random bits, so that its plain hash tells nothing (ASVS 6.5.2).</summary>
[AuditedAs("Code de secours")]
internal sealed class RecoveryCode
{
    public const int PerPerson = 10;

    private const int Length = 24;
    private const string Alphabet = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public required Guid AccountId { get; init; }

    [NotAudited]
    public required string Hash { get; init; }

    public DateTime? UsedAt { get; set; }

    /// <summary>A new code, in groups of six as it is written down.</summary>
    public static string Draw() =>
        string.Join('-', RandomNumberGenerator.GetString(Alphabet, Length).Chunk(6).Select(c => new string(c)));

    /// <param name="typed">The code with or without its hyphens, in any case.</param>
    public static string HashOf(string typed)
    {
        var letters = new string([.. typed.ToUpperInvariant().Where(char.IsAsciiLetterOrDigit)]);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(letters)));
    }

    internal sealed class Configuration : IEntityTypeConfiguration<RecoveryCode>
    {
        public void Configure(EntityTypeBuilder<RecoveryCode> builder)
        {
            builder.Property(c => c.Hash).HasMaxLength(64);
            builder.Property(c => c.UsedAt).IsConcurrencyToken();
            builder.HasIndex(c => new { c.AccountId, c.Hash });
            builder.HasOne<Account>().WithMany().HasForeignKey(c => c.AccountId);
        }
    }
}
