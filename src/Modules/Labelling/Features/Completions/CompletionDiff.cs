using CaseNumerique.Labelling.Data;

namespace CaseNumerique.Labelling.Features.Completions;

/// <summary>What an EPN has changed in its answers, criterion by criterion, since it was asked to complete them.</summary>
internal static class CompletionDiff
{
    /// <summary>Only the criteria of which something is no longer the same, in the order of the referential.</summary>
    public static IReadOnlyList<CriterionChange> Of(
        IEnumerable<Criterion> criteria,
        IEnumerable<AnswerSnapshot> before,
        IEnumerable<AnswerSnapshot> after
    )
    {
        var (from, to) = (before.ToDictionary(s => s.CriterionId), after.ToDictionary(s => s.CriterionId));
        return
        [
            .. criteria
                .Select(k => Compare(k, from.GetValueOrDefault(k.Id), to.GetValueOrDefault(k.Id)))
                .Where(change => change.HasAny),
        ];
    }

    private static CriterionChange Compare(Criterion criterion, AnswerSnapshot? before, AnswerSnapshot? after)
    {
        var (from, to) = (Titles(before), Titles(after));
        return new CriterionChange(
            criterion,
            Score(before) == Score(after) ? null : (Score(before), Score(after)),
            before?.Comment == after?.Comment ? null : (before?.Comment ?? "", after?.Comment ?? ""),
            [.. to.Except(from)],
            [.. from.Except(to)]
        );
    }

    private static string Score(AnswerSnapshot? answer) =>
        answer is { IsNotApplicable: true } ? "sans objet"
        : answer is { SelfScore: { } score } ? $"{score}"
        : "sans réponse";

    private static string[] Titles(AnswerSnapshot? answer) =>
        answer?.Proofs.Split('\n', StringSplitOptions.RemoveEmptyEntries) ?? [];
}

/// <param name="Score">Before and after; null when it is the same.</param>
/// <param name="Comment">Before and after; null when it is the same.</param>
internal sealed record CriterionChange(
    Criterion Criterion,
    (string Before, string After)? Score,
    (string Before, string After)? Comment,
    IReadOnlyList<string> AddedProofs,
    IReadOnlyList<string> RemovedProofs
)
{
    public bool HasAny => Score is not null || Comment is not null || AddedProofs.Count + RemovedProofs.Count > 0;

    /// <summary>« C1 : note 1, puis 2 ; pièce ajoutée : Contrat. »</summary>
    public string InWords => $"{Criterion.Code} : {string.Join(" ; ", Parts())}.";

    private IEnumerable<string> Parts()
    {
        if (Score is var (before, after))
        {
            yield return $"note {before}, puis {after}";
        }

        if (Comment is not null)
        {
            yield return "commentaire modifié";
        }

        foreach (var proof in AddedProofs)
        {
            yield return $"pièce ajoutée, « {proof} »";
        }

        foreach (var proof in RemovedProofs)
        {
            yield return $"pièce retirée, « {proof} »";
        }
    }
}
