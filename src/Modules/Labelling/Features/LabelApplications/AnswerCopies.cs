using CaseNumerique.Labelling.Data;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Labelling.Features.LabelApplications;

/// <summary>Takes answers and their proofs over by the code of the criterion: from a version of the referential to another, from a file to its renewal, or to the request after its refusal.</summary>
internal static class AnswerCopies
{
    /// <returns>The file that was decided last of this EPN, where that was a refusal.</returns>
    public static async Task<FileContent?> LastRefusedAsync(
        this LabellingDbContext db,
        Guid epnId,
        CancellationToken cancellationToken
    )
    {
        var last = await db
            .Applications.Where(a => a.EpnId == epnId && a.DecidedAt != null)
            .OrderByDescending(a => a.DecidedAt)
            .ThenByDescending(a => a.Id)
            .Select(a => new { a.Id, a.Status })
            .FirstOrDefaultAsync(cancellationToken);
        return last is { Status: ApplicationStatus.Refused }
            ? await FileContent.LoadAsync(db, last.Id, cancellationToken)
            : null;
    }

    /// <param name="from">The file whose answers are taken.</param>
    /// <param name="to">The file that they are for; may be the same.</param>
    /// <returns>The codes of answers that no criterion of the set takes.</returns>
    public static async Task<IReadOnlyList<string>> CopyAnswersAsync(
        this LabellingDbContext db,
        FileContent from,
        LabelApplication to,
        CriteriaSet set,
        CancellationToken cancellationToken
    )
    {
        var criterionOf = set.Criteria.ToDictionary(k => k.Code);
        var usable = await db
            .Evidence.Where(e => e.EpnId == to.EpnId && e.RetiredAt == null)
            .Select(e => e.Id)
            .ToListAsync(cancellationToken);
        List<string> lost = [];
        foreach (var former in from.Set.Criteria)
        {
            if (from.Find(former) is not { IsAnswered: true } answer)
            {
                continue;
            }

            if (!criterionOf.TryGetValue(former.Code, out var criterion))
            {
                lost.Add(former.Code);
                continue;
            }

            var copy = new Answer
            {
                ApplicationId = to.Id,
                CriterionId = criterion.Id,
                SelfScore = answer.SelfScore,
                IsNotApplicable = answer.IsNotApplicable && criterion.IsNotApplicableAllowed,
                Comment = answer.Comment,
                AnsweredAt = answer.AnsweredAt,
                AnsweredBy = answer.AnsweredBy,
                AnsweredById = answer.AnsweredById,
                IsStillTrue = from.File.Id == to.Id && answer.IsStillTrue,
            };
            db.Answers.Add(copy);
            db.EvidenceUses.AddRange(
                from.ProofsOf[answer.Id]
                    .Where(p => usable.Contains(p.Id))
                    .Select(p => new EvidenceUse { AnswerId = copy.Id, EvidenceId = p.Id })
            );
        }

        return lost;
    }
}
