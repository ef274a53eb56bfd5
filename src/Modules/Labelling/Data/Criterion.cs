using CaseNumerique.SharedKernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CaseNumerique.Labelling.Data;

internal enum CriterionKind
{
    /// <summary>Not met, it stands against a favourable opinion.</summary>
    Mandatory,
    Recommended,

    /// <summary>Counts when it is met, and never against.</summary>
    Bonus,
}

/// <summary>Where an EPN is: what is asked of it follows, since the label adapts to each context.</summary>
internal enum EpnContext
{
    Urban,
    Rural,

    /// <summary>In a tribe or on an island.</summary>
    Remote,
    Itinerant,
}

/// <summary>One thing that the label asks of an EPN.</summary>
[AuditedAs("Critère")]
internal sealed class Criterion : IKnownBy
{
    public const int CodeMaxLength = 6;
    public const int TitleMaxLength = 200;
    public const int HelpMaxLength = 1000;
    public const int ThresholdMaxLength = 300;
    public const int ProofMaxLength = 300;
    public const int FactMaxLength = 60;
    public const int OriginMaxLength = 400;
    public const int MaxWeight = 10;

    public Guid Id { get; private init; }
    public Guid ChapterId { get; private init; }

    /// <summary>« C1 »: the same code in two versions is the same criterion.</summary>
    [AuditedAs("Code")]
    public required string Code { get; set; }

    [AuditedAs("Libellé")]
    public required string Title { get; set; }

    /// <summary>How to understand it, in plain French.</summary>
    [AuditedAs("Aide")]
    public string? Help { get; set; }

    [AuditedAs("Rang")]
    public required int Position { get; set; }

    [AuditedAs("Type")]
    public required CriterionKind Kind { get; set; }

    [AuditedAs("Poids")]
    public required int Weight { get; set; }

    [AuditedAs("Sans objet possible")]
    public bool IsNotApplicableAllowed { get; set; }

    /// <summary>From when on it is « conforme », in a town.</summary>
    [AuditedAs("Seuil en ville")]
    public required string UrbanThreshold { get; set; }

    [AuditedAs("Seuil en milieu rural")]
    public required string RuralThreshold { get; set; }

    [AuditedAs("Seuil en tribu ou sur une île")]
    public required string RemoteThreshold { get; set; }

    [AuditedAs("Seuil pour un espace itinérant")]
    public required string ItinerantThreshold { get; set; }

    /// <summary>What shows it: « avis RIDET, statuts ».</summary>
    [AuditedAs("Preuve attendue")]
    public required string ExpectedProof { get; set; }

    /// <summary>The fact by which the platform answers by itself, like <c>gathering-attended</c>; null when people must.</summary>
    [AuditedAs("Fait connu de la plateforme")]
    public string? ProvenBy { get; set; }

    /// <summary>Where it comes from: a public criterion of the label, another label, a proposal.</summary>
    [AuditedAs("Origine")]
    public string? Origin { get; set; }

    public string ThresholdFor(EpnContext context) =>
        context switch
        {
            EpnContext.Urban => UrbanThreshold,
            EpnContext.Rural => RuralThreshold,
            EpnContext.Remote => RemoteThreshold,
            EpnContext.Itinerant => ItinerantThreshold,
            _ => throw new ArgumentOutOfRangeException(nameof(context)),
        };

    /// <summary>A criterion that says nothing yet.</summary>
    public static Criterion Empty() =>
        new()
        {
            Code = "",
            Title = "",
            Position = 0,
            Kind = CriterionKind.Mandatory,
            Weight = 0,
            UrbanThreshold = "",
            RuralThreshold = "",
            RemoteThreshold = "",
            ItinerantThreshold = "",
            ExpectedProof = "",
        };

    /// <summary>The same criterion, for another version.</summary>
    public Criterion Copy() =>
        new()
        {
            Code = Code,
            Title = Title,
            Help = Help,
            Position = Position,
            Kind = Kind,
            Weight = Weight,
            IsNotApplicableAllowed = IsNotApplicableAllowed,
            UrbanThreshold = UrbanThreshold,
            RuralThreshold = RuralThreshold,
            RemoteThreshold = RemoteThreshold,
            ItinerantThreshold = ItinerantThreshold,
            ExpectedProof = ExpectedProof,
            ProvenBy = ProvenBy,
            Origin = Origin,
        };

    string IKnownBy.KnownBy => Code;

    internal sealed class Configuration : IEntityTypeConfiguration<Criterion>
    {
        public void Configure(EntityTypeBuilder<Criterion> builder)
        {
            builder.Property(k => k.Code).HasMaxLength(CodeMaxLength);
            builder.Property(k => k.Title).HasMaxLength(TitleMaxLength);
            builder.Property(k => k.Help).HasMaxLength(HelpMaxLength);
            builder.Property(k => k.UrbanThreshold).HasMaxLength(ThresholdMaxLength);
            builder.Property(k => k.RuralThreshold).HasMaxLength(ThresholdMaxLength);
            builder.Property(k => k.RemoteThreshold).HasMaxLength(ThresholdMaxLength);
            builder.Property(k => k.ItinerantThreshold).HasMaxLength(ThresholdMaxLength);
            builder.Property(k => k.ExpectedProof).HasMaxLength(ProofMaxLength);
            builder.Property(k => k.ProvenBy).HasMaxLength(FactMaxLength);
            builder.Property(k => k.Origin).HasMaxLength(OriginMaxLength);
            builder.HasIndex(k => new { k.ChapterId, k.Code }).IsUnique();
            builder.HasData(FirstCriteriaSet.Criteria);
        }
    }
}
