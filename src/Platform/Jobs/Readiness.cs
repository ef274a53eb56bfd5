using CaseNumerique.Platform.Data;
using CaseNumerique.SharedKernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CaseNumerique.Platform.Jobs;

/// <summary>Whether the site can do its work, and if not, why.</summary>
internal sealed partial class Readiness(
    IServiceScopeFactory scopes,
    JobWatchdog watchdog,
    IClockGuard clockGuard,
    ILogger<Readiness> logger
)
{
    /// <returns>Reasons against, in French; none when all is well.</returns>
    public async Task<IReadOnlyList<string>> FaultsAsync(CancellationToken cancellationToken)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<PlatformDbContext>().JobMarks.AnyAsync(cancellationToken);
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            LogNoDatabase(logger, error);
            return ["La base de données ne répond pas."];
        }

        List<string> faults = [];
        try
        {
            faults.AddRange(await watchdog.FaultsAsync(cancellationToken));
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            // Hangfire swallows the errors of its own set-up on SQL Server: they show on first use, which is here.
            LogNoJobs(logger, error);
            faults.Add("La file des tâches ne répond pas.");
        }

        if (await clockGuard.ReasonToHoldAsync(cancellationToken) is { } reason)
        {
            faults.Add(reason);
        }

        return faults;
    }

    [LoggerMessage(LogLevel.Error, "The job storage does not answer")]
    private static partial void LogNoJobs(ILogger logger, Exception error);

    [LoggerMessage(LogLevel.Error, "The database does not answer")]
    private static partial void LogNoDatabase(ILogger logger, Exception error);
}
