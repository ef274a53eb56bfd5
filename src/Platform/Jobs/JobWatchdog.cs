using CaseNumerique.Platform.Data;
using CaseNumerique.SharedKernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace CaseNumerique.Platform.Jobs;

/// <summary>
/// Registers the recurring jobs, runs each once at the start, then looks after them: a job that was disabled, removed, changed
/// or that is late is put right and run, and the site is not ready until it has succeeded.
/// </summary>
internal sealed partial class JobWatchdog(
    JobSchedule schedule,
    IServiceScopeFactory scopes,
    IOptions<JobOptions> options,
    TimeProvider clock,
    ILogger<JobWatchdog> logger
) : BackgroundService
{
    private static readonly TimeSpan _period = TimeSpan.FromMinutes(5);

    /// <summary>Repairs that wait for a first success, by job, with the hour of the repair.</summary>
    private readonly Dictionary<string, (DateTime At, string Fault)> _repairs = [];
    private readonly DateTime _startedAt = clock.UtcNow;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!options.Value.Enabled)
        {
            return;
        }

        foreach (var (id, cron, _) in schedule.Wanted())
        {
            schedule.Register(id, cron);
            schedule.Trigger(id);
        }

        using var timer = new PeriodicTimer(_period, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await RepairAsync(stoppingToken);
            }
            catch (Exception error) when (error is not OperationCanceledException)
            {
                LogFailed(logger, error);
            }
        }
    }

    /// <summary>Puts right what is wrong, and asks for a run.</summary>
    public async Task RepairAsync(CancellationToken cancellationToken)
    {
        var marks = await MarksAsync(cancellationToken);
        foreach (var (id, cron, lateAfter) in schedule.Wanted())
        {
            var fault =
                schedule.FaultOf(id, cron, clock.UtcNow)
                ?? (IsLate(marks, id, lateAfter) ? "elle est en retard" : null);
            if (fault is null)
            {
                continue;
            }

            LogRepair(logger, id, fault);
            lock (_repairs)
            {
                _repairs[id] = (clock.UtcNow, fault);
            }

            schedule.Register(id, cron);
            schedule.Trigger(id);
        }
    }

    /// <returns>Why the jobs are not in order, in French, one sentence each.</returns>
    public async Task<IReadOnlyList<string>> FaultsAsync(CancellationToken cancellationToken)
    {
        if (!options.Value.Enabled)
        {
            return [];
        }

        var marks = await MarksAsync(cancellationToken);
        List<string> faults = [];
        foreach (var (id, cron, lateAfter) in schedule.Wanted())
        {
            var fault = schedule.FaultOf(id, cron, clock.UtcNow);
            fault ??= IsLate(marks, id, lateAfter) ? "elle est en retard" : null;
            fault ??= RepairUnderWay(marks, id);
            if (fault is not null)
            {
                faults.Add($"La tâche {id} n’est pas en ordre : {fault}.");
            }
        }

        return faults;
    }

    private string? RepairUnderWay(Dictionary<string, JobMark> marks, string id)
    {
        lock (_repairs)
        {
            if (!_repairs.TryGetValue(id, out var repair))
            {
                return null;
            }

            if (marks.GetValueOrDefault(id)?.SucceededAt >= repair.At)
            {
                _repairs.Remove(id);
                return null;
            }

            return $"{repair.Fault}, elle vient d’être rétablie et n’a pas encore réussi";
        }
    }

    private bool IsLate(Dictionary<string, JobMark> marks, string id, TimeSpan lateAfter)
    {
        // A host that has just started has not had the time to be late.
        var since = marks.GetValueOrDefault(id)?.SucceededAt ?? DateTime.MinValue;
        return clock.UtcNow - (since > _startedAt ? since : _startedAt) > lateAfter;
    }

    private async Task<Dictionary<string, JobMark>> MarksAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PlatformDbContext>();
        return await db.JobMarks.AsNoTracking().ToDictionaryAsync(m => m.JobId, cancellationToken);
    }

    [LoggerMessage(LogLevel.Warning, "Job {JobId} put right: {Fault}")]
    private static partial void LogRepair(ILogger logger, string jobId, string fault);

    [LoggerMessage(LogLevel.Error, "The watchdog could not look after the jobs")]
    private static partial void LogFailed(ILogger logger, Exception error);
}
