using System.Security.Claims;
using CaseNumerique.Labelling.Data;
using CaseNumerique.SharedKernel;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Labelling.Features.Committee;

internal static class ListSessions
{
    public sealed record Query(int Page, ClaimsPrincipal Person) : IRequest<Paged<Row>>;

    public sealed record Row(CommitteeSession Session, int Files);

    public sealed class Handler(LabellingDbContext db) : IRequestHandler<Query, Paged<Row>>
    {
        public Task<Paged<Row>> Handle(Query query, CancellationToken cancellationToken) =>
            db
                .CommitteeSessions.AsNoTracking()
                .OpenTo(query.Person)
                .OrderBy(s => s.ClosedAt != null)
                .ThenByDescending(s => s.HeldAt)
                .ThenBy(s => s.Id)
                .Select(s => new Row(s, s.Items.Count))
                .ToPageAsync(query.Page, cancellationToken);
    }

    /// <summary>Members prepare the sessions they are invited to.</summary>
    public sealed class Todo(LabellingDbContext db) : ITodoSource
    {
        public async Task<IReadOnlyList<TodoItem>> ForAsync(ClaimsPrincipal person, CancellationToken cancellationToken)
        {
            var account = person.AccountId;
            if (!person.IsInRole(Roles.Committee))
            {
                return [];
            }

            var sessions = await db
                .CommitteeSessions.AsNoTracking()
                .Where(s => s.ClosedAt == null && s.ConvenedAt != null && s.Seats.Any(m => m.AccountId == account))
                .OrderBy(s => s.HeldAt)
                .ToListAsync(cancellationToken);
            return
            [
                .. sessions.Select(s => new TodoItem(
                    $"Préparer la séance\u00A0: {s.Name}",
                    $"/gestion/labellisation/comites/{s.Id}",
                    "Lisez les dossiers, et déclarez un déport si un dossier vous touche.",
                    "todo",
                    $"Le {FrenchText.Date(s.HeldOn)}",
                    Urgency: 10
                )),
            ];
        }
    }

    [Authorize(Policies.Sit)]
    public sealed class Page : SlicePage
    {
        [FromQuery(Name = "page")]
        public int Number { get; set; } = 1;

        public Paged<Row> List { get; private set; } = null!;

        public async Task OnGetAsync() => List = await SendAsync(new Query(Number, User));
    }
}
