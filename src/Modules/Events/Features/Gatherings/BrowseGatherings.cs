using CaseNumerique.Events.Data;
using CaseNumerique.SharedKernel;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Events.Features.Gatherings;

internal static class BrowseGatherings
{
    public sealed record Query : IRequest<View>;

    public sealed record View(IReadOnlyList<Row> Coming, IReadOnlyList<Row> Past);

    public sealed record Row(string Title, string Slug, DateOnly StartsOn, DateOnly EndsOn, string Place, int Capacity)
    {
        public GatheringDays Days => new(StartsOn, EndsOn);
    }

    public sealed class Handler(EventsDbContext db, TimeProvider clock) : IRequestHandler<Query, View>
    {
        public async Task<View> Handle(Query query, CancellationToken cancellationToken)
        {
            var today = clock.Today;
            var rows = await db
                .Gatherings.OrderBy(g => g.StartsOn)
                .Select(g => new Row(g.Title, g.Slug, g.StartsOn, g.EndsOn, g.Place, g.Capacity))
                .ToListAsync(cancellationToken);
            var past = rows.Where(g => g.EndsOn < today).Reverse();
            return new View([.. rows.Where(g => g.EndsOn >= today)], [.. past]);
        }
    }

    [AllowAnonymous]
    public sealed class Page : SlicePage
    {
        public View Gatherings { get; private set; } = new([], []);

        public async Task OnGetAsync() => Gatherings = await SendAsync(new Query());
    }
}
