using System.Security.Claims;
using CaseNumerique.Labelling.Data;
using CaseNumerique.Labelling.Features.LabelApplications;
using CaseNumerique.SharedKernel;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Labelling.Features.Decisions;

/// <summary>Where a file is decided, and where its decision is read: reasons, act, conditions, ways of appeal.</summary>
internal static class DecideApplication
{
    public sealed record Query(Guid Id) : IRequest<View>;

    /// <param name="Deferral">The last line of the history by which it was deferred.</param>
    /// <param name="Committee">The last session that has answered.</param>
    public sealed record View(
        Scorecard Scores,
        Label? Label,
        IReadOnlyList<ConditionRow> Conditions,
        ApplicationEvent? Deferral,
        CommitteeItem? Committee,
        string AppealText
    );

    public sealed record ConditionRow(Condition Condition, string Code, string Title);

    public sealed class Handler(LabellingDbContext db) : IRequestHandler<Query, View>
    {
        public async Task<View> Handle(Query query, CancellationToken cancellationToken)
        {
            var file = await db.Applications.AsNoTracking().SingleAsync(a => a.Id == query.Id, cancellationToken);
            var set = await db
                .CriteriaSets.AsNoTracking()
                .Whole()
                .SingleAsync(s => s.Id == file.CriteriaSetId, cancellationToken);
            var label = await db
                .Labels.AsNoTracking()
                .SingleOrDefaultAsync(l => l.Id == file.GrantedLabelId, cancellationToken);
            return new View(
                Scorecard.Of(set, await db.AssessedScoresAsync(file.Id, cancellationToken)),
                label,
                await db
                    .Conditions.AsNoTracking()
                    .Where(c => c.ApplicationId == file.Id)
                    .Join(db.Criteria, c => c.CriterionId, k => k.Id, (c, k) => new { Condition = c, Criterion = k })
                    .OrderBy(x => x.Condition.DueOn)
                    .ThenBy(x => x.Criterion.Code)
                    .Select(x => new ConditionRow(x.Condition, x.Criterion.Code, x.Criterion.Title))
                    .ToListAsync(cancellationToken),
                await db
                    .ApplicationEvents.AsNoTracking()
                    .Where(e => e.ApplicationId == file.Id && e.Move == ApplicationMove.Defer.Path)
                    .OrderByDescending(e => e.At)
                    .FirstOrDefaultAsync(cancellationToken),
                await db
                    .CommitteeItems.AsNoTracking()
                    .Include(i => i.Session)
                    .Where(i => i.ApplicationId == file.Id && i.RecordedAt != null)
                    .OrderByDescending(i => i.RecordedAt)
                    .FirstOrDefaultAsync(cancellationToken),
                (
                    file.DecidedAt is { } at
                        ? await db.ProcedureRules.AsNoTracking().InForceAtAsync(at, cancellationToken)
                        : await db.ProcedureRules.AsNoTracking().InForceAsync(cancellationToken)
                ).AppealText
            );
        }
    }

    /// <summary>Files that wait for this administrator; what must wait for another is left to them.</summary>
    public sealed class Todo(LabellingDbContext db, DecisionGuard guard) : ITodoSource
    {
        public async Task<IReadOnlyList<TodoItem>> ForAsync(ClaimsPrincipal person, CancellationToken cancellationToken)
        {
            if (!person.IsInRole(Roles.Administrator))
            {
                return [];
            }

            var waiting = await db
                .Applications.AsNoTracking()
                .Where(a => a.Status == ApplicationStatus.OpinionGiven || a.Status == ApplicationStatus.InCommittee)
                .Join(db.Epns, a => a.EpnId, e => e.Id, (a, e) => new { File = a, e.Name })
                .OrderBy(x => x.File.OpinionAt)
                .ToListAsync(cancellationToken);
            List<TodoItem> items = [];
            foreach (var row in waiting)
            {
                if (await guard.ReasonAgainstAsync(row.File, cancellationToken) is null)
                {
                    items.Add(ToItem(row.File, row.Name));
                }
            }

            return items;
        }

        private static TodoItem ToItem(LabelApplication file, string epnName) =>
            new(
                $"Décider du dossier {file.Reference}, {epnName}",
                $"/gestion/labellisation/demandes/{file.Id}/decision",
                $"Avis de {file.OpinionBy}\u00A0: {ApplicationTags.Of(file.Opinion!.Value).ToLowerInvariant()}.",
                "review",
                $"Avis du {FrenchText.Date(NoumeaTime.DayOf(file.OpinionAt!.Value))}",
                Urgency: 10
            );
    }

    [Authorize(Policies.ReadFile)]
    public sealed class Page(IAuthorizationService authorization) : DecisionPage
    {
        public View Shown { get; private set; } = null!;

        public bool MayDecide { get; private set; }

        public async Task<IActionResult> OnGetAsync(Guid id)
        {
            if (!await LoadAsync(id))
            {
                return NotFound();
            }

            Shown = await SendAsync(new Query(id));
            MayDecide = (await authorization.AuthorizeAsync(User, Policies.Decide)).Succeeded;
            return Page();
        }
    }
}
