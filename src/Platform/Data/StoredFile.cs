using CaseNumerique.SharedKernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CaseNumerique.Platform.Data;

/// <summary>A file that somebody sent; its bytes lie in the folder of files, under their hash.</summary>
internal sealed class StoredFile
{
    public const int NameMaxLength = 120;
    public const int ContentTypeMaxLength = 100;
    public const int ModuleMaxLength = 40;

    public Guid Id { get; private init; }

    /// <summary>Lower case, in hexadecimal. Several files may share one content.</summary>
    public required string Sha256 { get; init; }

    public required string Name { get; init; }
    public required string ContentType { get; init; }
    public required long Length { get; init; }
    public required FileState State { get; set; }

    /// <summary>Null when the system itself kept it.</summary>
    public required Guid? UploadedById { get; init; }

    public required DateTime UploadedAt { get; init; }
    public required string OwnerModule { get; init; }
    public required Guid OwnerSubjectId { get; init; }

    internal sealed class Configuration : IEntityTypeConfiguration<StoredFile>
    {
        public void Configure(EntityTypeBuilder<StoredFile> builder)
        {
            builder.Property(f => f.Sha256).HasMaxLength(64);
            builder.Property(f => f.Name).HasMaxLength(NameMaxLength);
            builder.Property(f => f.ContentType).HasMaxLength(ContentTypeMaxLength);
            builder.Property(f => f.OwnerModule).HasMaxLength(ModuleMaxLength);
            builder.HasIndex(f => f.Sha256);
            builder.HasIndex(f => new { f.OwnerModule, f.OwnerSubjectId });
            builder.HasIndex(f => f.State);
        }
    }
}
