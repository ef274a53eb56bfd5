using CaseNumerique.Resources.Data;
using CaseNumerique.SharedKernel;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Resources.Features.Kits;

internal static class BrowseKits
{
    private const int Size = 12;

    /// <summary>Longest and shortest durations that a reader may choose between, in minutes, by the word in the URL.</summary>
    public static readonly IReadOnlyList<DurationRange> Durations =
    [
        new("courte", "1 h ou moins", 0, 60),
        new("moyenne", "De 1 h à 2 h", 61, 120),
        new("longue", "Plus de 2 h", 121, WorkshopKit.MaxMinutes),
    ];

    public sealed record DurationRange(string Code, string Name, int From, int To);

    public sealed record Query(string? Text, string? Duration, bool OfflineOnly, int Page) : IRequest<Paged<Row>>;

    public sealed record Row(
        string Title,
        string Slug,
        string Summary,
        string Audience,
        int MinPeople,
        int MaxPeople,
        int Minutes,
        bool IsOfflinePossible
    );

    public sealed class Handler(ResourcesDbContext db) : IRequestHandler<Query, Paged<Row>>
    {
        public Task<Paged<Row>> Handle(Query query, CancellationToken cancellationToken)
        {
            var kits = db.Kits.Matching(query.Text);
            if (Durations.SingleOrDefault(d => d.Code == query.Duration) is { From: var from, To: var to })
            {
                kits = kits.Where(k => k.Minutes >= from && k.Minutes <= to);
            }

            if (query.OfflineOnly)
            {
                kits = kits.Where(k => k.IsOfflinePossible);
            }

            return kits.OrderBy(k => k.Slug)
                .Select(k => new Row(
                    k.Title,
                    k.Slug,
                    k.Summary,
                    k.Audience,
                    k.MinPeople,
                    k.MaxPeople,
                    k.Minutes,
                    k.IsOfflinePossible
                ))
                .ToPageAsync(query.Page, cancellationToken, Size);
        }
    }

    [AllowAnonymous]
    public sealed class Page : SlicePage
    {
        [BindProperty(SupportsGet = true, Name = "q")]
        public string? Text { get; set; }

        [BindProperty(SupportsGet = true, Name = "duree")]
        public string? Duration { get; set; }

        [BindProperty(SupportsGet = true, Name = "hors-ligne")]
        public bool OfflineOnly { get; set; }

        public Paged<Row> List { get; private set; } = new([], 1, 0, Size);

        public bool IsFiltered => Text is not null || Duration is not null || OfflineOnly;

        // Razor Pages keep "page" in the route for themselves.
        public async Task OnGetAsync([FromQuery(Name = "page")] int number = 1) =>
            List = await SendAsync(new Query(Text, Duration, OfflineOnly, number));
    }
}
