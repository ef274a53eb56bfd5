using CaseNumerique.Platform.Data;
using CaseNumerique.SharedKernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CaseNumerique.Platform.Privacy;

/// <summary>Goes on with the erasures that were decided, wherever they stopped.</summary>
internal sealed class ErasePeopleJob(PlatformDbContext db, IServiceScopeFactory scopes) : IRecurringJob
{
    public const string JobId = "erase-people";

    public string Id => JobId;

    public string Cron => "*/5 * * * *";

    public TimeSpan LateAfter => TimeSpan.FromHours(1);

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var running = await db
            .Erasures.Where(e => e.State == ErasureState.Running)
            .OrderBy(e => e.Id)
            .Select(e => e.Id)
            .ToListAsync(cancellationToken);
        List<Exception> failures = [];
        foreach (var id in running)
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                await scope.ServiceProvider.GetRequiredService<ErasureRun>().RunAsync(id, cancellationToken);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                // One in trouble keeps no other waiting.
                failures.Add(failure);
            }
        }

        if (failures.Count > 0)
        {
            throw new AggregateException(failures);
        }
    }
}
