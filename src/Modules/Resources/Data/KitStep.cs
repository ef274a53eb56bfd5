using CaseNumerique.SharedKernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CaseNumerique.Resources.Data;

[AuditedAs("Étape")]
internal sealed class KitStep
{
    public const int TitleMaxLength = 120;
    public const int InstructionMaxLength = 1000;

    public Guid Id { get; private init; }
    public Guid KitId { get; private init; }

    /// <summary>From 1.</summary>
    [AuditedAs("Rang")]
    public required int Number { get; init; }

    [AuditedAs("Minutes")]
    public required int Minutes { get; init; }

    [AuditedAs("Titre")]
    public required string Title { get; init; }

    /// <summary>What the facilitator does; may be empty.</summary>
    [AuditedAs("Consigne")]
    public required string Instruction { get; init; }

    internal sealed class Configuration : IEntityTypeConfiguration<KitStep>
    {
        public void Configure(EntityTypeBuilder<KitStep> builder)
        {
            builder.Property(s => s.Title).HasMaxLength(TitleMaxLength);
            builder.Property(s => s.Instruction).HasMaxLength(InstructionMaxLength);
            builder.HasIndex(s => new { s.KitId, s.Number }).IsUnique();
        }
    }
}
