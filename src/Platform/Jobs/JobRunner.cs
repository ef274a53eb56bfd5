using CaseNumerique.Platform.Data;
using CaseNumerique.SharedKernel;
using Hangfire;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CaseNumerique.Platform.Jobs;

/// <summary>Runs a recurring job by its name and notes how it went. Hangfire is the clock; the tables are the record.</summary>
internal sealed partial class JobRunner(
    IServiceScopeFactory scopes,
    JobWaker waker,
    TimeProvider clock,
    ILogger<JobRunner> logger
)
{
    [DisableConcurrentExecution("recurring-{0}", 60)]
    [AutomaticRetry(Attempts = 0, OnAttemptsExceeded = AttemptsExceededAction.Delete)]
    public async Task RunAsync(string jobId, CancellationToken cancellationToken)
    {
        waker.IsAwake(jobId);
        await using var scope = scopes.CreateAsyncScope();
        var job = scope.ServiceProvider.GetServices<IRecurringJob>().Single(j => j.Id == jobId);
        string? error = null;
        using var running = AuditScope.Enter(job.GetType());
        try
        {
            await job.RunAsync(cancellationToken);
        }
        catch (Exception failure)
            when (failure is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            // The next run takes up what this one left: a failure must never stop the clock.
            error = $"{failure.GetType().Name}: {failure.Message}";
            LogFailed(logger, failure, jobId);
        }

        Telemetry.JobRuns.Add(1, new("job", jobId), new("outcome", error is null ? "done" : "failed"));
        await MarkAsync(jobId, error, cancellationToken);
    }

    private async Task MarkAsync(string jobId, string? error, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PlatformDbContext>();
        var mark = await db.JobMarks.SingleOrDefaultAsync(m => m.JobId == jobId, cancellationToken);
        if (mark is null)
        {
            mark = new JobMark { JobId = jobId };
            db.JobMarks.Add(mark);
        }

        if (error is null)
        {
            mark.SucceededAt = clock.UtcNow;
            mark.LastError = null;
        }
        else
        {
            mark.FailedAt = clock.UtcNow;
            mark.LastError = error.Length > 400 ? error[..400] : error;
        }

        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException duplicate) when (duplicate.IsDuplicate())
        {
            // Another host has written the first mark at the same moment; its word is as good.
        }
    }

    [LoggerMessage(LogLevel.Error, "Job {JobId} failed")]
    private static partial void LogFailed(ILogger logger, Exception error, string jobId);
}
