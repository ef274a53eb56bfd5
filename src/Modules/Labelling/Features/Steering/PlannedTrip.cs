using CaseNumerique.Labelling.Data;

namespace CaseNumerique.Labelling.Features.Steering;

/// <summary>What one could see by going once: the places of an island or a road that there is a reason to go to.</summary>
internal sealed record PlannedTrip(Trip Trip, IReadOnlyList<CalendarItem> Items)
{
    /// <summary>Places, not reasons: a place whose label ends and whose file waits is seen once.</summary>
    public int Places => Items.DistinctBy(i => i.EpnId).Count();

    /// <summary>The first day that presses; null where only visits without a day are wanted.</summary>
    public DateOnly? FirstOn => Items.Min(i => i.On);

    /// <summary>Islands first, then the roads, each by what presses most; within a trip, by the order of the road.</summary>
    public static IReadOnlyList<PlannedTrip> Of(IEnumerable<CalendarItem> items, TripPlan plan) =>
        [
            .. items
                .GroupBy(i => plan.For(i.Commune))
                .Select(g => new PlannedTrip(g.Key, [.. g.OrderBy(i => g.Key.Communes.ToList().IndexOf(i.Commune))]))
                .OrderByDescending(t => t.Trip.IsIsland)
                .ThenBy(t => t.FirstOn ?? DateOnly.MaxValue)
                .ThenByDescending(t => t.Places)
                .ThenBy(t => t.Trip.Name, StringComparer.Ordinal),
        ];
}

/// <summary>How much a month brings.</summary>
internal sealed record MonthLoad(DateOnly Month, int Ends, int Visits)
{
    public int Total => Ends + Visits;

    /// <summary>Each month from the first day to the last, empty ones too.</summary>
    public static IReadOnlyList<MonthLoad> Of(IReadOnlyCollection<CalendarItem> items, DateOnly first, DateOnly last)
    {
        var byMonth = items.ToLookup(i => i.On is { } on ? new DateOnly(on.Year, on.Month, 1) : (DateOnly?)null);
        var month = new DateOnly(first.Year, first.Month, 1);
        List<MonthLoad> loads = [];
        for (; month <= last; month = month.AddMonths(1))
        {
            loads.Add(
                new MonthLoad(
                    month,
                    byMonth[month].Count(i => i.Kind is CalendarKind.LabelEnd),
                    byMonth[month].Count(i => i.Kind is CalendarKind.Visit)
                )
            );
        }

        return loads;
    }
}
