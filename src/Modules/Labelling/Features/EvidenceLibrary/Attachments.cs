using CaseNumerique.Labelling.Data;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Labelling.Features.EvidenceLibrary;

internal static class Attachments
{
    /// <summary>A proof takes the place of the one that it renews, in the files that may still change; the others keep the old one.</summary>
    public static async Task RenewAsync(
        this LabellingDbContext db,
        Evidence evidence,
        DateTime now,
        CancellationToken cancellationToken
    )
    {
        if (evidence.ReplacesId is not { } formerId)
        {
            return;
        }

        var former = await db.Evidence.SingleAsync(e => e.Id == formerId, cancellationToken);
        former.RetiredAt = now;
        var uses = await db.EditableUsesOf(formerId).ToListAsync(cancellationToken);
        db.EvidenceUses.RemoveRange(uses);
        db.EvidenceUses.AddRange(uses.Select(u => new EvidenceUse { AnswerId = u.AnswerId, EvidenceId = evidence.Id }));
    }

    /// <summary>A new proof serves a criterion of a file that may still change; nothing happens where there is no such file.</summary>
    public static async Task AttachAsync(
        this LabellingDbContext db,
        Evidence evidence,
        Guid? applicationId,
        string? code,
        CancellationToken cancellationToken
    )
    {
        if (applicationId is not { } fileId)
        {
            return;
        }

        var content = await FileContent.LoadAsync(db, fileId, cancellationToken);
        var criterion = content.Set.Criteria.SingleOrDefault(k => k.Code == code);
        if (criterion is null || !content.File.IsEditable || content.File.EpnId != evidence.EpnId)
        {
            return;
        }

        var answer = content.Find(criterion);
        if (answer is null)
        {
            answer = new Answer { ApplicationId = fileId, CriterionId = criterion.Id };
            db.Answers.Add(answer);
        }

        answer.Touch();
        db.EvidenceUses.Add(new EvidenceUse { AnswerId = answer.Id, EvidenceId = evidence.Id });
    }

    /// <summary>Where a proof serves in files that may still change.</summary>
    public static IQueryable<EvidenceUse> EditableUsesOf(this LabellingDbContext db, Guid evidenceId) =>
        db.EvidenceUses.Where(u =>
            u.EvidenceId == evidenceId
            && db.Answers.Any(a =>
                a.Id == u.AnswerId
                && db.Applications.Any(f =>
                    f.Id == a.ApplicationId
                    && (f.Status == ApplicationStatus.Draft || f.Status == ApplicationStatus.ToComplete)
                )
            )
        );
}
