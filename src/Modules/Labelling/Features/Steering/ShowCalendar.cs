using CaseNumerique.Labelling.Data;
using CaseNumerique.SharedKernel;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Labelling.Features.Steering;

/// <summary>Ends of labels and visits to come: what each month brings, and which places can be seen by going once.</summary>
internal static class ShowCalendar
{
    public static readonly int[] Horizons = [3, 6, 12];

    private const int DefaultMonths = 6;

    public sealed record Query : IRequest<View>
    {
        /// <summary>How far to look, one of <see cref="Horizons"/>.</summary>
        public int Mois { get; init; } = DefaultMonths;

        public string? Province { get; init; }

        public int Months => Horizons.Contains(Mois) ? Mois : DefaultMonths;
    }

    /// <param name="Items">With a day, in the order of the days.</param>
    public sealed record View(
        DateOnly LastOn,
        IReadOnlyList<string> Provinces,
        IReadOnlyList<MonthLoad> Months,
        IReadOnlyList<PlannedTrip> Trips,
        IReadOnlyList<CalendarItem> Items,
        TripPlan Plan
    );

    public sealed class Handler(LabellingDbContext db, TimeProvider clock) : IRequestHandler<Query, View>
    {
        public async Task<View> Handle(Query query, CancellationToken cancellationToken)
        {
            var (today, plan) = (clock.Today, TripPlan.Current);
            var last = today.AddMonths(query.Months);
            var province = string.IsNullOrWhiteSpace(query.Province) ? null : query.Province;
            var items = await db.CalendarAsync(province, today, last, cancellationToken);
            return new View(
                last,
                await db.Epns.Select(e => e.Province).Distinct().OrderBy(p => p).ToListAsync(cancellationToken),
                MonthLoad.Of(items, today, last),
                PlannedTrip.Of(items, plan),
                [.. items.Where(i => i.On is not null)],
                plan
            );
        }
    }

    [Authorize(Policies.Read)]
    public sealed class Page : SlicePage
    {
        [BindProperty(SupportsGet = true, Name = "")]
        public Query Wanted { get; set; } = new();

        public View Shown { get; private set; } = null!;

        public async Task OnGetAsync() => Shown = await SendAsync(Wanted);
    }

    public static (string Kind, string Words) TagOf(CalendarItem item) =>
        item.Kind switch
        {
            CalendarKind.LabelEnd => ("ended", $"Fin du label le {FrenchText.Date(item.On!.Value)}"),
            CalendarKind.Visit => ("review", $"Visite le {FrenchText.Date(item.On!.Value)}"),
            CalendarKind.VisitWanted => ("todo", "Visite à prévoir"),
            _ => throw new ArgumentOutOfRangeException(nameof(item)),
        };
}
