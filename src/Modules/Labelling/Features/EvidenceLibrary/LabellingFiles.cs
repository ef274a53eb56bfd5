using System.Security.Claims;
using CaseNumerique.Labelling.Data;
using CaseNumerique.Labelling.Features.Visits;
using CaseNumerique.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Labelling.Features.EvidenceLibrary;

/// <summary>Who reads what goes with files of the label: the EPN's people and those of ÉcoNum, nobody else.</summary>
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
            return person.MaySee(id);
        }

        var reply = await db.EpnReplies.AsNoTracking().SingleOrDefaultAsync(r => r.Id == subjectId, cancellationToken);
        return reply is null
            ? await db.MayReadVisitAsync(person, subjectId, cancellationToken)
            // What is being written is the EPN's own until it is sent.
            : person.MaySee(reply.EpnId) && (reply.SentAt is not null || !person.IsEcoNum);
    }
}
