using CaseNumerique.Labelling.Data;

namespace CaseNumerique.Labelling.Features.Visits;

/// <summary>A visit as calendars take it.</summary>
internal static class VisitCalendar
{
    public static string Of(SiteVisit visit, LabelApplication file, Epn epn, string url, DateTime now) =>
        CalendarFile.Write([EventOf(visit, file, epn, url)], now);

    public static CalendarEvent EventOf(SiteVisit visit, LabelApplication file, Epn epn, string url) =>
        new(
            visit.Id,
            visit.Version,
            visit.StartsAt ?? throw new InvalidOperationException("Only a confirmed visit has a day."),
            visit.Minutes,
            $"Visite Case numérique : {epn.Name}",
            $"{epn.Name}, {epn.Commune}",
            $"Dossier {file.Number}. {visit.Preparation}".Trim(),
            url
        );
}
