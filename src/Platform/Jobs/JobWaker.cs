using System.Collections.Concurrent;
using Hangfire;
using Microsoft.Extensions.Options;

namespace CaseNumerique.Platform.Jobs;

/// <summary>The section <c>Jobs</c>.</summary>
internal sealed class JobOptions
{
    public const string Section = "Jobs";

    /// <summary>Whether this process runs jobs; several hosts on one database may share them.</summary>
    public bool Enabled { get; set; } = true;
}

/// <summary>Asks for a recurring job at once. Only a hint: the job's clock does without, a little later.</summary>
internal sealed class JobWaker(IServiceProvider services, IOptions<JobOptions> options)
{
    private readonly ConcurrentDictionary<string, bool> _asked = new();

    public void Wake(string jobId)
    {
        // Many announcements in a row want one run, not as many.
        if (options.Value.Enabled && _asked.TryAdd(jobId, true))
        {
            var hangfire = (IBackgroundJobClient?)services.GetService(typeof(IBackgroundJobClient));
            hangfire?.Enqueue<JobRunner>(runner => runner.RunAsync(jobId, CancellationToken.None));
        }
    }

    public void IsAwake(string jobId) => _asked.TryRemove(jobId, out _);
}
