using CaseNumerique.Labelling.Data;
using CaseNumerique.Labelling.Features.Assessments;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Labelling.Features.Completions;

/// <summary>What the slices about missing items ask together.</summary>
internal static class CompletionQueries
{
    /// <summary>The list that the EPN has not answered yet, with its items; null where there is none.</summary>
    public static Task<CompletionRequest?> OpenCompletionAsync(
        this LabellingDbContext db,
        Guid applicationId,
        CancellationToken cancellationToken
    ) =>
        db
            .Completions.Include(r => r.Items)
            .Where(r => r.ApplicationId == applicationId && r.AnsweredAt == null)
            .Where(r => db.Applications.Any(a => a.Id == applicationId && a.Status == ApplicationStatus.ToComplete))
            .OrderByDescending(r => r.Number)
            .FirstOrDefaultAsync(cancellationToken);

    /// <summary>What the EPN says today of each criterion, kept with the list that asks it to change something.</summary>
    public static async Task<IEnumerable<AnswerSnapshot>> SnapshotsAsync(
        this LabellingDbContext db,
        LabelApplication file,
        Guid requestId,
        CancellationToken cancellationToken
    )
    {
        var sheet = await db.SheetAsync(file, cancellationToken);
        return sheet.Answers.Values.Select(a => new AnswerSnapshot
        {
            RequestId = requestId,
            CriterionId = a.CriterionId,
            SelfScore = a.SelfScore,
            IsNotApplicable = a.IsNotApplicable,
            Comment = a.Comment,
            Proofs = string.Join('\n', sheet.Proofs[a.Id].Select(p => p.Title)),
        });
    }
}
