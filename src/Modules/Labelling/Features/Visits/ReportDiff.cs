using CaseNumerique.Labelling.Data;
using CaseNumerique.Labelling.Features.CriteriaSets;

namespace CaseNumerique.Labelling.Features.Visits;

/// <summary>What stands saved of a visit beside what a person has typed in a report that was opened earlier.</summary>
internal static class ReportDiff
{
    /// <summary>Only what differs, and of the findings only those that the person has touched.</summary>
    public static IReadOnlyList<Difference> Of(
        ReportVisit.Command typed,
        SiteVisit saved,
        IEnumerable<Criterion> criteria
    )
    {
        var codes = criteria.ToDictionary(k => k.Id, k => k.Code);
        var touched = typed.Findings.Where(f => !f.IsUntouched && codes.ContainsKey(f.CriterionId)).ToList();
        return Difference.Between(
            [
                .. Facts(saved.Present, saved.Report),
                .. touched.Select(f => Fact.Of(codes[f.CriterionId], saved.FindingOn(f.CriterionId)?.Text)),
            ],
            [.. Facts(typed.Present, typed.Report), .. touched.Select(f => Fact.Of(codes[f.CriterionId], f.CleanText))]
        );
    }

    private static Fact[] Facts(string? present, string? report) =>
        [
            Fact.Of("Personnes présentes", ReportVisit.Finding.Clean(present)),
            Fact.Of("Compte rendu", ReportVisit.Finding.Clean(report)),
        ];
}
