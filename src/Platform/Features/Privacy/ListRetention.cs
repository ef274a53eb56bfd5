using CaseNumerique.Platform.Data;
using CaseNumerique.Platform.Privacy;
using CaseNumerique.SharedKernel;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Platform.Features.Privacy;

/// <summary>How long each kind of data is kept, what would go today, and who decided it.</summary>
internal static class ListRetention
{
    public sealed record Query : IRequest<View>;

    public sealed record View(IReadOnlyList<Row> Rows, IReadOnlyList<RetentionRule> Versions);

    /// <param name="Due">How many have reached the end of the period.</param>
    public sealed record Row(string Key, string Title, string Effect, int Days, bool IsProposed, int Due);

    public sealed class Handler(PlatformDbContext db, RetentionRules rules) : IRequestHandler<Query, View>
    {
        public async Task<View> Handle(Query query, CancellationToken cancellationToken)
        {
            List<Row> rows = [];
            foreach (var kind in await rules.InForceAsync(cancellationToken))
            {
                var due = await rules.CountAsync(kind.Kind, kind.Days, cancellationToken);
                rows.Add(new(kind.Kind.Key, kind.Kind.Title, kind.Kind.Effect, kind.Days, kind.Rule is null, due));
            }

            var versions = await db
                .RetentionRules.AsNoTracking()
                .OrderByDescending(r => r.Id)
                .Take(PagedQuery.DefaultSize)
                .ToListAsync(cancellationToken);
            return new View(rows, versions);
        }
    }

    [Authorize(Policies.Operate)]
    public sealed class Page : SlicePage
    {
        public View Shown { get; private set; } = null!;

        public async Task OnGetAsync() => Shown = await SendAsync(new Query());
    }
}
