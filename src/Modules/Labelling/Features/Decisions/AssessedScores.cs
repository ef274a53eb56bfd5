using CaseNumerique.Labelling.Data;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Labelling.Features.Decisions;

internal static class AssessedScores
{
    /// <summary>What the assessor gave each criterion, for the <see cref="Scorecard"/>.</summary>
    public static async Task<IReadOnlyDictionary<Guid, CriterionScore>> AssessedScoresAsync(
        this LabellingDbContext db,
        Guid fileId,
        CancellationToken cancellationToken
    )
    {
        var answers = await db
            .Answers.AsNoTracking()
            .Where(a => a.ApplicationId == fileId)
            .Where(a => a.AssessorScore != null || a.IsNotApplicableToAssessor)
            .ToListAsync(cancellationToken);
        return answers.ToDictionary(
            a => a.CriterionId,
            a => new CriterionScore(a.IsNotApplicableToAssessor ? null : a.AssessorScore)
        );
    }
}
