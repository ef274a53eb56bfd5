using CaseNumerique.Platform.Audit;
using CaseNumerique.Platform.Data;
using CaseNumerique.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Platform.Features.Journal;

/// <summary>Who stands behind the lines.</summary>
internal static class JournalQueries
{
    /// <summary>The actor's name for each line that has one: of its own day, else of the account's latest act.</summary>
    public static async Task<IReadOnlyDictionary<Guid, string>> ActorNamesAsync(
        this PlatformDbContext db,
        IReadOnlyList<AuditEntry> entries,
        CancellationToken cancellationToken
    )
    {
        var ids = entries.Select(e => e.Id).ToList();
        var origins = await db
            .JournalDetails.AsNoTracking()
            .Where(d => d.Part == AuditPart.From && ids.Contains(d.EntryId))
            .ToDictionaryAsync(d => d.EntryId, d => AuditJson.ReadOrigin(d.Json).Name, cancellationToken);
        Dictionary<Guid, string> names = [];
        Dictionary<Guid, string?> latest = [];
        foreach (var entry in entries)
        {
            var name = origins.GetValueOrDefault(entry.Id);
            if (name is null && entry.ActorId is { } actor && !latest.TryGetValue(actor, out name))
            {
                latest[actor] = name = await db.LatestNameAsync(actor, cancellationToken);
            }

            if (name is not null)
            {
                names[entry.Id] = name;
            }
        }

        return names;
    }

    public static Task<List<Guid>> ActorsNamedAsync(
        this PlatformDbContext db,
        string words,
        CancellationToken cancellationToken
    ) =>
        db
            .Journal.Where(e => e.ActorId != null)
            .Where(e =>
                db.JournalDetails.Any(d => d.EntryId == e.Id && d.Part == AuditPart.From && d.Json.Contains(words))
            )
            .Select(e => e.ActorId!.Value)
            .Distinct()
            .ToListAsync(cancellationToken);

    private static async Task<string?> LatestNameAsync(
        this PlatformDbContext db,
        Guid actor,
        CancellationToken cancellationToken
    )
    {
        var json = await db
            .Journal.Where(e => e.ActorId == actor)
            .OrderByDescending(e => e.At)
            .Join(
                db.JournalDetails.Where(d => d.Part == AuditPart.From && d.Json.Contains("\"name\"")),
                e => e.Id,
                d => d.EntryId,
                (e, d) => d.Json
            )
            .FirstOrDefaultAsync(cancellationToken);
        return json is null ? null : AuditJson.ReadOrigin(json).Name;
    }
}
