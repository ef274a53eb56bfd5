using CaseNumerique.Network.Data;
using CaseNumerique.SharedKernel;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Network.Features.Epns;

internal static class BrowseEpns
{
    public sealed record Query(
        string? Search,
        IReadOnlyList<Commune> Communes,
        string? Province,
        string? Standing,
        int Page
    ) : IRequest<View>;

    /// <param name="Points">The same places as the whole list.</param>
    public sealed record View(Paged<Row> List, IReadOnlyList<MapPoint> Points);

    public sealed record Row(
        string Name,
        string Slug,
        string InseeCode,
        string? Address,
        bool IsItinerant,
        string? Phone,
        LabelStanding Standing
    );

    public sealed class Handler(NetworkDbContext db, TimeProvider clock) : IRequestHandler<Query, View>
    {
        public async Task<View> Handle(Query query, CancellationToken cancellationToken)
        {
            var today = clock.Today;
            var codes = query.Communes.Select(c => c.InseeCode).ToList();
            var epns = db
                .Epns.Open()
                .Matching(query.Search)
                .InCommunes(codes)
                .InProvince(query.Province)
                .Standing(query.Standing, today);

            var list = await epns.ByName()
                .Select(e => new Row(
                    e.Name,
                    e.Slug,
                    e.InseeCode,
                    e.Address,
                    e.IsItinerant,
                    e.Phone,
                    LabelStanding.Of(e.LabelStatus, e.LabelExpiresOn, today)
                ))
                .ToPageAsync(query.Page, cancellationToken);
            var counts = await epns.GroupBy(e => e.InseeCode)
                .Select(g => new { g.Key, Count = g.Count() })
                .ToListAsync(cancellationToken);
            var labelled = await epns.Where(EpnQueries.IsLabelled(today))
                .Select(e => e.InseeCode)
                .Distinct()
                .ToListAsync(cancellationToken);
            var points = counts.Select(c => MapPoint.Of(Commune.Of(c.Key), c.Count, labelled.Contains(c.Key)));
            return new View(list, MapPoint.Merge(points));
        }
    }

    [AllowAnonymous]
    public sealed class Page : SlicePage
    {
        [FromQuery(Name = "q")]
        public string? Search { get; set; }

        [FromQuery(Name = "commune")]
        public string? Commune { get; set; }

        [FromQuery(Name = "province")]
        public string? Province { get; set; }

        [FromQuery(Name = "statut")]
        public string? Standing { get; set; }

        [FromQuery(Name = "page")]
        public int Number { get; set; } = 1;

        public IReadOnlyList<Commune> Communes { get; private set; } = [];
        public View Result { get; private set; } = null!;
        public bool IsFiltered => new[] { Search, Commune, Province, Standing }.Any(f => !string.IsNullOrEmpty(f));

        /// <summary>« 11 espaces en province Nord ».</summary>
        public string Title
        {
            get
            {
                var count = FrenchText.Count(Result.List.Total, "espace");
                var place = Data.Province.All.Contains(Province) ? $" {Data.Province.Within(Province!)}" : "";
                return Communes switch
                {
                    [] => count + place,
                    [var commune] => $"{count} dans la commune {commune.WithDe}",
                    _ => $"{count}, {CommuneChoices.Names(Communes)}",
                };
            }
        }

        public async Task OnGetAsync()
        {
            Communes = CommuneChoices.Read(Commune);
            Result = await SendAsync(new Query(Search, Communes, Province, Standing, Number));
        }

        /// <summary>The communes of a point only, under the filters that already hold.</summary>
        public string UrlOf(MapPoint point)
        {
            var query = new QueryBuilder { { "commune", CommuneChoices.Slugs(point.Communes) } };
            foreach (var (name, value) in new[] { ("q", Search), ("statut", Standing) })
            {
                if (!string.IsNullOrEmpty(value))
                {
                    query.Add(name, value);
                }
            }

            return $"/espaces{query}";
        }
    }
}
