using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using CaseNumerique.SharedKernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CaseNumerique.Labelling.Data;

/// <summary>« Suis-je prêt ? »: somebody without an account tries the referential on their space. Nothing says who, or which.</summary>
[NotAudited]
internal sealed class SelfCheck
{
    private const int TokenBytes = 24;
    private const int HashLength = 64;

    public Guid Id { get; private init; }

    /// <summary>SHA-256, in lower-case hexadecimal, of what the personal link bears: the link itself is kept nowhere.</summary>
    public required string TokenHash { get; init; }

    public required Guid CriteriaSetId { get; init; }
    public required EpnContext Context { get; set; }
    public required DateTime StartedAt { get; init; }

    /// <summary>Last day on which the link works, inclusive; each answer moves it.</summary>
    public required DateOnly ExpiresOn { get; set; }

    public List<SelfCheckAnswer> Answers { get; init; } = [];

    /// <summary>What nobody can guess, as it stands in a link.</summary>
    public static string NewToken() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(TokenBytes));

    public static string HashOf(string token) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));

    public IReadOnlyDictionary<Guid, CriterionScore> Scores() =>
        Answers.ToDictionary(a => a.CriterionId, a => new CriterionScore(a.Score));

    internal sealed class Configuration : IEntityTypeConfiguration<SelfCheck>
    {
        public void Configure(EntityTypeBuilder<SelfCheck> builder)
        {
            builder.Property(c => c.TokenHash).HasMaxLength(HashLength);
            builder.HasIndex(c => c.TokenHash).IsUnique();
            builder.HasIndex(c => c.ExpiresOn);
            builder
                .HasOne<CriteriaSet>()
                .WithMany()
                .HasForeignKey(c => c.CriteriaSetId)
                .OnDelete(DeleteBehavior.Restrict);
            builder.HasMany(c => c.Answers).WithOne().HasForeignKey(a => a.SelfCheckId);
        }
    }
}

/// <summary>An answer of a self-check; a criterion without one is not answered yet.</summary>
[NotAudited]
internal sealed class SelfCheckAnswer
{
    public long Id { get; private init; }
    public Guid SelfCheckId { get; private init; }
    public required Guid CriterionId { get; init; }

    /// <summary>0 to 3; null when the criterion does not apply.</summary>
    public int? Score { get; set; }

    internal sealed class Configuration : IEntityTypeConfiguration<SelfCheckAnswer>
    {
        public void Configure(EntityTypeBuilder<SelfCheckAnswer> builder)
        {
            builder.HasIndex(a => new { a.SelfCheckId, a.CriterionId }).IsUnique();
            builder.HasOne<Criterion>().WithMany().HasForeignKey(a => a.CriterionId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
