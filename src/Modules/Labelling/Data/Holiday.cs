using CaseNumerique.SharedKernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CaseNumerique.Labelling.Data;

/// <summary>A day on which ÉcoNum does not work beside the public holidays, or works in spite of one.</summary>
[AuditedAs("Jour particulier")]
internal sealed class Holiday
{
    public const int NameMaxLength = 120;

    public Guid Id { get; private init; }

    [AuditedAs("Jour")]
    public required DateOnly On { get; init; }

    [AuditedAs("Intitulé")]
    public required string Name { get; init; }

    /// <summary>The public holiday of that day is worked.</summary>
    [AuditedAs("Travaillé")]
    public required bool IsWorked { get; init; }

    internal sealed class Configuration : IEntityTypeConfiguration<Holiday>
    {
        public void Configure(EntityTypeBuilder<Holiday> builder)
        {
            builder.Property(h => h.Name).HasMaxLength(NameMaxLength);
            builder.HasIndex(h => h.On).IsUnique();
        }
    }
}
