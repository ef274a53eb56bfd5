using CaseNumerique.Labelling.Data;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Labelling.Features.EvidenceLibrary;

internal static class EvidenceRenewals
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
