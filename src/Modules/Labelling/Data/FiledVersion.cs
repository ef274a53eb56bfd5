using CaseNumerique.SharedKernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CaseNumerique.Labelling.Data;

/// <summary>What an EPN filed on one occasion, word for word: what the seal is over, and what the next version is compared with.</summary>
/// <remarks>It names nobody, so that a person can be forgotten and the seal still be verified.</remarks>
[NotAudited]
internal sealed class FiledVersion
{
    public Guid Id { get; private init; }
    public required Guid ApplicationId { get; init; }

    /// <summary>1 for the filing, then one for each completion.</summary>
    public required int Number { get; init; }

    public required DateTime FiledAt { get; init; }

    /// <summary>See <see cref="SealedContent"/>.</summary>
    public required string Json { get; init; }

    /// <summary>SHA-256 of <see cref="Json"/> in UTF-8, in lower-case hexadecimal.</summary>
    public required string Seal { get; init; }

    internal sealed class Configuration : IEntityTypeConfiguration<FiledVersion>
    {
        public void Configure(EntityTypeBuilder<FiledVersion> builder)
        {
            // Some fifty answers with their comments.
            builder.Property(v => v.Json).HasMaxLength(-1);
            builder.Property(v => v.Seal).HasMaxLength(64);
            builder.HasIndex(v => new { v.ApplicationId, v.Number }).IsUnique();
            builder.HasOne<LabelApplication>().WithMany().HasForeignKey(v => v.ApplicationId);
        }
    }
}
