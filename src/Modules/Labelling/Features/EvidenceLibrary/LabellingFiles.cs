using System.Security.Claims;
using CaseNumerique.Labelling.Data;
using CaseNumerique.Labelling.Features.Visits;
using CaseNumerique.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Labelling.Features.EvidenceLibrary;

/// <summary>Who reads what goes with files of the label: the EPN's people, those of ÉcoNum, and the committee what proves a file that is before it.</summary>
internal sealed class LabellingFiles(LabellingDbContext db) : IFileAccess
{
    public string Module => LabellingDbContext.Name;

    public async Task<bool> MayReadAsync(ClaimsPrincipal person, Guid subjectId, CancellationToken cancellationToken)
    {
        var epnId = await db
            .Evidence.Where(e => e.Id == subjectId)
            .Select(e => (Guid?)e.EpnId)
            .SingleOrDefaultAsync(cancellationToken);
        if (epnId is { } id)
        {
            return person.MaySee(id) || await ProvesFileOpenToAsync(person, subjectId, cancellationToken);
        }

        var reply = await db.EpnReplies.AsNoTracking().SingleOrDefaultAsync(r => r.Id == subjectId, cancellationToken);
        return reply is null
            ? await db.MayReadVisitAsync(person, subjectId, cancellationToken)
            // What is being written is the EPN's own until it is sent.
            : person.MaySee(reply.EpnId) && (reply.SentAt is not null || !person.IsEcoNum);
    }

    /// <summary>A proof goes with the files that it serves: who may open one of these may read it.</summary>
    private Task<bool> ProvesFileOpenToAsync(
        ClaimsPrincipal person,
        Guid evidenceId,
        CancellationToken cancellationToken
    ) =>
        db
            .Applications.VisibleTo(person, db)
            .AnyAsync(
                f =>
                    db.EvidenceUses.Any(u =>
                        u.EvidenceId == evidenceId && db.Answers.Any(a => a.Id == u.AnswerId && a.ApplicationId == f.Id)
                    ),
                cancellationToken
            );
}
