using CaseNumerique.Platform.Data;
using CaseNumerique.Platform.Delivery;
using CaseNumerique.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Host.Commands;

/// <summary><c>reminders run</c>: one scan and one delivery round.</summary>
[AuditedAs("Relances lancées à la main")]
internal sealed class RunReminders(
    IEnumerable<IRecurringJob> jobs,
    NotificationDispatcher dispatcher,
    MailDelivery delivery,
    IClockGuard clockGuard,
    IEnumerable<ModuleDbContext> modules,
    PlatformDbContext platform
) : IConsoleCommand
{
    private const string ReminderJob = "label-renewal-reminders";
    private static readonly MailState[] _underWay = [MailState.Claimed, MailState.Transmitting];

    public string Name => "reminders run";

    public string Description => "Cherche les rappels échus, les envoie, puis s’arrête.";

    public IReadOnlyList<ConsoleOption> Options => [];

    /// <returns>0 when nothing is left undelivered without a reason; 1 when something is; 3 when the clock holds all.</returns>
    public async Task<int> RunAsync(ConsoleCall call, CancellationToken cancellationToken)
    {
        if (await clockGuard.CheckAsync(cancellationToken) is { } reason)
        {
            await call.Output.WriteLineAsync($"Rien n’est parti. {reason}");
            return 3;
        }

        await jobs.Single(j => j.Id == ReminderJob).RunAsync(cancellationToken);
        await dispatcher.DispatchAsync(cancellationToken);
        var settled = await delivery.DeliverAsync(cancellationToken);
        await dispatcher.DispatchAsync(cancellationToken);

        var waiting = await platform
            .Mails.Where(m => m.State == MailState.Planned && m.Words != null)
            .CountAsync(cancellationToken);
        var left = await platform
            .Mails.Where(m => _underWay.Contains(m.State) || (m.State == MailState.Planned && m.Words == null))
            .CountAsync(cancellationToken);
        foreach (var module in modules)
        {
            left += await module.Deliveries.CountAsync(d => d.State != DeliveryState.Delivered, cancellationToken);
        }

        await call.Output.WriteLineAsync(
            $"{FrenchText.Count(settled, "courriel traité", "courriels traités")}, {FrenchText.Count(waiting, "remis à plus tard par le serveur")}, {FrenchText.Count(left, "en souffrance")}."
        );
        return left == 0 ? 0 : 1;
    }
}
