using CaseNumerique.SharedKernel;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CaseNumerique.Platform.Privacy;

/// <summary>Each night: deals with what has reached the end of its period, and accounts for it in the journal.</summary>
internal sealed partial class ApplyRetentionJob(
    RetentionRules rules,
    IServiceScopeFactory scopes,
    IClockGuard clockGuard,
    IAuditJournal journal,
    ILogger<ApplyRetentionJob> logger
) : IRecurringJob
{
    public const string JobId = "apply-retention";

    public string Id => JobId;

    public string Cron => "0 4 * * *";

    public TimeSpan LateAfter => TimeSpan.FromDays(2);

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        if (await clockGuard.CheckAsync(cancellationToken) is { } reason)
        {
            // What is deleted on a wrong date does not come back.
            LogHeld(logger, reason);
            return;
        }

        List<Exception> failures = [];
        foreach (var kind in await rules.InForceAsync(cancellationToken))
        {
            try
            {
                await ApplyAsync(kind, cancellationToken);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                // One kind in trouble keeps no other from its end.
                failures.Add(failure);
            }
        }

        if (failures.Count > 0)
        {
            throw new AggregateException(failures);
        }
    }

    private async Task ApplyAsync(KindInForce kind, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var retention = scope.ServiceProvider.GetServices<IRetention>().Single(r => r.Key == kind.Kind.Key);
        var count = await retention.ApplyAsync(rules.EndOf(kind.Days), cancellationToken);
        if (count > 0)
        {
            await journal.RecordAsync(
                new AuditFact(
                    "retention.run",
                    "Durée de conservation appliquée",
                    retention.Key,
                    Details: new Dictionary<string, string?>
                    {
                        ["Durée"] = FrenchText.Count(kind.Days, "jour"),
                        ["Version de la règle"] = FrenchText.Number(kind.Version),
                        ["Éléments traités"] = FrenchText.Number(count),
                    }
                ),
                cancellationToken
            );
        }
    }

    [LoggerMessage(LogLevel.Warning, "Retention is held: {Reason}")]
    private static partial void LogHeld(ILogger logger, string reason);
}
