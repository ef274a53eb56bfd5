using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CaseNumerique.SharedKernel;

/// <summary>
/// Delivers what modules have announced, to each handler by itself. At least once, in the order of the announcements for one
/// handler and one aggregate; the inbox of the receiving module makes the effect happen once.
/// </summary>
public sealed class NotificationDispatcher(
    NotificationAddressing addressing,
    NotificationDelivery delivery,
    IServiceScopeFactory scopes,
    TimeProvider clock
)
{
    internal const int Batch = 100;

    /// <summary>Delivers until nothing is due any more.</summary>
    /// <returns>How many deliveries were tried.</returns>
    public async Task<int> DispatchAsync(CancellationToken cancellationToken)
    {
        var total = 0;
        int tried;
        do
        {
            tried = 0;
            foreach (var module in await ModulesAsync())
            {
                await addressing.AddressAsync(module, cancellationToken);
                tried += await DeliverDueAsync(module, cancellationToken);
            }

            total += tried;
        } while (tried > 0);

        return total;
    }

    private async Task<IReadOnlyList<string>> ModulesAsync()
    {
        await using var scope = scopes.CreateAsyncScope();
        return [.. scope.ServiceProvider.GetServices<ModuleDbContext>().Select(m => m.Module)];
    }

    private async Task<int> DeliverDueAsync(string module, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ModuleNamed(module);
        var now = clock.UtcNow;
        var due = await db
            .Deliveries.AsNoTracking()
            .Where(d => d.State == DeliveryState.Pending && (d.RetryAt == null || d.RetryAt <= now))
            .Where(d => d.LeaseUntil == null || d.LeaseUntil <= now)
            .Where(d =>
                !db.Deliveries.Any(earlier =>
                    earlier.AggregateId == d.AggregateId
                    && earlier.Handler == d.Handler
                    && earlier.State == DeliveryState.Pending
                    && earlier.Id < d.Id
                )
            )
            .OrderBy(d => d.Id)
            .Take(Batch)
            .Join(db.Outbox, d => d.MessageId, m => m.Id, (d, m) => new { Delivery = d, Message = m })
            .ToListAsync(cancellationToken);

        foreach (var row in due)
        {
            await delivery.DeliverAsync(db, row.Delivery, row.Message, cancellationToken);
        }

        return due.Count;
    }
}
