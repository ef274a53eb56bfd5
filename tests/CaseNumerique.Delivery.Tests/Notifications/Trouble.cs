using System.Collections.Concurrent;
using CaseNumerique.SharedKernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace CaseNumerique.Delivery.Tests.Notifications;

/// <summary>Stands between the handlers and their tables: breaks what a test wants broken, and notes each effect that was kept.</summary>
internal sealed class Trouble : SaveChangesInterceptor
{
    private readonly ConcurrentDictionary<DbContext, InboxEntry> _underWay = new();
    private readonly ConcurrentQueue<InboxEntry> _effects = new();

    /// <summary>Called before a handler's effect is kept; throws to break it.</summary>
    public Action<InboxEntry> Before { get; set; } = _ => { };

    /// <summary>Called when it has just been kept.</summary>
    public Action<InboxEntry> After { get; set; } = _ => { };

    public IReadOnlyList<InboxEntry> Effects => [.. _effects];

    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData,
        InterceptionResult<int> result,
        CancellationToken cancellationToken = default
    )
    {
        var entry = eventData
            .Context!.ChangeTracker.Entries<InboxEntry>()
            .SingleOrDefault(e => e.State is EntityState.Added);
        if (entry is not null)
        {
            _underWay[eventData.Context] = entry.Entity;
            Before(entry.Entity);
        }

        return base.SavingChangesAsync(eventData, result, cancellationToken);
    }

    public override ValueTask<int> SavedChangesAsync(
        SaveChangesCompletedEventData eventData,
        int result,
        CancellationToken cancellationToken = default
    )
    {
        if (_underWay.TryRemove(eventData.Context!, out var entry))
        {
            _effects.Enqueue(entry);
            After(entry);
        }

        return base.SavedChangesAsync(eventData, result, cancellationToken);
    }
}
