using CaseNumerique.SharedKernel;
using Hangfire;
using Hangfire.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace CaseNumerique.Platform.Jobs;

/// <summary>The recurring jobs as Hangfire should know them.</summary>
internal sealed class JobSchedule(IServiceScopeFactory scopes, IRecurringJobManager hangfire, JobStorage storage)
{
    private static readonly RecurringJobOptions _options = new() { TimeZone = NoumeaTime.Zone };

    public IReadOnlyList<(string Id, string Cron, TimeSpan LateAfter)> Wanted()
    {
        using var scope = scopes.CreateScope();
        return [.. scope.ServiceProvider.GetServices<IRecurringJob>().Select(j => (j.Id, j.Cron, j.LateAfter))];
    }

    public void Register(string id, string cron) =>
        hangfire.AddOrUpdate<JobRunner>(id, runner => runner.RunAsync(id, CancellationToken.None), cron, _options);

    public void Trigger(string id) => hangfire.Trigger(id);

    /// <summary>What is wrong with a job's entry in Hangfire, in French; null when nothing is.</summary>
    public string? FaultOf(string id, string cron, DateTime now)
    {
        using var connection = storage.GetConnection();
        var known = connection.GetRecurringJobs([id]).SingleOrDefault();
        return known switch
        {
            null or { Removed: true } => "elle a été supprimée",
            { Error.Length: > 0 } => "elle ne peut pas être lue",
            { NextExecution: null } => "elle a été désactivée",
            _ when known.Cron != cron => "son horaire a été changé",
            // Hangfire counts from its own last run: after a clock that jumped ahead and back, that lies in the future.
            _ when known.NextExecution > now + LongestInterval(cron) => "sa prochaine heure est trop lointaine",
            _ => null,
        };
    }

    // Every job here comes round at least once a day.
    private static TimeSpan LongestInterval(string cron) =>
        cron.StartsWith("* ", StringComparison.Ordinal) ? TimeSpan.FromMinutes(15) : TimeSpan.FromHours(26);
}
