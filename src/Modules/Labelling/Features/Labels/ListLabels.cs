using CaseNumerique.Labelling.Data;
using CaseNumerique.SharedKernel;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Labelling.Features.Labels;

internal static class ListLabels
{
    public sealed record Query : IRequest<Paged<Row>>
    {
        /// <summary>Part of a number, of an EPN's name or of a commune.</summary>
        public string? Q { get; init; }

        public LabelStatus? Etat { get; init; }

        // Razor Pages keep the route value « page » for themselves.
        [FromQuery(Name = "page")]
        public int Page { get; init; } = 1;
    }

    public sealed record Row(
        string Number,
        string EpnName,
        string Commune,
        DateOnly ExpiresOn,
        LabelStatus Status,
        bool HasConditions
    );

    public sealed class Handler(LabellingDbContext db) : IRequestHandler<Query, Paged<Row>>
    {
        public Task<Paged<Row>> Handle(Query query, CancellationToken cancellationToken)
        {
            var words = FrenchText.Fold(query.Q);
            var number = (query.Q ?? "").Trim().ToUpperInvariant();
            return db
                .Labels.AsNoTracking()
                .Join(db.Epns, l => l.EpnId, e => e.Id, (l, e) => new { Label = l, Epn = e })
                .Where(x => words == "" || x.Epn.SearchText.Contains(words) || x.Label.Number == number)
                .Where(x => query.Etat == null || x.Label.Status == query.Etat)
                .OrderBy(x => x.Label.ExpiresOn)
                .ThenBy(x => x.Label.Sequence)
                .Select(x => new Row(
                    x.Label.Number,
                    x.Epn.Name,
                    x.Epn.Commune,
                    x.Label.ExpiresOn,
                    x.Label.Status,
                    db.Conditions.Any(c => c.LabelId == x.Label.Id && c.LiftedAt == null)
                ))
                .ToPageAsync(query.Page, cancellationToken);
        }
    }

    [Authorize(Policies.Read)]
    public sealed class Page : SlicePage
    {
        [BindProperty(SupportsGet = true, Name = "")]
        public Query Filter { get; set; } = new();

        public Paged<Row> List { get; private set; } = null!;

        public async Task OnGetAsync() => List = await SendAsync(Filter);
    }
}
