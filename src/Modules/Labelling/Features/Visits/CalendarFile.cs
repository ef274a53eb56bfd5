using System.Globalization;
using System.Text;
using CaseNumerique.SharedKernel;

namespace CaseNumerique.Labelling.Features.Visits;

/// <summary>Something that happens on a day, as calendars take it.</summary>
/// <param name="Version">Grows with each change, so that the newest one wins.</param>
/// <param name="Minutes">Null where nobody knows how long it lasts.</param>
internal sealed record CalendarEvent(
    Guid Id,
    int Version,
    DateTime StartsAt,
    int? Minutes,
    string Summary,
    string Location,
    string Description,
    string Url
);

/// <summary>An iCalendar file (RFC 5545), in the hours of Nouméa.</summary>
internal static class CalendarFile
{
    /// <summary>In bytes, as the standard counts, without the line break.</summary>
    private const int LineLength = 75;

    public static string Write(IEnumerable<CalendarEvent> events, DateTime now)
    {
        string[] lines =
        [
            "BEGIN:VCALENDAR",
            "VERSION:2.0",
            "PRODID:-//Case numerique//Visites//FR",
            "METHOD:PUBLISH",
            "BEGIN:VTIMEZONE",
            "TZID:Pacific/Noumea",
            "BEGIN:STANDARD",
            "DTSTART:19700101T000000",
            "TZOFFSETFROM:+1100",
            "TZOFFSETTO:+1100",
            "TZNAME:+11",
            "END:STANDARD",
            "END:VTIMEZONE",
            .. events.SelectMany(e => LinesOf(e, now)),
            "END:VCALENDAR",
        ];
        return string.Concat(lines.Select(line => Fold(line) + "\r\n"));
    }

    private static IEnumerable<string> LinesOf(CalendarEvent item, DateTime now)
    {
        yield return "BEGIN:VEVENT";
        yield return $"UID:{item.Id}@case-numerique";
        yield return $"SEQUENCE:{item.Version}";
        yield return $"DTSTAMP:{Stamp(now)}Z";
        yield return $"DTSTART;TZID=Pacific/Noumea:{Stamp(NoumeaTime.ToNoumea(item.StartsAt))}";
        if (item.Minutes is { } minutes)
        {
            yield return $"DTEND;TZID=Pacific/Noumea:{Stamp(NoumeaTime.ToNoumea(item.StartsAt.AddMinutes(minutes)))}";
        }

        yield return $"SUMMARY:{Escape(item.Summary)}";
        yield return $"LOCATION:{Escape(item.Location)}";
        yield return $"DESCRIPTION:{Escape(item.Description)}";
        yield return $"URL:{item.Url}";
        yield return "STATUS:CONFIRMED";
        yield return "END:VEVENT";
    }

    private static string Stamp(DateTime time) => time.ToString("yyyyMMdd'T'HHmmss", CultureInfo.InvariantCulture);

    private static string Escape(string text) =>
        text.Replace("\\", "\\\\", StringComparison.Ordinal)
            .Replace(";", "\\;", StringComparison.Ordinal)
            .Replace(",", "\\,", StringComparison.Ordinal)
            .Replace("\r", "", StringComparison.Ordinal)
            .Replace("\n", "\\n", StringComparison.Ordinal);

    /// <summary>A long line goes on in the next, behind a space; no character is cut in two.</summary>
    private static string Fold(string line)
    {
        var folded = new StringBuilder();
        var bytes = 0;
        foreach (var rune in line.EnumerateRunes())
        {
            if (bytes + rune.Utf8SequenceLength > LineLength)
            {
                folded.Append("\r\n ");
                bytes = 1;
            }

            folded.Append(rune.ToString());
            bytes += rune.Utf8SequenceLength;
        }

        return folded.ToString();
    }
}
