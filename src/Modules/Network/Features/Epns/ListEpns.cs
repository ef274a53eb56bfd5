using System.Security.Claims;
using CaseNumerique.Network.Data;
using CaseNumerique.SharedKernel;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Network.Features.Epns;

internal static class ListEpns
{
    /// <summary>Value of the label filter that shows what has closed, which is left out otherwise.</summary>
    public const string Closed = "ferme";

    /// <param name="EpnIds">The person's own; null for all.</param>
    public sealed record Query(
        string? Search,
        string? Province,
        string? Label,
        bool IsUnreachable,
        int Page,
        IReadOnlyCollection<Guid>? EpnIds
    ) : IRequest<Paged<Row>>;

    public sealed record Row(
        string Name,
        string Slug,
        string InseeCode,
        string Province,
        string Operator,
        string? LabelNumber,
        string? LabelStatus,
        DateOnly? LabelExpiresOn,
        DateOnly? ClosedOn,
        bool HasAddress
    );

    public sealed class Handler(NetworkDbContext db, TimeProvider clock) : IRequestHandler<Query, Paged<Row>>
    {
        public Task<Paged<Row>> Handle(Query query, CancellationToken cancellationToken)
        {
            var epns =
                query.Label == Closed
                    ? db.Epns.Where(e => e.ClosedOn != null)
                    : db.Epns.Open().Standing(query.Label, clock.Today);
            return (query.IsUnreachable ? epns.WithoutAddress() : epns)
                .Of(query.EpnIds)
                .Matching(query.Search)
                .InProvince(query.Province)
                .ByName()
                .Select(e => new Row(
                    e.Name,
                    e.Slug,
                    e.InseeCode,
                    e.Province,
                    e.Operator.Name,
                    e.LabelNumber,
                    e.LabelStatus,
                    e.LabelExpiresOn,
                    e.ClosedOn,
                    e.Contacts.Any(c => c.Role == ContactRole.Manager && c.Email != null)
                ))
                .ToPageAsync(query.Page, cancellationToken);
        }
    }

    /// <summary>Reminders need an address: those that lack one are work to do.</summary>
    public sealed class Todo(NetworkDbContext db) : ITodoSource
    {
        public async Task<IReadOnlyList<TodoItem>> ForAsync(ClaimsPrincipal person, CancellationToken cancellationToken)
        {
            if (!person.IsEcoNum)
            {
                return [];
            }

            var count = await db.Epns.Open().WithoutAddress().CountAsync(cancellationToken);
            return count == 0
                ? []
                :
                [
                    new TodoItem(
                        "Demander leur courriel aux gestionnaires sans adresse",
                        "/gestion/reseau?courriel=sans",
                        $"{FrenchText.Count(count, "espace")} sans courriel\u00A0: les relances s’y font par téléphone.",
                        "todo",
                        "À compléter",
                        Urgency: 50
                    ),
                ];
        }
    }

    [Authorize(Policies.Read)]
    public sealed class Page(TimeProvider clock) : SlicePage
    {
        [FromQuery(Name = "q")]
        public string? Search { get; set; }

        [FromQuery(Name = "province")]
        public string? Province { get; set; }

        [FromQuery(Name = "label")]
        public string? Label { get; set; }

        [FromQuery(Name = "courriel")]
        public string? Email { get; set; }

        [FromQuery(Name = "page")]
        public int Number { get; set; } = 1;

        public bool IsUnreachable => Email == "sans";
        public bool IsFiltered => IsUnreachable || new[] { Search, Province, Label }.Any(f => !string.IsNullOrEmpty(f));
        public DateOnly Today => clock.Today;
        public Paged<Row> List { get; private set; } = null!;

        public async Task OnGetAsync() =>
            List = await SendAsync(
                new Query(Search, Province, Label, IsUnreachable, Number, User.IsEcoNum ? null : User.EpnIds)
            );
    }
}
