namespace CaseNumerique.SharedKernel;

/// <summary>Civil time in New Caledonia: UTC+11 all year, so that a day begins at 13:00 UTC the day before.</summary>
public static class NoumeaTime
{
    public static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("Pacific/Noumea");

    extension(TimeProvider clock)
    {
        public DateTime UtcNow => clock.GetUtcNow().UtcDateTime;

        /// <summary>Date and hour on a clock in Nouméa.</summary>
        public DateTime NoumeaNow => ToNoumea(clock.GetUtcNow().UtcDateTime);

        /// <summary>The calendar day in Nouméa.</summary>
        public DateOnly Today => DateOnly.FromDateTime(clock.NoumeaNow);
    }

    public static DateTime ToNoumea(DateTime utc) =>
        TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(utc, DateTimeKind.Utc), Zone);

    /// <summary>The calendar day in Nouméa of a UTC instant.</summary>
    public static DateOnly DayOf(DateTime utc) => DateOnly.FromDateTime(ToNoumea(utc));

    public static DateTime ToUtc(DateOnly day, TimeOnly hour) =>
        TimeZoneInfo.ConvertTimeToUtc(day.ToDateTime(hour, DateTimeKind.Unspecified), Zone);
}
