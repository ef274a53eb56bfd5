using System.Security.Claims;
using CaseNumerique.Labelling.Data;
using CaseNumerique.Labelling.Features.Labels;
using CaseNumerique.SharedKernel;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Labelling.Features.Proposals;

internal static class ListProposals
{
    public sealed record Query(int Page) : IRequest<Paged<Row>>;

    public sealed record Row(Proposal Proposal, string EpnName, string Commune);

    public sealed class Handler(LabellingDbContext db) : IRequestHandler<Query, Paged<Row>>
    {
        public Task<Paged<Row>> Handle(Query query, CancellationToken cancellationToken) =>
            db
                .Proposals.AsNoTracking()
                .Join(db.Epns, p => p.EpnId, e => e.Id, (p, e) => new { Proposal = p, Epn = e })
                .OrderBy(x => x.Proposal.DecidedAt == null ? 0 : 1)
                .ThenByDescending(x => x.Proposal.ProposedAt)
                .ThenBy(x => x.Proposal.Id)
                .Select(x => new Row(x.Proposal, x.Epn.Name, x.Epn.Commune))
                .ToPageAsync(query.Page, cancellationToken);
    }

    /// <summary>What waits for this administrator; what waits for another is left to them.</summary>
    public sealed class Todo(LabellingDbContext db, DecisionCheck check, TimeProvider clock) : ITodoSource
    {
        public async Task<IReadOnlyList<TodoItem>> ForAsync(ClaimsPrincipal person, CancellationToken cancellationToken)
        {
            if (!person.IsInRole(Roles.Administrator))
            {
                return [];
            }

            var waiting = await db
                .Proposals.AsNoTracking()
                .Where(p => p.DecidedAt == null)
                .Join(db.Epns, p => p.EpnId, e => e.Id, (p, e) => new { Proposal = p, Epn = e })
                .OrderBy(x => x.Proposal.ProposedAt)
                .ToListAsync(cancellationToken);
            List<TodoItem> items = [];
            foreach (var row in waiting)
            {
                if (await check.ReasonAgainstAsync(row.Proposal, cancellationToken) is null)
                {
                    items.Add(ToItem(row.Proposal, row.Epn));
                }
            }

            return items;
        }

        private TodoItem ToItem(Proposal proposal, Epn epn)
        {
            var day = NoumeaTime.DayOf(proposal.ProposedAt);
            return new TodoItem(
                $"Décider\u00A0: {LabelAct.Find(proposal.ActPath)!.Verb.ToLowerInvariant()}, {epn.Name}",
                $"/gestion/labellisation/propositions/{proposal.Id}",
                $"Proposé par {proposal.ProposedBy}.",
                "review",
                day == clock.Today ? "Depuis aujourd’hui" : $"Depuis le {FrenchText.Date(day)}",
                Urgency: 10
            );
        }
    }

    [Authorize(Policies.Read)]
    public sealed class Page : SlicePage
    {
        [FromQuery(Name = "page")]
        public int Number { get; set; } = 1;

        public Paged<Row> List { get; private set; } = null!;

        public async Task OnGetAsync() => List = await SendAsync(new Query(Number));
    }
}
