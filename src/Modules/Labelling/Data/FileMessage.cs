using CaseNumerique.SharedKernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CaseNumerique.Labelling.Data;

/// <summary>A line of the talk between an EPN and its assessor, about their file.</summary>
[NotAudited]
internal sealed class FileMessage
{
    public const int TextMaxLength = 4000;

    public Guid Id { get; private init; }
    public required Guid ApplicationId { get; init; }
    public required DateTime At { get; init; }
    public required bool IsFromEpn { get; init; }
    public required string By { get; set; }
    public Guid? ById { get; init; }
    public required string Text { get; set; }

    /// <summary>When somebody of the other side said that it was read, or answered.</summary>
    public DateTime? ReadAt { get; set; }

    internal sealed class Configuration : IEntityTypeConfiguration<FileMessage>
    {
        public void Configure(EntityTypeBuilder<FileMessage> builder)
        {
            builder.Property(m => m.Text).HasMaxLength(TextMaxLength);
            builder.HasIndex(m => new { m.ApplicationId, m.At });
            builder.HasOne<LabelApplication>().WithMany().HasForeignKey(m => m.ApplicationId);
        }
    }
}
