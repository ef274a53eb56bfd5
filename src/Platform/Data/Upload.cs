using CaseNumerique.SharedKernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CaseNumerique.Platform.Data;

/// <summary>A file on its way, piece by piece. How much has come is the length of its file on disk, which no crash can contradict.</summary>
[NotAudited]
internal sealed class Upload
{
    public const int NameMaxLength = 400;

    public Guid Id { get; private init; }
    public required Guid AccountId { get; init; }
    public required string Name { get; init; }
    public required long Length { get; init; }
    public required DateTime ExpiresAt { get; init; }

    internal sealed class Configuration : IEntityTypeConfiguration<Upload>
    {
        public void Configure(EntityTypeBuilder<Upload> builder)
        {
            builder.Property(u => u.Name).HasMaxLength(NameMaxLength);
            builder.HasIndex(u => u.AccountId);
            builder.HasIndex(u => u.ExpiresAt);
        }
    }
}
