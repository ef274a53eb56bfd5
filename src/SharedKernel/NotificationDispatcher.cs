using System.Text.Json;
using CaseNumerique.Contracts;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CaseNumerique.SharedKernel;

/// <summary>
/// Delivers what modules have announced, to each handler by itself. At least once, in the order of the announcements for one
/// handler and one aggregate; the inbox of the receiving module makes the effect happen once.
/// </summary>
public sealed partial class NotificationDispatcher(
    IServiceScopeFactory scopes,
    TimeProvider clock,
    ILogger<NotificationDispatcher> logger
)
{
    public const int MaxAttempts = 10;
    private const int Batch = 100;
    private static readonly TimeSpan _leaseTime = TimeSpan.FromMinutes(5);

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
                await AddressAsync(module, cancellationToken);
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

    private static ModuleDbContext Open(AsyncServiceScope scope, string module) =>
        scope.ServiceProvider.GetServices<ModuleDbContext>().Single(m => m.Module == module);

    /// <summary>Writes a delivery for each handler of each new message.</summary>
    private async Task AddressAsync(string module, CancellationToken cancellationToken)
    {
        while (true)
        {
            await using var scope = scopes.CreateAsyncScope();
            var db = Open(scope, module);
            var messages = await db
                .Outbox.Where(m => m.AddressedAt == null)
                .OrderBy(m => m.Id)
                .Take(Batch)
                .ToListAsync(cancellationToken);
            if (messages.Count == 0)
            {
                return;
            }

            var publisher = scope.ServiceProvider.GetRequiredService<IPublisher>();
            var perHandler = scope.ServiceProvider.GetRequiredService<PerHandlerPublisher>();
            foreach (var message in messages)
            {
                message.AddressedAt = clock.UtcNow;
                foreach (var handler in await perHandler.HandlersOfAsync(publisher, Read(message), cancellationToken))
                {
                    db.Deliveries.Add(
                        new OutboxDelivery
                        {
                            MessageId = message.Id,
                            Handler = handler.FullName!,
                            AggregateId = message.AggregateId,
                        }
                    );
                }
            }

            try
            {
                await db.SaveChangesAsync(cancellationToken);
                CrashPoint.Reach("notification-addressed");
            }
            catch (DbUpdateException error) when (error.IsDuplicate())
            {
                // Another host has addressed the same messages; its deliveries stand.
                return;
            }
        }
    }

    private async Task<int> DeliverDueAsync(string module, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = Open(scope, module);
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
            await DeliverAsync(db, row.Delivery, row.Message, cancellationToken);
        }

        return due.Count;
    }

    private async Task DeliverAsync(
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
        catch (Exception error) when (error is not OperationCanceledException)
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
        try
        {
            await services
                .GetRequiredService<PerHandlerPublisher>()
                .RunAsync(services.GetRequiredService<IPublisher>(), Read(message), handler, cancellationToken);
            CrashPoint.Reach("notification-effect-not-saved");
            // A handler that found nothing to do has not saved: the entry alone is.
            await receiver.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException error)
            when (error.IsDuplicate() && error.Entries.Any(e => e.Entity is InboxEntry))
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

        var words = $"{error.GetType().Name}: {error.GetBaseException().Message}";
        words = words.Length > OutboxDelivery.ErrorMaxLength ? words[..OutboxDelivery.ErrorMaxLength] : words;
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

    private static INotification Read(OutboxMessage message)
    {
        var type = typeof(AssemblyMarker).Assembly.GetType(message.Type, throwOnError: true)!;
        return (INotification)JsonSerializer.Deserialize(message.Payload, type)!;
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
