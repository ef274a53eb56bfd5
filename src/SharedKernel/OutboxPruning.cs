using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.SharedKernel;

/// <summary>Forgets notifications that every handler has taken in: their payloads may name people.</summary>
public sealed class OutboxPruning(IEnumerable<ModuleDbContext> modules, TimeProvider clock) : IRecurringJob
{
    public const int DaysKept = 30;

    public string Id => "outbox-pruning";

    public string Cron => "30 3 * * *";

    public TimeSpan LateAfter => TimeSpan.FromDays(2);

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var until = clock.UtcNow.AddDays(-DaysKept);
        foreach (var db in modules)
        {
            var finished = db.Outbox.Where(m =>
                m.AddressedAt < until
                && !db.Deliveries.Any(d =>
                    d.MessageId == m.Id && (d.State != DeliveryState.Delivered || d.DeliveredAt >= until)
                )
            );
            await db
                .Deliveries.Where(d => finished.Any(m => m.Id == d.MessageId))
                .ExecuteDeleteAsync(cancellationToken);
            await finished.ExecuteDeleteAsync(cancellationToken);
            // An inbox key outlives its message, so that a late second delivery still finds it.
            await db.Inbox.Where(e => e.HandledAt < until.AddDays(-DaysKept)).ExecuteDeleteAsync(cancellationToken);
        }
    }
}
