using CaseNumerique.Platform.Jobs;
using CaseNumerique.SharedKernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace CaseNumerique.Platform.Audit;

/// <summary>Turns what any module saves into lines of the journal, in the same transaction; afterwards asks for their sealing.</summary>
internal sealed class AuditInterceptor(AuditWriter writer, JobWaker waker) : SaveChangesInterceptor
{
    private const string UnnamedAction = "system.changed";
    private const string UnnamedTitle = "Changement par le système";

    public override InterceptionResult<int> SavingChanges(DbContextEventData eventData, InterceptionResult<int> result)
    {
        Write(eventData.Context);
        return result;
    }

    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData,
        InterceptionResult<int> result,
        CancellationToken cancellationToken = default
    )
    {
        Write(eventData.Context);
        return ValueTask.FromResult(result);
    }

    public override int SavedChanges(SaveChangesCompletedEventData eventData, int result)
    {
        AskForSealing(eventData.Context);
        return result;
    }

    public override ValueTask<int> SavedChangesAsync(
        SaveChangesCompletedEventData eventData,
        int result,
        CancellationToken cancellationToken = default
    )
    {
        AskForSealing(eventData.Context);
        return ValueTask.FromResult(result);
    }

    public override void SaveChangesFailed(DbContextErrorEventData eventData) => TakeBack(eventData.Context);

    public override Task SaveChangesFailedAsync(
        DbContextErrorEventData eventData,
        CancellationToken cancellationToken = default
    )
    {
        TakeBack(eventData.Context);
        return Task.CompletedTask;
    }

    public override void SaveChangesCanceled(DbContextEventData eventData) => TakeBack(eventData.Context);

    public override Task SaveChangesCanceledAsync(
        DbContextEventData eventData,
        CancellationToken cancellationToken = default
    )
    {
        TakeBack(eventData.Context);
        return Task.CompletedTask;
    }

    private void Write(DbContext? context)
    {
        if (context is not ModuleDbContext db)
        {
            return;
        }

        var scope = AuditScope.Current;
        foreach (var (subject, changes) in TrackedChanges.Of(db))
        {
            writer.Write(
                db,
                new AuditFact(scope?.Action ?? UnnamedAction, scope?.Title ?? UnnamedTitle, subject),
                changes
            );
        }
    }

    private void AskForSealing(DbContext? context)
    {
        if (context is ModuleDbContext db && db.ChangeTracker.Entries<AuditEntry>().Any(e => e.Entity.Sequence is null))
        {
            waker.Wake(AuditSealingJob.JobId);
        }
    }

    /// <summary>A save that is tried again writes its lines again.</summary>
    private static void TakeBack(DbContext? context)
    {
        if (context is ModuleDbContext db)
        {
            foreach (
                var entry in db
                    .ChangeTracker.Entries()
                    .Where(e => e is { State: EntityState.Added, Entity: AuditEntry or AuditDetail })
                    .ToList()
            )
            {
                entry.State = EntityState.Detached;
            }
        }
    }
}
