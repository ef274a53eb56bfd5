using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CaseNumerique.SharedKernel;

/// <summary>Finds out who listens to a new message, and writes a delivery for each.</summary>
public sealed partial class NotificationAddressing(
    IServiceScopeFactory scopes,
    TimeProvider clock,
    ILogger<NotificationAddressing> logger
)
{
    public async Task AddressAsync(string module, CancellationToken cancellationToken)
    {
        while (true)
        {
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ModuleNamed(module);
            var messages = await db
                .Outbox.Where(m => m.AddressedAt == null)
                .OrderBy(m => m.Id)
                .Take(NotificationDispatcher.Batch)
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
                db.Deliveries.AddRange(await DeliveriesOfAsync(message, publisher, perHandler, cancellationToken));
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

    private async Task<IReadOnlyList<OutboxDelivery>> DeliveriesOfAsync(
        OutboxMessage message,
        IPublisher publisher,
        PerHandlerPublisher perHandler,
        CancellationToken cancellationToken
    )
    {
        try
        {
            var handlers = await perHandler.HandlersOfAsync(publisher, message.Read(), cancellationToken);
            return
            [
                .. handlers.Select(handler => new OutboxDelivery
                {
                    MessageId = message.Id,
                    Handler = handler.FullName!,
                    AggregateId = message.AggregateId,
                }),
            ];
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            // A message that cannot be read must not stop those behind it: it is put aside, where it is seen.
            LogUnreadable(logger, error, message.Type, message.Id);
            return
            [
                new OutboxDelivery
                {
                    MessageId = message.Id,
                    Handler = message.Type,
                    AggregateId = message.AggregateId,
                    State = DeliveryState.Dead,
                    Attempts = 1,
                    LastError = OutboxDelivery.Shorten($"{error.GetType().Name}: {error.Message}"),
                },
            ];
        }
    }

    [LoggerMessage(LogLevel.Error, "{Type} {MessageId} cannot be read")]
    private static partial void LogUnreadable(ILogger logger, Exception error, string type, long messageId);
}
