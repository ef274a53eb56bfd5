using CaseNumerique.Labelling.Data;

namespace CaseNumerique.Labelling.Features.CriteriaSets;

/// <summary>What a later version asks that an earlier one did not, and the other way round. The code tells which criterion is which.</summary>
/// <param name="Rules">Of the version itself: its title, its rules of opinion.</param>
/// <param name="Changed">In both, and not the same.</param>
internal sealed record SetComparison(
    IReadOnlyList<Difference> Rules,
    IReadOnlyList<Criterion> Added,
    IReadOnlyList<Criterion> Removed,
    IReadOnlyList<ChangedPart> Changed,
    IReadOnlyList<ChangedPart> Chapters
)
{
    public bool IsEmpty => Rules.Count + Added.Count + Removed.Count + Changed.Count + Chapters.Count == 0;

    public static SetComparison Between(CriteriaSet before, CriteriaSet after)
    {
        var (former, latter) = (before.Criteria.ToDictionary(k => k.Code), after.Criteria.ToDictionary(k => k.Code));
        return new SetComparison(
            Difference.Between(Fact.Of(before), Fact.Of(after)),
            [.. after.Criteria.Where(k => !former.ContainsKey(k.Code))],
            [.. before.Criteria.Where(k => !latter.ContainsKey(k.Code))],
            [
                .. after
                    .Criteria.Where(k => former.ContainsKey(k.Code))
                    .Select(k => new ChangedPart(
                        k.Code,
                        k.Title,
                        Difference.Between(
                            [Home(before, k.Code), .. Fact.Of(former[k.Code])],
                            [Home(after, k.Code), .. Fact.Of(k)]
                        )
                    ))
                    .Where(c => c.Differences.Count > 0),
            ],
            ChaptersOf(before, after)
        );
    }

    private static Fact Home(CriteriaSet set, string code) =>
        Fact.Of("Chapitre", set.Chapters.Single(c => c.Criteria.Exists(k => k.Code == code)).Code);

    private static ChangedPart[] ChaptersOf(CriteriaSet before, CriteriaSet after)
    {
        var codes = before.Chapters.Concat(after.Chapters).OrderBy(c => c.Position).Select(c => c.Code).Distinct();
        return
        [
            .. codes
                .Select(code =>
                {
                    var former = before.Chapters.SingleOrDefault(c => c.Code == code);
                    var latter = after.Chapters.SingleOrDefault(c => c.Code == code);
                    return new ChangedPart(
                        code,
                        (latter ?? former)!.Title,
                        Difference.Between([Fact.Of("Titre", former?.Title)], [Fact.Of("Titre", latter?.Title)])
                    );
                })
                .Where(c => c.Differences.Count > 0),
        ];
    }
}

/// <summary>A chapter or a criterion that is not the same in two versions.</summary>
internal sealed record ChangedPart(string Code, string Title, IReadOnlyList<Difference> Differences);
