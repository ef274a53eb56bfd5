using CaseNumerique.SharedKernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CaseNumerique.Network.Data;

internal enum OperatorKind
{
    Commune,
    Province,
    PublicBody,
    Association,
    Other,
}

/// <summary>The gestionnaire of one or several EPNs: a public body or an association.</summary>
[AuditedAs("Gestionnaire")]
internal sealed class Operator
{
    public const int NameMaxLength = 150;

    private string _name = "";

    public Guid Id { get; private init; }

    [AuditedAs("Nom")]
    public required string Name
    {
        get => _name;
        init
        {
            _name = value;
            FoldedName = FrenchText.Fold(value);
        }
    }

    /// <summary>The name without accents or case: one operator, however it is typed.</summary>
    public string FoldedName { get; private init; } = "";

    [AuditedAs("Nature")]
    public required OperatorKind Kind { get; init; }

    /// <summary>7 digits (RID) or 10 (RIDET); null while it is not known.</summary>
    [AuditedAs("RIDET")]
    public string? Ridet { get; set; }

    public static string KindWord(OperatorKind kind) =>
        kind switch
        {
            OperatorKind.Commune => "Commune",
            OperatorKind.Province => "Province",
            OperatorKind.PublicBody => "Établissement public",
            OperatorKind.Association => "Association",
            _ => "Autre",
        };

    internal sealed class Configuration : IEntityTypeConfiguration<Operator>
    {
        public void Configure(EntityTypeBuilder<Operator> builder)
        {
            builder.Property(o => o.Name).HasMaxLength(NameMaxLength);
            builder.Property(o => o.FoldedName).HasMaxLength(NameMaxLength);
            builder.Property(o => o.Ridet).HasMaxLength(Data.Ridet.MaxLength);
            builder.HasIndex(o => o.FoldedName).IsUnique();
        }
    }
}
