using CaseNumerique.Labelling.Data;
using CaseNumerique.Labelling.Features.LabelApplications;

namespace CaseNumerique.Labelling.Features.CriteriaSets;

/// <summary>Something that a version says of itself, of a chapter or of a criterion, in words.</summary>
internal sealed record Fact(string Name, string Words)
{
    public static IReadOnlyList<Fact> Of(CriteriaSet set) =>
        [
            Of("Titre", set.Title),
            Of("Avertissement", set.Notice),
            Of("Score global requis", $"{set.OverallPercent}\u00A0%"),
            Of("Score requis par chapitre", $"{set.ChapterPercent}\u00A0%"),
            Of("Critères sous réserve, au plus", $"{set.MaxConditions}"),
            Of("Mois pour lever une réserve", $"{set.ConditionMonths}"),
        ];

    public static IReadOnlyList<Fact> Of(Chapter chapter) => [Of("Code", chapter.Code), Of("Titre", chapter.Title)];

    public static IReadOnlyList<Fact> Of(Criterion criterion) =>
        [
            Of("Code", criterion.Code),
            Of("Libellé", criterion.Title),
            Of("Aide", criterion.Help),
            Of("Type", ApplicationTags.Of(criterion.Kind)),
            Of("Poids", $"{criterion.Weight}"),
            Of("Sans objet", criterion.IsNotApplicableAllowed ? "possible" : "impossible"),
            Of("Seuil en ville", criterion.UrbanThreshold),
            Of("Seuil en milieu rural", criterion.RuralThreshold),
            Of("Seuil en tribu ou sur une île", criterion.RemoteThreshold),
            Of("Seuil pour un espace itinérant", criterion.ItinerantThreshold),
            Of("Preuve attendue", criterion.ExpectedProof),
            Of("Su par la plateforme", criterion.ProvenBy is { } fact ? KnownFact.WordsOf(fact) : null),
            Of("Origine", criterion.Origin),
        ];

    public static Fact Of(string name, string? words) => new(name, string.IsNullOrWhiteSpace(words) ? "rien" : words);
}

/// <summary>A fact of which there are two versions.</summary>
internal sealed record Difference(string Fact, string Before, string After)
{
    /// <summary>Of two lists of the same facts, those that differ.</summary>
    public static IReadOnlyList<Difference> Between(IEnumerable<Fact> before, IEnumerable<Fact> after) =>
        [
            .. before
                .Zip(after, (b, a) => new Difference(b.Name, b.Words, a.Words))
                .Where(d => d.Before.ReplaceLineEndings("\n") != d.After.ReplaceLineEndings("\n")),
        ];
}
