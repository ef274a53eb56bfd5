using CaseNumerique.Labelling.Data;
using CaseNumerique.Labelling.Features.Decisions;
using CaseNumerique.Labelling.Features.LabelApplications;
using CaseNumerique.SharedKernel;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Labelling.Features.Completions;

/// <summary>The assessor lists what is missing, with a day; the time of assessment stands still until it is sent.</summary>
[AuditedAs("Compléments demandés")]
internal static class AskToComplete
{
    private const int FirstLines = 4;

    public sealed record Line
    {
        /// <summary>Null for what is about no criterion.</summary>
        public Guid? CriterionId { get; init; }
        public string? What { get; init; }

        public bool IsEmpty => CriterionId is null && string.IsNullOrWhiteSpace(What);
    }

    public sealed record Command : IRequest<Unit>
    {
        public Guid Id { get; init; }
        public DateOnly? DueOn { get; init; }

        // MVC fills a list that is there, and cannot fill a read-only one. Empty lines are ignored.
        public List<Line> Lines { get; init; } = [];
        public int Version { get; init; }
    }

    public sealed class Handler(LabellingDbContext db, ICurrentUser user, TimeProvider clock)
        : IRequestHandler<Command, Unit>
    {
        public async Task<Unit> Handle(Command command, CancellationToken cancellationToken)
        {
            var file = await db.Applications.SingleAsync(a => a.Id == command.Id, cancellationToken);
            db.Entry(file).Property(f => f.Version).OriginalValue = command.Version;
            var request = new CompletionRequest
            {
                ApplicationId = file.Id,
                Number = await db.Completions.CountAsync(r => r.ApplicationId == file.Id, cancellationToken) + 1,
                AskedAt = clock.UtcNow,
                AskedBy = user.Name,
                AskedById = user.Id,
                Items =
                [
                    .. command
                        .Lines.Where(l => !l.IsEmpty)
                        .Select(
                            (l, i) =>
                                new MissingItem
                                {
                                    Position = i + 1,
                                    CriterionId = l.CriterionId,
                                    What = l.What!.Trim(),
                                }
                        ),
                ],
            };
            db.Completions.Add(request);
            db.AnswerSnapshots.AddRange(await db.SnapshotsAsync(file, request.Id, cancellationToken));
            file.CompletionDueOn = command.DueOn;
            file.IsCompletionExtended = false;
            db.Make(file, ApplicationMove.AskToComplete, user, clock.UtcNow);
            await db.SaveFileAsync(cancellationToken);
            return Unit.Value;
        }
    }

    [Authorize(Policies.Assess)]
    public sealed class Page(LabellingDbContext db, DecisionGuard guard, TimeProvider clock) : FilePage
    {
        [BindProperty]
        public Command Form { get; set; } = new();

        /// <summary>What somebody else has done with the file since this page was opened; null for nothing.</summary>
        public string? Overtaken { get; private set; }

        public IReadOnlyList<SelectListItem> Criteria { get; private set; } = [];

        public async Task<IActionResult> OnGetAsync(Guid id)
        {
            if (!await LoadAsync(id))
            {
                return NotFound();
            }

            var rules = await db.ProcedureRules.AsNoTracking().InForceAsync(HttpContext.RequestAborted);
            Form = new Command
            {
                DueOn = clock.Today.AddDays(rules.CompletionDays),
                Lines = [.. Enumerable.Range(0, FirstLines).Select(_ => new Line())],
                Version = Application.Version,
            };
            return Page();
        }

        /// <summary>The same form with more lines: nothing is saved, nothing is lost.</summary>
        public async Task<IActionResult> OnPostMoreAsync(Guid id)
        {
            Form.Lines.AddRange(Enumerable.Range(0, FirstLines).Select(_ => new Line()));
            return await LoadAsync(id) ? Page() : NotFound();
        }

        public async Task<IActionResult> OnPostAsync(Guid id) =>
            await LoadAsync(id)
                ? await SendThenRedirectAsync(
                    Form with
                    {
                        Id = id,
                    },
                    _ => FileUrl,
                    "La liste est envoyée à l’espace.",
                    () => ShowOtherAsync(id)
                )
                : NotFound();

        private async Task ShowOtherAsync(Guid id)
        {
            await LoadAsync(id);
            Overtaken = await guard.OvertakenAsync(id, Form.Version, HttpContext.RequestAborted);
            GoOnFrom(Application.Version);
        }

        private async Task<bool> LoadAsync(Guid id)
        {
            if (!await FindAsync(id))
            {
                return false;
            }

            var set = await db
                .CriteriaSets.AsNoTracking()
                .Whole()
                .SingleAsync(s => s.Id == Application.CriteriaSetId, HttpContext.RequestAborted);
            Criteria = [.. set.Criteria.Select(k => new SelectListItem($"{k.Code}. {k.Title}", $"{k.Id}"))];
            return true;
        }
    }
}
