using MediatR;

namespace CaseNumerique.SharedKernel;

/// <summary>
/// MediatR's hook for publishing: it hands over an executor per handler, of which one delivery runs exactly one.
/// </summary>
/// <remarks>
/// Publishing outside a delivery is refused, since it would bypass the outbox: modules announce
/// (<see cref="ModuleDbContext.Announce"/>) and never publish.
/// </remarks>
public sealed class PerHandlerPublisher : INotificationPublisher
{
    private Func<IReadOnlyList<NotificationHandlerExecutor>, CancellationToken, Task>? _delivery;

    /// <summary>Lists the handlers of a notification, without running one.</summary>
    public async Task<IReadOnlyList<Type>> HandlersOfAsync(
        IPublisher publisher,
        INotification notification,
        CancellationToken cancellationToken
    )
    {
        List<Type> handlers = [];
        _delivery = (executors, _) =>
        {
            handlers.AddRange(executors.Select(e => e.HandlerInstance.GetType()));
            return Task.CompletedTask;
        };
        await publisher.Publish((object)notification, cancellationToken);
        return handlers;
    }

    /// <summary>Runs one handler, by the full name of its class.</summary>
    /// <exception cref="MissingHandlerException">No handler of that name listens any more.</exception>
    public async Task RunAsync(
        IPublisher publisher,
        INotification notification,
        string handler,
        CancellationToken cancellationToken
    )
    {
        _delivery = (executors, ct) =>
        {
            var executor =
                executors.FirstOrDefault(e => e.HandlerInstance.GetType().FullName == handler)
                ?? throw new MissingHandlerException(handler);
            return executor.HandlerCallback(notification, ct);
        };
        await publisher.Publish((object)notification, cancellationToken);
    }

    Task INotificationPublisher.Publish(
        IEnumerable<NotificationHandlerExecutor> handlerExecutors,
        INotification notification,
        CancellationToken cancellationToken
    ) =>
        _delivery is null
            ? throw new InvalidOperationException(
                $"Announce {notification.GetType().Name} in a module's context instead."
            )
            : _delivery([.. handlerExecutors], cancellationToken);
}

public sealed class MissingHandlerException(string handler)
    : Exception($"No handler named {handler} listens any more.");
