using CaseNumerique.SharedKernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CaseNumerique.Labelling.Data;

/// <summary>A part of the referential; its criteria are scored together.</summary>
[AuditedAs("Chapitre")]
internal sealed class Chapter
{
    public const int CodeMaxLength = 4;
    public const int TitleMaxLength = 120;

    public Guid Id { get; private init; }
    public Guid CriteriaSetId { get; private init; }

    /// <summary>A letter: « C ».</summary>
    [AuditedAs("Code")]
    public required string Code { get; set; }

    [AuditedAs("Titre")]
    public required string Title { get; set; }

    [AuditedAs("Rang")]
    public required int Position { get; set; }

    public List<Criterion> Criteria { get; init; } = [];

    /// <summary>The same chapter, for another version.</summary>
    public Chapter Copy() =>
        new()
        {
            Code = Code,
            Title = Title,
            Position = Position,
            Criteria = [.. Criteria.Select(k => k.Copy())],
        };

    internal sealed class Configuration : IEntityTypeConfiguration<Chapter>
    {
        public void Configure(EntityTypeBuilder<Chapter> builder)
        {
            builder.Property(c => c.Code).HasMaxLength(CodeMaxLength);
            builder.Property(c => c.Title).HasMaxLength(TitleMaxLength);
            builder.HasIndex(c => new { c.CriteriaSetId, c.Code }).IsUnique();
            builder.HasMany(c => c.Criteria).WithOne().HasForeignKey(k => k.ChapterId);
            builder.HasData(FirstCriteriaSet.Chapters);
        }
    }
}
