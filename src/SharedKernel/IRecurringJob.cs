namespace CaseNumerique.SharedKernel;

/// <summary>
/// Work that comes round by the clock. A job takes no argument: it reads what is due from its tables, so that a run too many
/// changes nothing and a run missed is caught up by the next.
/// </summary>
public interface IRecurringJob
{
    /// <summary>The name in Hangfire, in kebab case.</summary>
    string Id { get; }

    /// <summary>When, in five fields, on a clock in Nouméa.</summary>
    string Cron { get; }

    /// <summary>How long after its last success the job counts as late, and the site as not ready.</summary>
    TimeSpan LateAfter { get; }

    Task RunAsync(CancellationToken cancellationToken);
}
