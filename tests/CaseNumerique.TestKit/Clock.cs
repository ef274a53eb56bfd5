namespace CaseNumerique.TestKit;

/// <summary>A clock that stands still until it is told otherwise.</summary>
/// <param name="start">When it stands; <see cref="Start"/> by default.</param>
public sealed class Clock(DateTimeOffset? start = null) : TimeProvider
{
    /// <summary>Tuesday 24 November 2026, 8:00 in Nouméa.</summary>
    public static readonly DateTimeOffset Start = new(2026, 11, 23, 21, 0, 0, TimeSpan.Zero);

    private readonly Lock _lock = new();
    private DateTimeOffset _now = start ?? Start;
    private TimeSpan _elapsed;

    public override DateTimeOffset GetUtcNow()
    {
        lock (_lock)
        {
            return _now;
        }
    }

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp()
    {
        lock (_lock)
        {
            return _elapsed.Ticks;
        }
    }

    /// <summary>Time passes.</summary>
    public void Advance(TimeSpan time)
    {
        lock (_lock)
        {
            _now += time;
            _elapsed += time;
        }
    }

    /// <summary>The hour is changed, without time passing.</summary>
    public void Jump(TimeSpan change)
    {
        lock (_lock)
        {
            _now += change;
        }
    }

    /// <summary>Time passes until a day in Nouméa, at 8:00.</summary>
    public void AdvanceTo(DateOnly day) =>
        Advance(new DateTimeOffset(day.ToDateTime(new TimeOnly(8, 0)), TimeSpan.FromHours(11)) - GetUtcNow());
}
