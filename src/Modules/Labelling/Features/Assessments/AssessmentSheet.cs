using CaseNumerique.Labelling.Data;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Labelling.Features.Assessments;

/// <summary>All that a file says of each criterion of its referential.</summary>
/// <param name="Answers">By criterion.</param>
/// <param name="Proofs">By answer.</param>
internal sealed record AssessmentSheet(
    CriteriaSet Set,
    IReadOnlyDictionary<Guid, Answer> Answers,
    ILookup<Guid, Evidence> Proofs
)
{
    /// <summary>What the assessor's scores amount to so far.</summary>
    public Scorecard Scorecard { get; } =
        Scorecard.Of(
            Set,
            Answers
                .Values.Where(a => a.IsScored)
                .ToDictionary(a => a.CriterionId, a => new CriterionScore(a.AssessorScore))
        );

    public Answer? AnswerTo(Criterion criterion) => Answers.GetValueOrDefault(criterion.Id);

    public IEnumerable<Evidence> ProofsOf(Criterion criterion) =>
        AnswerTo(criterion) is { } answer ? Proofs[answer.Id] : [];

    /// <summary>The next criterion without a score, from the one after this on, and round to the first.</summary>
    public Criterion? NextToScore(string? after)
    {
        Criterion[] all = [.. Set.Criteria];
        var start = Array.FindIndex(all, k => k.Code == after) + 1;
        return all.Skip(start).Concat(all.Take(start)).FirstOrDefault(k => AnswerTo(k) is not { IsScored: true });
    }
}

internal static class AssessmentSheetQueries
{
    public static async Task<AssessmentSheet> SheetAsync(
        this LabellingDbContext db,
        LabelApplication file,
        CancellationToken cancellationToken
    )
    {
        var set = await db
            .CriteriaSets.AsNoTracking()
            .Whole()
            .SingleAsync(s => s.Id == file.CriteriaSetId, cancellationToken);
        var answers = await db
            .Answers.AsNoTracking()
            .Where(a => a.ApplicationId == file.Id)
            .ToDictionaryAsync(a => a.CriterionId, cancellationToken);
        var proofs = await db
            .EvidenceUses.Join(db.Evidence, u => u.EvidenceId, e => e.Id, (u, e) => new { u.AnswerId, Proof = e })
            .Where(x => db.Answers.Any(a => a.Id == x.AnswerId && a.ApplicationId == file.Id))
            .AsNoTracking()
            .ToListAsync(cancellationToken);
        return new AssessmentSheet(
            set,
            answers,
            proofs.OrderBy(x => x.Proof.Title, StringComparer.Ordinal).ToLookup(x => x.AnswerId, x => x.Proof)
        );
    }
}
