namespace CaseNumerique.Labelling.Data;

/// <summary>What the scores amount to under a referential: advice, which a person follows or not.</summary>
/// <param name="Chapters">In the referential's order.</param>
/// <param name="OverallPercent">0 to 100, of the criteria scored so far.</param>
/// <param name="Answered">How many criteria have a score or do not apply.</param>
/// <param name="Total">How many criteria there are.</param>
/// <param name="Shortfalls">What stands against a favourable opinion, in the order of the referential.</param>
internal sealed record Scorecard(
    IReadOnlyList<ChapterScore> Chapters,
    int OverallPercent,
    int Answered,
    int Total,
    IReadOnlyList<Shortfall> Shortfalls,
    OpinionKind Advice
)
{
    public bool IsComplete => Answered == Total;

    /// <param name="scoreOf">The score of a criterion, by its id; none for what is not answered yet.</param>
    public static Scorecard Of(CriteriaSet set, IReadOnlyDictionary<Guid, CriterionScore> scoreOf)
    {
        ChapterScore[] chapters = [.. set.Chapters.OrderBy(c => c.Position).Select(c => ChapterScore.Of(c, scoreOf))];
        var overall = Percent(chapters.Sum(c => c.Points), chapters.Sum(c => c.MaxPoints));
        List<Shortfall> shortfalls =
        [
            .. set
                .Criteria.Where(k => k.Kind is CriterionKind.Mandatory)
                .Where(k => scoreOf.TryGetValue(k.Id, out var score) && score.Value < CriteriaSet.MetScore)
                .Select(k => new Shortfall(
                    $"{k.Code}, obligatoire, est {(scoreOf[k.Id].Value == 0 ? "non conforme" : "partiel")}.",
                    k
                )),
            .. chapters
                .Where(c => c.MaxPoints > 0 && c.Percent < set.ChapterPercent)
                .Select(c => new Shortfall(
                    $"Le chapitre {c.Chapter.Code} est à {c.Percent}\u00A0%, il en faut {set.ChapterPercent}.",
                    null
                )),
        ];
        if (chapters.Sum(c => c.MaxPoints) > 0 && overall < set.OverallPercent)
        {
            shortfalls.Add(new($"L’ensemble est à {overall}\u00A0%, il en faut {set.OverallPercent}.", null));
        }

        return new Scorecard(
            chapters,
            overall,
            set.Criteria.Count(k => scoreOf.ContainsKey(k.Id)),
            set.Criteria.Count(),
            shortfalls,
            AdviceOn(set, shortfalls, scoreOf)
        );
    }

    internal static int Percent(int points, int max) => max == 0 ? 100 : Math.Min(100, 100 * points / max);

    /// <summary>A few mandatory criteria met in part are a matter of conditions; all else is to be taken up again.</summary>
    private static OpinionKind AdviceOn(
        CriteriaSet set,
        List<Shortfall> shortfalls,
        IReadOnlyDictionary<Guid, CriterionScore> scoreOf
    )
    {
        if (shortfalls.Count == 0)
        {
            return OpinionKind.Favourable;
        }

        var arePartial = shortfalls.All(s => s.Criterion is { } criterion && scoreOf[criterion.Id].Value == 1);
        return arePartial && shortfalls.Count <= set.MaxConditions
            ? OpinionKind.FavourableWithConditions
            : OpinionKind.Defer;
    }
}

/// <param name="Value">0 to 3; null when the criterion does not apply.</param>
internal readonly record struct CriterionScore(int? Value);

/// <param name="Criterion">The mandatory criterion that is not met; null where a sum falls short.</param>
internal sealed record Shortfall(string Words, Criterion? Criterion);

/// <summary>A bonus adds its points when it is there, and is not missed when it is not.</summary>
internal sealed record ChapterScore(Chapter Chapter, int Points, int MaxPoints, int Answered)
{
    public int Percent => Scorecard.Percent(Points, MaxPoints);

    public static ChapterScore Of(Chapter chapter, IReadOnlyDictionary<Guid, CriterionScore> scoreOf)
    {
        var (points, max, answered) = (0, 0, 0);
        foreach (var criterion in chapter.Criteria)
        {
            if (!scoreOf.TryGetValue(criterion.Id, out var score))
            {
                continue;
            }

            answered++;
            if (score.Value is not { } value)
            {
                continue;
            }

            points += value * criterion.Weight;
            max += criterion.Kind is CriterionKind.Bonus ? 0 : CriteriaSet.BestScore * criterion.Weight;
        }

        return new ChapterScore(chapter, points, max, answered);
    }
}
