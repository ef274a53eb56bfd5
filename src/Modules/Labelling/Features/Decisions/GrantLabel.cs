using CaseNumerique.Labelling.Data;
using CaseNumerique.SharedKernel;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Labelling.Features.Decisions;

/// <summary>Grants the label by an act, with conditions or without.</summary>
[AuditedAs("Label accordé sur dossier")]
internal static class GrantLabel
{
    /// <summary>Answers with the id of the file.</summary>
    public sealed record Command : DecisionCommand, IRequest<Guid>
    {
        public const int MaxConditions = 10;

        /// <summary>Number of the act (arrêté).</summary>
        public string? ActNumber { get; init; }

        public DateOnly? ActOn { get; init; }

        /// <summary>First day of the label; a renewal in time has no choice.</summary>
        public DateOnly? StartsOn { get; init; }

        public bool IsWithConditions { get; init; }

        // MVC fills a list that is there.
        public List<Draft> Conditions { get; init; } = [];

        public IEnumerable<Draft> Written => Conditions.Where(c => !c.IsBlank);
    }

    /// <summary>A condition as it is written down; one without criterion and words is none.</summary>
    public sealed record Draft
    {
        public Guid? CriterionId { get; init; }
        public string? What { get; init; }
        public DateOnly? DueOn { get; init; }
        public string? ExpectedProof { get; init; }

        public bool IsBlank => CriterionId is null && string.IsNullOrWhiteSpace(What);
    }

    public sealed class Handler(LabellingDbContext db, DecisionGuard guard, ICurrentUser user, TimeProvider clock)
        : IRequestHandler<Command, Guid>
    {
        public async Task<Guid> Handle(Command command, CancellationToken cancellationToken)
        {
            var now = clock.UtcNow;
            var file = await db.Applications.SingleAsync(a => a.Id == command.Id, cancellationToken);
            db.Entry(file).Property(a => a.Version).OriginalValue = command.Version;
            var reasons = string.IsNullOrWhiteSpace(command.Reasons) ? null : command.Reasons.Trim();
            file.ActNumber = command.ActNumber!.Trim();
            file.ActOn = command.ActOn;
            file.NoteDecision(reasons, user, now);
            var label = await db.GrantAsync(file, command.StartsOn, user, clock, cancellationToken);
            file.GrantedLabelId = label.Id;
            var move = command.IsWithConditions ? ApplicationMove.GrantWithConditions : ApplicationMove.Grant;
            foreach (var draft in command.IsWithConditions ? command.Written : [])
            {
                db.Conditions.Add(
                    new Condition
                    {
                        ApplicationId = file.Id,
                        LabelId = label.Id,
                        CriterionId = draft.CriterionId!.Value,
                        What = draft.What!.Trim(),
                        DueOn = draft.DueOn!.Value,
                        ExpectedProof = draft.ExpectedProof!.Trim(),
                    }
                );
            }

            var line = file.Make(move, user, now, reasons);
            db.ApplicationEvents.Add(line);
            db.Announce(file.ToMoved(line), file.Id);
            await guard.SaveAsync(command.Id, command.Version, cancellationToken);
            return file.Id;
        }
    }

    [Authorize(Policies.Decide)]
    public sealed class Page(LabellingDbContext db, TimeProvider clock) : DecisionPage
    {
        [BindProperty]
        public Command Form { get; set; } = new();

        /// <summary>With conditions, when anything stands here.</summary>
        [FromQuery(Name = "reserve")]
        public bool IsWithConditions { get; set; }

        public CriteriaSet Set { get; private set; } = null!;

        public IReadOnlyList<SelectListItem> Criteria { get; private set; } = [];

        /// <summary>Why no label can be granted, whoever decides.</summary>
        public string? Obstacle { get; private set; }

        public Label? Renewed { get; private set; }

        public DateOnly? FixedFirstDay => DecisionEffects.FixedFirstDay(Renewed, clock.Today);

        public DateOnly LastDueOn => clock.Today.AddMonths(Set.ConditionMonths);

        public async Task<IActionResult> OnGetAsync(Guid id)
        {
            if (!await LoadWholeAsync(id))
            {
                return NotFound();
            }

            Form = new Command
            {
                Version = Application.Version,
                StartsOn = clock.Today,
                IsWithConditions = IsWithConditions,
                Conditions = IsWithConditions ? await ProposeAsync() : [],
            };
            return Page();
        }

        /// <param name="more">One more condition is wanted, and nothing else yet.</param>
        public async Task<IActionResult> OnPostAsync(Guid id, bool more)
        {
            if (!await LoadWholeAsync(id))
            {
                return NotFound();
            }

            Form = Form with { Id = id };
            if (more)
            {
                Form.Conditions.Add(new Draft { DueOn = LastDueOn });
                return Page();
            }

            return await SendThenRedirectAsync(Form, _ => DecisionUrl, "Le label est accordé.", GoOnAsync);
        }

        private async Task<bool> LoadWholeAsync(Guid id)
        {
            if (!await LoadAsync(id))
            {
                return false;
            }

            var aborted = HttpContext.RequestAborted;
            Set = await db
                .CriteriaSets.AsNoTracking()
                .Whole()
                .SingleAsync(s => s.Id == Application.CriteriaSetId, aborted);
            Criteria = [.. Set.Criteria.Select(k => new SelectListItem($"{k.Code} {k.Title}", k.Id.ToString()))];
            Obstacle = await db.GrantObstacleAsync(Application, aborted);
            Renewed = await db.RenewedLabelAsync(Application, aborted);
            return true;
        }

        /// <summary>A condition for each mandatory criterion that the assessor found wanting.</summary>
        private async Task<List<Draft>> ProposeAsync()
        {
            var scores = await db.AssessedScoresAsync(Application.Id, HttpContext.RequestAborted);
            var wanting = Scorecard.Of(Set, scores).Shortfalls.Select(s => s.Criterion).OfType<Criterion>();
            List<Draft> drafts =
            [
                .. wanting
                    .Take(Command.MaxConditions)
                    .Select(k => new Draft
                    {
                        CriterionId = k.Id,
                        DueOn = LastDueOn,
                        ExpectedProof = k.ExpectedProof,
                    }),
            ];
            return drafts.Count > 0 ? drafts : [new Draft { DueOn = LastDueOn }];
        }
    }
}
