using CaseNumerique.Events.Data;
using CaseNumerique.SharedKernel;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Events.Features.Gatherings;

internal static class VisitGathering
{
    public sealed record Query(string Slug) : IRequest<View?>;

    public sealed record View(
        int Edition,
        string Title,
        DateOnly StartsOn,
        DateOnly EndsOn,
        string Place,
        Hosting? Host,
        string Presentation,
        int Capacity,
        DateOnly? RegistrationOpensOn,
        DateOnly? RegistrationClosesOn,
        IReadOnlyList<Item> Agenda
    )
    {
        public GatheringDays Days => new(StartsOn, EndsOn);

        public IEnumerable<IGrouping<DateOnly, Item>> Programme => Agenda.GroupBy(i => StartsOn.AddDays(i.Day - 1));
    }

    public sealed record Hosting(string Name, string Slug, string Commune, bool IsClosed);

    public sealed record Item(int Day, int StartMinute, int Minutes, string Kind, string Title);

    public sealed class Handler(EventsDbContext db) : IRequestHandler<Query, View?>
    {
        public Task<View?> Handle(Query query, CancellationToken cancellationToken) =>
            db
                .Gatherings.Where(g => g.Slug == query.Slug)
                .Select(g => new View(
                    g.Edition,
                    g.Title,
                    g.StartsOn,
                    g.EndsOn,
                    g.Place,
                    g.Host == null ? null : new Hosting(g.Host.Name, g.Host.Slug, g.Host.Commune, g.Host.IsClosed),
                    g.Presentation,
                    g.Capacity,
                    g.RegistrationOpensOn,
                    g.RegistrationClosesOn,
                    g.Agenda.OrderBy(i => i.Day)
                        .ThenBy(i => i.StartMinute)
                        .Select(i => new Item(i.Day, i.StartMinute, i.Minutes, i.Kind, i.Title))
                        .ToList()
                ))
                .SingleOrDefaultAsync(cancellationToken);
    }

    [AllowAnonymous]
    public sealed class Page(TimeProvider clock) : SlicePage
    {
        public View Gathering { get; private set; } = null!;

        public string Registration =>
            GatheringWords.Registration(
                clock.Today,
                Gathering.EndsOn,
                Gathering.RegistrationOpensOn,
                Gathering.RegistrationClosesOn
            );

        public async Task<IActionResult> OnGetAsync(string slug)
        {
            if (await SendAsync(new Query(slug)) is not { } gathering)
            {
                return NotFound();
            }

            Gathering = gathering;
            return Page();
        }
    }
}
