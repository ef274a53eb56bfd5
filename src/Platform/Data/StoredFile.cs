using CaseNumerique.SharedKernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CaseNumerique.Platform.Data;

/// <summary>A file that somebody sent; its bytes lie in the folder of files, under their hash.</summary>
[AuditedAs("Fichier")]
internal sealed class StoredFile
{
    public const int NameMaxLength = 120;
    public const int ContentTypeMaxLength = 100;
    public const int ModuleMaxLength = 40;

    public Guid Id { get; private init; }

    /// <summary>Lower case, in hexadecimal. Several files may share one content.</summary>
    [AuditedAs("Empreinte SHA-256")]
    public required string Sha256 { get; init; }

    [AuditedAs("Nom du fichier")]
    public required string Name { get; init; }

    [AuditedAs("Type")]
    public required string ContentType { get; init; }

    [AuditedAs("Poids en octets")]
    public required long Length { get; init; }

    [AuditedAs("État")]
    public required FileState State { get; set; }

    /// <summary>Null when the system itself kept it.</summary>
    [AuditedAs("Envoyé par")]
    public required Guid? UploadedById { get; init; }

    [AuditedAs("Envoyé le")]
    public required DateTime UploadedAt { get; init; }

    [AuditedAs("Rangé dans")]
    public required string OwnerModule { get; init; }

    [AuditedAs("Objet")]
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
