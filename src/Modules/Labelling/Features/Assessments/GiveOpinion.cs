using CaseNumerique.Labelling.Data;
using CaseNumerique.Labelling.Features.Decisions;
using CaseNumerique.Labelling.Features.LabelApplications;
using CaseNumerique.SharedKernel;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Labelling.Features.Assessments;

/// <summary>The assessor says what they think of the file, with reasons; the computed advice is only advice.</summary>
[AuditedAs("Avis rendu")]
internal static class GiveOpinion
{
    public const int ReasonsMinLength = 20;

    /// <summary>Whoever departs from the computed advice says more of why.</summary>
    public const int DepartureMinLength = 100;

    public sealed record Command : IRequest<Unit>
    {
        public Guid Id { get; init; }
        public OpinionKind? Opinion { get; init; }
        public string Reasons { get; init; } = "";
        public int Version { get; init; }
    }

    public sealed class Handler(LabellingDbContext db, ICurrentUser user, TimeProvider clock)
        : IRequestHandler<Command, Unit>
    {
        public async Task<Unit> Handle(Command command, CancellationToken cancellationToken)
        {
            var file = await db.Applications.SingleAsync(a => a.Id == command.Id, cancellationToken);
            db.Entry(file).Property(f => f.Version).OriginalValue = command.Version;
            file.NoteOpinion(command.Opinion!.Value, command.Reasons.Trim(), user, clock.UtcNow);
            db.Make(file, ApplicationMove.GiveOpinion, user, clock.UtcNow);
            await db.SaveFileAsync(cancellationToken);
            return Unit.Value;
        }
    }

    [Authorize(Policies.Assess)]
    public sealed class Page(LabellingDbContext db, DecisionGuard guard) : FilePage
    {
        [BindProperty]
        public Command Form { get; set; } = new();

        public Scorecard Card { get; private set; } = null!;

        /// <summary>What somebody else has done with the file since this page was opened; null for nothing.</summary>
        public string? Overtaken { get; private set; }

        public async Task<IActionResult> OnGetAsync(Guid id)
        {
            if (!await LoadAsync(id))
            {
                return NotFound();
            }

            Form = new Command { Version = Application.Version };
            return Page();
        }

        public async Task<IActionResult> OnPostAsync(Guid id) =>
            await LoadAsync(id)
                ? await SendThenRedirectAsync(
                    Form with
                    {
                        Id = id,
                    },
                    _ => FileUrl,
                    "L’avis est rendu. Le dossier attend maintenant la décision d’une autre personne.",
                    () => ShowOtherAsync(id)
                )
                : NotFound();

        private async Task ShowOtherAsync(Guid id)
        {
            await LoadAsync(id);
            Overtaken = await guard.OvertakenAsync(id, Form.Version, HttpContext.RequestAborted);
            // Whoever sends the form again has read what has happened.
            Form = Form with
            {
                Version = Application.Version,
            };
            ModelState.Remove("Form.Version");
        }

        private async Task<bool> LoadAsync(Guid id)
        {
            if (!await FindAsync(id))
            {
                return false;
            }

            Card = (await db.SheetAsync(Application, HttpContext.RequestAborted)).Scorecard;
            return true;
        }
    }
}
