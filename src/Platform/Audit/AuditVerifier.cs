using System.Runtime.CompilerServices;
using CaseNumerique.Platform.Data;
using CaseNumerique.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Platform.Audit;

/// <summary>Walks along the chain, some lines at a time, and says which line is the first that is not as it was written.</summary>
internal sealed class AuditVerifier(PlatformDbContext db)
{
    private const int Batch = 500;

    private AuditErasures _erasures = null!;

    /// <param name="knownHead">The hash of a line noted elsewhere, which must still be there.</param>
    public async Task<AuditVerdict> VerifyAsync(string? knownHead, CancellationToken cancellationToken)
    {
        _erasures = await AuditErasures.ReadAsync(db, cancellationToken);
        var (count, head, isKnown) = (0L, AuditEntry.NoHash, knownHead is null);
        string? fault = null;
        await foreach (var (entry, details) in SealedAsync(cancellationToken))
        {
            fault = FaultOfLink(entry, count, head) ?? await FaultOfDetailsAsync(entry, details, cancellationToken);
            if (fault is not null)
            {
                break;
            }

            (count, head) = (entry.Sequence!.Value, entry.Hash!);
            isKnown = isKnown || string.Equals(head, knownHead, StringComparison.OrdinalIgnoreCase);
        }

        if (fault is null && await db.Journal.LongCountAsync(e => e.Sequence <= count, cancellationToken) != count)
        {
            fault = "Deux lignes portent le même numéro.";
        }

        fault ??= isKnown ? null : $"L’empreinte connue n’est plus dans la chaîne : {knownHead}.";
        var waiting = await db.Journal.CountAsync(e => e.Sequence == null, cancellationToken);
        return new AuditVerdict(count, head, waiting, fault);
    }

    private async IAsyncEnumerable<(AuditEntry Entry, ILookup<AuditPart, AuditDetail> Details)> SealedAsync(
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        var last = long.MinValue;
        while (true)
        {
            var entries = await db
                .Journal.AsNoTracking()
                .Where(e => e.Sequence > last)
                .OrderBy(e => e.Sequence)
                .Take(Batch)
                .ToListAsync(cancellationToken);
            if (entries.Count == 0)
            {
                yield break;
            }

            var ids = entries.Select(e => e.Id).ToList();
            var details = await db
                .JournalDetails.AsNoTracking()
                .Where(d => ids.Contains(d.EntryId))
                .ToListAsync(cancellationToken);
            var ofEntry = details.ToLookup(d => d.EntryId);
            foreach (var entry in entries)
            {
                yield return (entry, ofEntry[entry.Id].ToLookup(d => d.Part));
            }

            last = entries[^1].Sequence!.Value;
        }
    }

    private static string? FaultOfLink(AuditEntry entry, long before, string head)
    {
        if (entry.Sequence != before + 1)
        {
            return entry.Sequence <= before
                ? $"La ligne n° {entry.Sequence} est en trop."
                : $"La ligne n° {before + 1} manque.";
        }

        if (entry.Hash != entry.ComputeHash())
        {
            return $"La ligne n° {entry.Sequence} a été altérée ({entry.Id}).";
        }

        // Its own hash is right, so that it is the line before which no longer is what this one followed.
        return entry.PreviousHash == head ? null
            : before == 0 ? "La ligne n° 1 n’est plus la première."
            : $"La ligne n° {before} a été réécrite : la suivante en gardait une autre empreinte.";
    }

    private async Task<string?> FaultOfDetailsAsync(
        AuditEntry entry,
        ILookup<AuditPart, AuditDetail> details,
        CancellationToken cancellationToken
    )
    {
        foreach (var part in Enum.GetValues<AuditPart>())
        {
            var (expected, detail) = (entry.CommitmentTo(part), details[part].SingleOrDefault());
            if (detail is not null && detail.ComputeHash() != expected)
            {
                return $"Le détail de la ligne n° {entry.Sequence} a été altéré ({entry.Id}).";
            }

            if (detail is null && expected is not null && !await IsAccountedForAsync(entry, part, cancellationToken))
            {
                return $"Le détail de la ligne n° {entry.Sequence} manque, et rien ne dit pourquoi ({entry.Id}).";
            }
        }

        return null;
    }

    private async Task<bool> IsAccountedForAsync(AuditEntry entry, AuditPart part, CancellationToken cancellationToken)
    {
        if (!_erasures.AccountFor(entry, part))
        {
            // It may have been erased while the walk was under way.
            _erasures = await AuditErasures.ReadAsync(db, cancellationToken);
        }

        return _erasures.AccountFor(entry, part);
    }
}
