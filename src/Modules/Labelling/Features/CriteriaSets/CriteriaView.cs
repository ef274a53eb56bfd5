using CaseNumerique.Labelling.Data;

namespace CaseNumerique.Labelling.Features.CriteriaSets;

/// <summary>A version as it is read, by people of the label and by the public alike.</summary>
internal sealed record CriteriaView(CriteriaSet Set, bool IsEditable)
{
    private static readonly EpnContext[] _contexts = Enum.GetValues<EpnContext>();

    /// <summary>What is asked for, one line where it is the same everywhere.</summary>
    public static IEnumerable<(string? Context, string Threshold)> Thresholds(Criterion criterion)
    {
        var all = _contexts.Select(c => (Context: c, Threshold: criterion.ThresholdFor(c))).ToArray();
        return all.Select(t => t.Threshold).Distinct().Count() == 1
            ? [(null, all[0].Threshold)]
            : all.Select(t => ((string?)LabelApplications.ApplicationTags.Of(t.Context), t.Threshold));
    }

    public static string Rules(CriteriaSet set) =>
        $"Avis favorable : {set.OverallPercent}\u00A0% de tous les points, {set.ChapterPercent}\u00A0% des points de chaque chapitre, "
        + "et tous les critères obligatoires conformes. "
        + $"Avis favorable sous réserve : {Conditions(set.MaxConditions)}, à lever en {set.ConditionMonths}\u00A0mois.";

    private static string Conditions(int count) =>
        count switch
        {
            0 => "jamais",
            1 => "un critère obligatoire partiel, pas plus",
            _ => $"{count}\u00A0critères obligatoires partiels, pas plus",
        };
}
