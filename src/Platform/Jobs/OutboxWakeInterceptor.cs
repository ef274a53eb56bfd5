using CaseNumerique.SharedKernel;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace CaseNumerique.Platform.Jobs;

/// <summary>After a save that announced something, asks for a dispatch at once.</summary>
internal sealed class OutboxWakeInterceptor(JobWaker waker) : SaveChangesInterceptor
{
    public override ValueTask<int> SavedChangesAsync(
        SaveChangesCompletedEventData eventData,
        int result,
        CancellationToken cancellationToken = default
    )
    {
        // Inside a transaction of the caller this may come too early; the minute's dispatch then does it.
        if (eventData.Context is ModuleDbContext db && db.ChangeTracker.Entries<OutboxMessage>().Any())
        {
            waker.Wake(NotificationDispatchJob.JobId);
        }

        return ValueTask.FromResult(result);
    }
}
