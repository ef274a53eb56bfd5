using CaseNumerique.SharedKernel;

namespace CaseNumerique.Platform.Jobs;

internal sealed class NotificationDispatchJob(NotificationDispatcher dispatcher) : IRecurringJob
{
    public const string JobId = "notification-dispatch";

    public string Id => JobId;

    public string Cron => "* * * * *";

    public TimeSpan LateAfter => TimeSpan.FromMinutes(15);

    public Task RunAsync(CancellationToken cancellationToken) => dispatcher.DispatchAsync(cancellationToken);
}
