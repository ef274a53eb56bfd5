using System.Globalization;
using System.Text;
using CaseNumerique.Labelling.Data;
using CaseNumerique.SharedKernel;

namespace CaseNumerique.Labelling.Features.Visits;

/// <summary>A visit as an iCalendar file (RFC 5545), in the hours of Nouméa.</summary>
internal static class VisitCalendar
{
    /// <summary>In bytes, as the standard counts, without the line break.</summary>
    private const int LineLength = 75;

    public static string Of(SiteVisit visit, LabelApplication file, Epn epn, string url, DateTime now)
    {
        var startsAt = visit.StartsAt ?? throw new InvalidOperationException("Only a confirmed visit has a day.");
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
            "BEGIN:VEVENT",
            $"UID:{visit.Id}@case-numerique",
            $"SEQUENCE:{visit.Version}",
            $"DTSTAMP:{Stamp(now)}Z",
            $"DTSTART;TZID=Pacific/Noumea:{Stamp(NoumeaTime.ToNoumea(startsAt))}",
            $"DTEND;TZID=Pacific/Noumea:{Stamp(NoumeaTime.ToNoumea(startsAt.AddMinutes(visit.Minutes)))}",
            $"SUMMARY:{Escape($"Visite Case numérique : {epn.Name}")}",
            $"LOCATION:{Escape($"{epn.Name}, {epn.Commune}")}",
            $"DESCRIPTION:{Escape($"Dossier {file.Number}. {visit.Preparation}".Trim())}",
            $"URL:{url}",
            "STATUS:CONFIRMED",
            "END:VEVENT",
            "END:VCALENDAR",
        ];
        return string.Concat(lines.Select(line => Fold(line) + "\r\n"));
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
