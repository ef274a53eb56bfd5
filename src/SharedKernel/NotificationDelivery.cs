using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CaseNumerique.SharedKernel;

/// <summary>Runs one handler on one message, once in effect, and notes how it went.</summary>
public sealed partial class NotificationDelivery(
    IServiceScopeFactory scopes,
    TimeProvider clock,
    ILogger<NotificationDelivery> logger
)
{
    public const int MaxAttempts = 10;
    private static readonly TimeSpan _leaseTime = TimeSpan.FromMinutes(5);

    /// <summary>Tries one delivery, unless another host has taken it.</summary>
    public async Task DeliverAsync(
        ModuleDbContext db,
        OutboxDelivery delivery,
        OutboxMessage message,
        CancellationToken cancellationToken
    )
    {
        var lease = Guid.CreateVersion7();
        var now = clock.UtcNow;
        var claimed = await db
            .Deliveries.Where(d => d.Id == delivery.Id && d.State == DeliveryState.Pending)
            .Where(d => d.LeaseUntil == null || d.LeaseUntil <= now)
            .ExecuteUpdateAsync(
                set => set.SetProperty(d => d.Lease, lease).SetProperty(d => d.LeaseUntil, now + _leaseTime),
                cancellationToken
            );
        if (claimed == 0)
        {
            return;
        }

        CrashPoint.Reach("notification-claimed");
        var outcome = "delivered";
        try
        {
            await RunHandlerOnceAsync(db.Module, delivery.Handler, message, cancellationToken);
            CrashPoint.Reach("notification-handled");
            await db
                .Deliveries.Where(d => d.Id == delivery.Id && d.Lease == lease)
                .ExecuteUpdateAsync(
                    set =>
                        set.SetProperty(d => d.State, DeliveryState.Delivered)
                            .SetProperty(d => d.DeliveredAt, clock.UtcNow)
                            .SetProperty(d => d.LastError, (string?)null),
                    cancellationToken
                );
        }
        // A handler may run out of patience with something of its own: that is a failure, and nobody's order to stop.
        catch (Exception error)
            when (error is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            outcome = await PostponeAsync(db, delivery, lease, error, cancellationToken);
        }

        Telemetry.Deliveries.Add(1, new("handler", delivery.Handler), new("outcome", outcome));
    }

    /// <summary>The effect and its inbox entry are one save of the receiving module, so that it is both or neither.</summary>
    private async Task RunHandlerOnceAsync(
        string publisherModule,
        string handler,
        OutboxMessage message,
        CancellationToken cancellationToken
    )
    {
        await using var scope = scopes.CreateAsyncScope();
        var services = scope.ServiceProvider;
        var receiver =
            services
                .GetServices<ModuleDbContext>()
                .SingleOrDefault(m => m.GetType().Assembly.GetType(handler) is not null)
            ?? throw new MissingHandlerException(handler);
        if (
            await receiver.Inbox.AnyAsync(
                e => e.Publisher == publisherModule && e.MessageId == message.Id && e.Handler == handler,
                cancellationToken
            )
        )
        {
            return;
        }

        var entry = new InboxEntry
        {
            Publisher = publisherModule,
            MessageId = message.Id,
            Handler = handler,
            HandledAt = clock.UtcNow,
        };
        receiver.Inbox.Add(entry);
        using var running = AuditScope.Enter(receiver.GetType().Assembly.GetType(handler)!);
        try
        {
            await services
                .GetRequiredService<PerHandlerPublisher>()
                .RunAsync(services.GetRequiredService<IPublisher>(), message.Read(), handler, cancellationToken);
            CrashPoint.Reach("notification-effect-not-saved");
            // A handler that found nothing to do has not saved: the entry alone is.
            await receiver.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException error) when (error.IsDuplicate() && error.Entries.Any(e => e.Entity is InboxEntry))
        {
            // Another host was quicker; its effect stands and this one was rolled back as a whole.
        }
    }

    private async Task<string> PostponeAsync(
        ModuleDbContext db,
        OutboxDelivery delivery,
        Guid lease,
        Exception error,
        CancellationToken cancellationToken
    )
    {
        var attempts = delivery.Attempts + 1;
        var isDead = attempts >= MaxAttempts || error is MissingHandlerException;
        LogFailedDelivery(logger, error, delivery.Handler, delivery.MessageId, attempts);

        var words = OutboxDelivery.Shorten($"{error.GetType().Name}: {error.GetBaseException().Message}");
        await db
            .Deliveries.Where(d => d.Id == delivery.Id && d.Lease == lease)
            .ExecuteUpdateAsync(
                set =>
                    set.SetProperty(d => d.Attempts, attempts)
                        .SetProperty(d => d.State, isDead ? DeliveryState.Dead : DeliveryState.Pending)
                        .SetProperty(d => d.RetryAt, clock.UtcNow.AddMinutes(Math.Pow(2, attempts)))
                        .SetProperty(d => d.LeaseUntil, (DateTime?)null)
                        .SetProperty(d => d.LastError, words),
                cancellationToken
            );
        return isDead ? "dead" : "postponed";
    }

    [LoggerMessage(LogLevel.Error, "{Handler} failed on message {MessageId}, attempt {Attempt}")]
    private static partial void LogFailedDelivery(
        ILogger logger,
        Exception error,
        string handler,
        long messageId,
        int attempt
    );
}
