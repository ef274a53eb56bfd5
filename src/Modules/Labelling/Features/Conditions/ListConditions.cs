using System.Security.Claims;
using CaseNumerique.Labelling.Data;
using CaseNumerique.Labelling.Features.LabelApplications;
using CaseNumerique.Labelling.Features.Replies;
using CaseNumerique.SharedKernel;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Labelling.Features.Conditions;

/// <summary>The conditions of a label, those still open first.</summary>
internal static class ListConditions
{
    public sealed record Query(Guid LabelId) : IRequest<IReadOnlyList<ConditionRow>>;

    public sealed class Handler(LabellingDbContext db) : IRequestHandler<Query, IReadOnlyList<ConditionRow>>
    {
        public async Task<IReadOnlyList<ConditionRow>> Handle(Query query, CancellationToken cancellationToken) =>
            await db.Conditions.Where(c => c.LabelId == query.LabelId).ToRows(db).ToListAsync(cancellationToken);
    }

    /// <summary>The EPN answers, an agent looks at the answer, an administrator lifts; what is late comes first.</summary>
    public sealed class Todo(LabellingDbContext db, TimeProvider clock) : ITodoSource
    {
        public async Task<IReadOnlyList<TodoItem>> ForAsync(ClaimsPrincipal person, CancellationToken cancellationToken)
        {
            Guid[] epnIds = person.IsEcoNum ? [] : [.. person.EpnIds.Where(person.Manages)];
            if (epnIds.Length == 0 && !person.IsEcoNum)
            {
                return [];
            }

            var isEcoNum = person.IsEcoNum;
            var today = clock.Today;
            var rows = await db
                .Conditions.Where(c => c.LiftedAt == null)
                .Where(c =>
                    isEcoNum
                        ? c.DueOn < today || c.AnsweredAt != null || c.ProposedAt != null
                        : c.AnsweredAt == null
                            && c.ProposedAt == null
                            && db.Labels.Any(l => l.Id == c.LabelId && epnIds.Contains(l.EpnId))
                )
                .ToRows(db)
                .ToListAsync(cancellationToken);
            var noticed = await db
                .FormalNotices.Where(n => n.ClosedAt == null)
                .Select(n => n.LabelId)
                .ToHashSetAsync(cancellationToken);
            return
            [
                .. rows.Select(r => ToItem(r, person, today, noticed.Contains(r.Condition.LabelId))).OfType<TodoItem>(),
            ];
        }

        private static TodoItem? ToItem(ConditionRow row, ClaimsPrincipal person, DateOnly today, bool isNoticed)
        {
            var condition = row.Condition;
            var (words, page) = condition switch
            {
                _ when !person.IsEcoNum => ("Lever une réserve", "reponse"),
                { ProposedAt: not null } when person.IsInRole(Roles.Administrator) => ("Lever une réserve", "levee"),
                { ProposedAt: not null } => (null, ""),
                { AnsweredAt: not null } => ("Examiner la preuve d’une réserve", "examen"),
                _ => ("Réserve en retard", "examen"),
            };
            var isLate = condition.IsLate(today);
            return words is null
                ? null
                : new TodoItem(
                    $"{words}, {row.EpnName}",
                    $"/gestion/labellisation/reserves/{condition.Id}/{page}",
                    $"{row.Code}, label {row.LabelNumber}."
                        + (
                            !isLate || page != "examen" ? ""
                            : isNoticed ? " Une mise en demeure est en cours."
                            : " L’échéance est passée\u00A0: vous pouvez mettre l’espace en demeure."
                        ),
                    isLate ? "late"
                        : condition.AnsweredAt is null ? "todo"
                        : "review",
                    $"{(isLate ? "Échéance le" : "Jusqu’au")} {FrenchText.Date(condition.DueOn)}",
                    Urgency: isLate ? 5 : 15
                );
        }
    }

    [Authorize(Policies.ReadFile)]
    public sealed class Page(LabellingDbContext db, IFileStore store, TimeProvider clock) : SlicePage
    {
        public Label Label { get; private set; } = null!;

        public string EpnName { get; private set; } = "";

        public IReadOnlyList<ConditionRow> Rows { get; private set; } = [];

        /// <summary>By condition, newest first.</summary>
        public ILookup<Guid, SentReply> Replies { get; private set; } =
            Array.Empty<SentReply>().ToLookup(_ => default(Guid));

        public DateOnly Today => clock.Today;

        public bool MayAnswer => User.Manages(Label.EpnId);

        public async Task<IActionResult> OnGetAsync(string numero)
        {
            var found = await db
                .Labels.AsNoTracking()
                .Where(l => l.Number == numero)
                .Join(db.Epns, l => l.EpnId, e => e.Id, (l, e) => new { Label = l, e.Name })
                .SingleOrDefaultAsync(HttpContext.RequestAborted);
            // The label of others answers as one that does not exist.
            if (found is null || !User.MaySee(found.Label.EpnId))
            {
                return NotFound();
            }

            (Label, EpnName) = (found.Label, found.Name);
            Rows = await SendAsync(new Query(Label.Id));
            Guid[] ids = [.. Rows.Select(r => r.Condition.Id)];
            var replies = await db.SentRepliesAsync(store, ids, HttpContext.RequestAborted);
            Replies = replies.ToLookup(r => r.Reply.SubjectId);
            return Page();
        }
    }
}
