using System.Collections.Concurrent;
using CaseNumerique.SharedKernel;

namespace CaseNumerique.Platform.Audit;

/// <summary>Lets the same thing be written down once a minute and counts the rest, so that no flood fills what is written.</summary>
internal sealed class OncePerMinute<TKey>(TimeProvider clock)
    where TKey : notnull
{
    private const int MostKept = 1000;
    private static readonly TimeSpan _window = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<TKey, Window> _recent = new();

    /// <returns>How often it came unwritten since it was last written; null when it is not to be written now.</returns>
    public int? Count(TKey key)
    {
        var now = clock.UtcNow;
        var unwritten = 0;
        var window = _recent.AddOrUpdate(
            key,
            _ => new Window(now, 0),
            (_, old) =>
            {
                var isOver = now - old.Since >= _window;
                unwritten = isOver ? old.Repeated : 0;
                return isOver ? new Window(now, 0) : old with { Repeated = old.Repeated + 1 };
            }
        );
        if (window.Repeated > 0)
        {
            return null;
        }

        foreach (var old in _recent.Count > MostKept ? _recent.Where(r => now - r.Value.Since >= _window) : [])
        {
            _recent.TryRemove(old);
        }

        return unwritten;
    }

    private sealed record Window(DateTime Since, int Repeated);
}
