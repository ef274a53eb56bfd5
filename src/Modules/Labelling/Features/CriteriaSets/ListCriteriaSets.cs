using System.Security.Claims;
using CaseNumerique.Labelling.Data;
using CaseNumerique.SharedKernel;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Labelling.Features.CriteriaSets;

/// <summary>The versions of the referential, newest first.</summary>
internal static class ListCriteriaSets
{
    public sealed record Query(ClaimsPrincipal Person) : IRequest<IReadOnlyList<Row>>;

    /// <param name="Criteria">How many there are.</param>
    public sealed record Row(
        int Number,
        string Title,
        CriteriaSetStatus Status,
        int Criteria,
        DateTime CreatedAt,
        string CreatedBy,
        DateTime? PublishedAt,
        DateOnly? HoldsUntil
    );

    public sealed class Handler(LabellingDbContext db) : IRequestHandler<Query, IReadOnlyList<Row>>
    {
        public async Task<IReadOnlyList<Row>> Handle(Query query, CancellationToken cancellationToken) =>
            await db
                .CriteriaSets.AsNoTracking()
                .VisibleTo(query.Person)
                .OrderByDescending(s => s.Number)
                .Select(s => new Row(
                    s.Number,
                    s.Title,
                    s.Status,
                    s.Chapters.Sum(c => c.Criteria.Count),
                    s.CreatedAt,
                    s.CreatedBy,
                    s.PublishedAt,
                    s.HoldsUntil
                ))
                .ToListAsync(cancellationToken);
    }

    [Authorize(Policies.ReadCriteria)]
    public sealed class Page : SlicePage
    {
        public IReadOnlyList<Row> Rows { get; private set; } = [];

        public bool HasDraft => Rows.Any(r => r.Status is CriteriaSetStatus.Draft);

        public async Task OnGetAsync() => Rows = await SendAsync(new Query(User));
    }
}
