using CaseNumerique.SharedKernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CaseNumerique.Labelling.Data;

/// <summary>Copy of Network's EPN, kept from its notifications.</summary>
[NotAudited]
internal sealed class Epn
{
    public const int NameMaxLength = 120;

    public required Guid Id { get; init; }
    public required string Name { get; set; }
    public required string Slug { get; set; }
    public required string Commune { get; set; }
    public required string Province { get; set; }

    /// <summary>Name and commune without accents or case, for searching and sorting.</summary>
    public string SearchText { get; private set; } = "";

    public DateOnly? ClosedOn { get; set; }

    /// <summary>The last revision heard of; what is older is ignored.</summary>
    public int Revision { get; set; }

    public void FoldForSearch() => SearchText = FrenchText.Fold($"{Name} {Commune}");

    internal sealed class Configuration : IEntityTypeConfiguration<Epn>
    {
        public void Configure(EntityTypeBuilder<Epn> builder)
        {
            builder.Property(e => e.Id).ValueGeneratedNever();
            builder.Property(e => e.Name).HasMaxLength(NameMaxLength);
            builder.Property(e => e.SearchText).HasMaxLength(300);
            builder.HasIndex(e => e.SearchText);
        }
    }
}
