using CaseNumerique.Labelling.Data;
using CaseNumerique.SharedKernel;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Labelling.Features.Charters;

/// <summary>The versions of the charter, newest first.</summary>
internal static class ListCharters
{
    public sealed record Query : IRequest<IReadOnlyList<Row>>;

    /// <param name="Signed">How many files bear a signature of this version.</param>
    public sealed record Row(
        int Number,
        CharterStatus Status,
        DateOnly? StartsOn,
        string CreatedBy,
        string? PublishedBy,
        string? PublicationReason,
        int Signed
    );

    public sealed class Handler(LabellingDbContext db) : IRequestHandler<Query, IReadOnlyList<Row>>
    {
        public async Task<IReadOnlyList<Row>> Handle(Query query, CancellationToken cancellationToken) =>
            await db
                .Charters.AsNoTracking()
                .OrderByDescending(c => c.Number)
                .Select(c => new Row(
                    c.Number,
                    c.Status,
                    c.StartsOn,
                    c.CreatedBy,
                    c.PublishedBy,
                    c.PublicationReason,
                    db.Applications.Count(a => a.CharterId == c.Id)
                ))
                .ToListAsync(cancellationToken);
    }

    [Authorize(Policies.Read)]
    public sealed class Page(TimeProvider clock) : SlicePage
    {
        public IReadOnlyList<Row> Rows { get; private set; } = [];

        public bool HasDraft => Rows.Any(r => r.Status is CharterStatus.Draft);

        public DateOnly Today => clock.Today;

        public int NumberInForce => Rows.First(r => r.StartsOn <= Today).Number;

        public async Task OnGetAsync() => Rows = await SendAsync(new Query());
    }
}
