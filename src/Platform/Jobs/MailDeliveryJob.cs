using CaseNumerique.Platform.Delivery;
using CaseNumerique.SharedKernel;

namespace CaseNumerique.Platform.Jobs;

internal sealed class MailDeliveryJob(MailDelivery delivery) : IRecurringJob
{
    public const string JobId = "mail-delivery";

    public string Id => JobId;

    public string Cron => "* * * * *";

    // A round may wait ten minutes for one server's answer.
    public TimeSpan LateAfter => TimeSpan.FromMinutes(30);

    public Task RunAsync(CancellationToken cancellationToken) => delivery.DeliverAsync(cancellationToken);
}
