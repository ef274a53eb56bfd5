using CaseNumerique.Platform.Data;
using CaseNumerique.SharedKernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CaseNumerique.Platform.Audit;

/// <summary>
/// Gives each new line its place in the chain. Apart from the saves that wrote the lines, so that no request waits for
/// another. Of two hosts that seal at the same moment, the unique index on the place lets one through; the other starts over.
/// </summary>
internal sealed class AuditSealer(IServiceScopeFactory scopes)
{
    private const int Batch = 500;

    public async Task SealAsync(CancellationToken cancellationToken)
    {
        while (await SealBatchAsync(cancellationToken)) { }
    }

    /// <returns>Whether there may be more to seal.</returns>
    private async Task<bool> SealBatchAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PlatformDbContext>();
        var waiting = await db
            .Journal.Where(e => e.Sequence == null)
            .OrderBy(e => e.At)
            .ThenBy(e => e.Id)
            .Take(Batch)
            .ToListAsync(cancellationToken);
        if (waiting.Count == 0)
        {
            return false;
        }

        var (sequence, hash) = await db.Journal.HeadAsync(cancellationToken);
        foreach (var entry in waiting)
        {
            entry.Seal(++sequence, hash);
            hash = entry.Hash!;
        }

        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return waiting.Count == Batch;
        }
        catch (DbUpdateException error) when (error is DbUpdateConcurrencyException || error.IsDuplicate())
        {
            return true;
        }
    }
}

internal static class AuditChain
{
    /// <summary>The last sealed line's place and hash, to be compared with what was noted elsewhere.</summary>
    public static async Task<(long Sequence, string Hash)> HeadAsync(
        this IQueryable<AuditEntry> journal,
        CancellationToken cancellationToken
    )
    {
        var last = await journal
            .AsNoTracking()
            .Where(e => e.Sequence != null)
            .OrderByDescending(e => e.Sequence)
            .FirstOrDefaultAsync(cancellationToken);
        return last is null ? (0, AuditEntry.NoHash) : (last.Sequence!.Value, last.Hash!);
    }
}
