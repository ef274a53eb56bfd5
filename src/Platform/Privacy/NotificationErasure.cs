using CaseNumerique.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Platform.Privacy;

/// <summary>Notifications of all modules forget a person. Those under way are waited for, and those that ended are deleted.</summary>
/// <remarks>Rewriting one under way would race with the handler that already holds it; see docs/adr/0012.</remarks>
internal sealed class NotificationErasure(IEnumerable<ModuleDbContext> modules)
{
    /// <returns>How many that name the person have not yet been taken in.</returns>
    public async Task<int> CountUnderWayAsync(Traces traces, CancellationToken cancellationToken)
    {
        var count = 0;
        foreach (var (db, ids) in await FindAsync(traces, cancellationToken))
        {
            count += await db.Outbox.CountAsync(
                m =>
                    ids.Contains(m.Id)
                    && (
                        m.AddressedAt == null
                        || db.Deliveries.Any(d => d.MessageId == m.Id && d.State == DeliveryState.Pending)
                    ),
                cancellationToken
            );
        }

        return count;
    }

    /// <summary>Deletes what was delivered or given up: modules announce the whole of what they keep again.</summary>
    public async Task EraseEndedAsync(Traces traces, CancellationToken cancellationToken)
    {
        foreach (var (db, ids) in await FindAsync(traces, cancellationToken))
        {
            var ended = await db
                .Outbox.Where(m => ids.Contains(m.Id) && m.AddressedAt != null)
                .Where(m => !db.Deliveries.Any(d => d.MessageId == m.Id && d.State == DeliveryState.Pending))
                .Select(m => m.Id)
                .ToListAsync(cancellationToken);
            await db.Deliveries.Where(d => ended.Contains(d.MessageId)).ExecuteDeleteAsync(cancellationToken);
            await db.Outbox.Where(m => ended.Contains(m.Id)).ExecuteDeleteAsync(cancellationToken);
        }

        foreach (var db in modules)
        {
            foreach (var pattern in traces.Patterns)
            {
                await db
                    .Deliveries.Where(d => EF.Functions.Like(d.LastError!, pattern, Traces.LikeEscape))
                    .ExecuteUpdateAsync(set => set.SetProperty(d => d.LastError, (string?)null), cancellationToken);
            }
        }
    }

    private async Task<List<(ModuleDbContext Db, List<long> Ids)>> FindAsync(
        Traces traces,
        CancellationToken cancellationToken
    )
    {
        List<(ModuleDbContext, List<long>)> found = [];
        foreach (var db in modules)
        {
            List<long> ids = [];
            foreach (var pattern in traces.JsonPatterns)
            {
                ids.AddRange(
                    await db
                        .Outbox.Where(m => EF.Functions.Like(m.Payload, pattern, Traces.LikeEscape))
                        .Select(m => m.Id)
                        .ToListAsync(cancellationToken)
                );
            }

            found.Add((db, ids));
        }

        return found;
    }
}
