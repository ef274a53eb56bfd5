using System.Text.Json;
using CaseNumerique.Labelling.Data;
using CaseNumerique.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Labelling.Features.Exports;

/// <summary>Something that a file is proven by: a proof of the library, what was photographed on a visit, or sent about a condition.</summary>
/// <param name="Codes">The criteria that it serves in the file as it stands; none where only a former version names it.</param>
internal sealed record ArchivePiece(
    string Title,
    FileOwner Owner,
    IReadOnlyList<string> Codes,
    string? Link = null,
    DateOnly? ExpiresOn = null
)
{
    /// <summary>As the index tells of it, in lines.</summary>
    public IEnumerable<string> Describe()
    {
        yield return Title;
        if (Codes.Count > 0)
        {
            yield return $"   Critères\u00A0: {string.Join(", ", Codes)}";
        }

        if (Link is not null)
        {
            yield return $"   Lien\u00A0: {Link}";
        }

        if (ExpiresOn is { } until)
        {
            yield return $"   Valable jusqu’au {FrenchText.Date(until)} inclus";
        }
    }

    /// <summary>By title: what serves the answers and the conditions of a file now, what served them when they were filed, and photographs.</summary>
    public static async Task<IReadOnlyList<ArchivePiece>> ListAsync(
        LabellingDbContext db,
        Guid applicationId,
        CancellationToken cancellationToken
    )
    {
        var uses = await db
            .EvidenceUses.Join(
                db.Answers.Where(a => a.ApplicationId == applicationId),
                u => u.AnswerId,
                a => a.Id,
                (u, a) => new { u.EvidenceId, a.CriterionId }
            )
            .Join(db.Criteria, x => x.CriterionId, k => k.Id, (x, k) => new { x.EvidenceId, k.Code })
            .ToListAsync(cancellationToken);
        var codesOf = uses.ToLookup(u => u.EvidenceId, u => u.Code);
        var answers = await db
            .Conditions.Where(c => c.ApplicationId == applicationId && c.EvidenceId != null)
            .Select(c => c.EvidenceId!.Value)
            .Union(
                db.EpnReplies.Where(r => r.EvidenceId != null && r.SentAt != null)
                    .Where(r => db.Conditions.Any(c => c.Id == r.SubjectId && c.ApplicationId == applicationId))
                    .Select(r => r.EvidenceId!.Value)
            )
            .ToListAsync(cancellationToken);
        List<Guid> ids =
        [
            .. codesOf.Select(u => u.Key),
            .. answers,
            .. await FiledAsync(db, applicationId, cancellationToken),
        ];
        var proofs = await db
            .Evidence.AsNoTracking()
            .Where(e => ids.Contains(e.Id))
            .OrderBy(e => e.Title)
            .ThenBy(e => e.Id)
            .ToListAsync(cancellationToken);
        var visits = await db
            .Visits.Where(v => v.ApplicationId == applicationId && v.Status == VisitStatus.Done)
            .OrderBy(v => v.StartsAt)
            .Select(v => new { v.Id, v.StartsAt })
            .ToListAsync(cancellationToken);
        var replies = await db
            .EpnReplies.Where(r => r.SentAt != null)
            .Join(
                db.Conditions.Where(c => c.ApplicationId == applicationId),
                r => r.SubjectId,
                c => c.Id,
                (r, c) => new { Reply = r, db.Criteria.Single(k => k.Id == c.CriterionId).Code }
            )
            .OrderBy(x => x.Reply.SentAt)
            .ToListAsync(cancellationToken);
        return
        [
            .. proofs.Select(e => new ArchivePiece(
                e.Title,
                Evidence.OwnerOf(e.Id),
                [.. codesOf[e.Id].Order(StringComparer.Ordinal)],
                e.Link,
                e.ExpiresOn
            )),
            .. visits.Select(v => new ArchivePiece(
                v.StartsAt is { } day
                    ? $"Photographies de la visite du {FrenchText.Date(NoumeaTime.DayOf(day))}"
                    : "Photographies de la visite",
                SiteVisit.OwnerOf(v.Id),
                []
            )),
            .. replies.Select(r => new ArchivePiece(
                $"Réponse du {FrenchText.Instant(r.Reply.SentAt!.Value)} à une réserve",
                EpnReply.OwnerOf(r.Reply.Id),
                [r.Code]
            )),
        ];
    }

    /// <summary>What the sealed versions name: a proof may have been replaced since.</summary>
    private static async Task<IReadOnlyList<Guid>> FiledAsync(
        LabellingDbContext db,
        Guid applicationId,
        CancellationToken cancellationToken
    )
    {
        List<Guid> ids = [];
        var versions = db.FiledVersions.Where(v => v.ApplicationId == applicationId).Select(v => v.Json);
        await foreach (var json in versions.AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            using var sealedContent = JsonDocument.Parse(json);
            ids.AddRange(
                sealedContent
                    .RootElement.GetProperty("answers")
                    .EnumerateArray()
                    .SelectMany(a => a.GetProperty("proofs").EnumerateArray())
                    .Select(p => p.GetProperty("id").GetGuid())
            );
        }

        return ids;
    }
}
