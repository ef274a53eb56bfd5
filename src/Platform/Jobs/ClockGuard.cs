using CaseNumerique.Platform.Data;
using CaseNumerique.SharedKernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CaseNumerique.Platform.Jobs;

/// <summary>
/// Compares the wall clock with the machine's own count of time, and with the hour kept from before. A jump of more than two
/// days, or an absence of more than a year, holds the work by date until the clock is right again or a person says it is.
/// </summary>
internal sealed class ClockGuard(IServiceScopeFactory scopes, TimeProvider clock) : IClockGuard, IDisposable
{
    public static readonly TimeSpan LargestJump = TimeSpan.FromHours(48);
    public static readonly TimeSpan LongestAbsence = TimeSpan.FromDays(366);

    private readonly SemaphoreSlim _one = new(1, 1);
    private DateTime _anchorAt = clock.UtcNow;
    private long _anchorTicks = clock.GetTimestamp();
    private bool? _wasHeldAtStart;

    public async Task<string?> ReasonToHoldAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PlatformDbContext>();
        return Judge(await db.ClockMarks.AsNoTracking().SingleOrDefaultAsync(cancellationToken), clock.UtcNow);
    }

    public async Task<string?> CheckAsync(CancellationToken cancellationToken)
    {
        await _one.WaitAsync(cancellationToken);
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<PlatformDbContext>();
            var mark = await db.ClockMarks.SingleOrDefaultAsync(cancellationToken);
            var now = clock.UtcNow;
            var reason = Judge(mark, now);
            if (mark is null)
            {
                db.ClockMarks.Add(new ClockMark { Id = ClockMark.OnlyId, TrustedAt = now });
            }
            else if (reason is null)
            {
                mark.TrustedAt = now;
                mark.HeldAt = null;
                mark.HeldReason = null;
            }
            else
            {
                mark.HeldAt ??= now;
                mark.HeldReason = reason;
            }

            await db.SaveChangesAsync(cancellationToken);
            return reason;
        }
        finally
        {
            _one.Release();
        }
    }

    /// <summary>A person says that the clock is right.</summary>
    public async Task TrustAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PlatformDbContext>();
        var mark = await db.ClockMarks.SingleAsync(cancellationToken);
        mark.TrustedAt = _anchorAt = clock.UtcNow;
        _anchorTicks = clock.GetTimestamp();
        _wasHeldAtStart = false;
        mark.HeldAt = null;
        mark.HeldReason = null;
        await db.SaveChangesAsync(cancellationToken);
    }

    public void Dispose() => _one.Dispose();

    private string? Judge(ClockMark? mark, DateTime now)
    {
        _wasHeldAtStart ??= mark?.HeldAt is not null;
        var drift = now - (_anchorAt + clock.GetElapsedTime(_anchorTicks));
        var gap = mark is null ? TimeSpan.Zero : now - mark.TrustedAt;
        var hour = $"L’horloge du serveur dit {FrenchText.Instant(now)}";
        return (drift, gap) switch
        {
            _ when gap < -LargestJump => $"{hour}, avant la dernière heure connue : elle a reculé.",
            _ when drift.Duration() > LargestJump => $"{hour} : elle a sauté pendant la marche.",
            // A host that was restarted while held has lost its own count of time: only the hour kept can tell.
            _ when _wasHeldAtStart.Value && gap > LargestJump => $"{hour} : elle avait sauté avant l’arrêt.",
            _ when gap > LongestAbsence => $"{hour}, plus d’un an après la dernière heure connue.",
            _ => null,
        };
    }
}
