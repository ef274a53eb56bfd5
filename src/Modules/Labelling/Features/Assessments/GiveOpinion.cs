using CaseNumerique.Labelling.Data;
using CaseNumerique.Labelling.Features.LabelApplications;
using CaseNumerique.SharedKernel;
using FluentValidation;
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

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator(LabellingDbContext db, FileCheck check)
        {
            RuleFor(c => c.Id).MustBeForItsAssessor(check, FileWork.Of(ApplicationMove.GiveOpinion));
            RuleFor(c => c.Opinion)
                .NotNull()
                .WithMessage("Choisissez votre avis.")
                .IsInEnum()
                .WithMessage("Choisissez un avis de la liste.");
            RuleFor(c => c.Reasons)
                .MaximumLength(LabelApplication.ReasonMaxLength)
                .WithMessage("Résumez les motifs en {MaxLength} caractères.");
            RuleFor(c => c)
                .CustomAsync(
                    async (command, context, ct) =>
                    {
                        var file = await db
                            .Applications.AsNoTracking()
                            .SingleOrDefaultAsync(a => a.Id == command.Id, ct);
                        if (file is not null)
                        {
                            Weigh((await db.SheetAsync(file, ct)).Scorecard, context);
                        }
                    }
                );
        }

        private static void Weigh(Scorecard card, ValidationContext<Command> context)
        {
            var command = context.InstanceToValidate;
            if (!card.IsComplete)
            {
                context.AddFailure(
                    nameof(Command.Opinion),
                    $"Notez d’abord tous les critères\u00A0: {FrenchText.Count(card.Total - card.Answered, "reste", "restent")} à noter."
                );
            }

            var departs = command.Opinion is { } opinion && opinion != card.Advice;
            var least = departs ? DepartureMinLength : ReasonsMinLength;
            if (command.Reasons.Trim().Length < least)
            {
                context.AddFailure(
                    nameof(Command.Reasons),
                    departs
                        ? $"Votre avis s’écarte de l’avis calculé\u00A0: dites pourquoi, en {least} caractères au moins."
                        : $"Donnez les motifs de votre avis, en {least} caractères au moins."
                );
            }
        }
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
    public sealed class Page(LabellingDbContext db) : FilePage
    {
        [BindProperty]
        public Command Form { get; set; } = new();

        public Scorecard Card { get; private set; } = null!;

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
                    "L’avis est rendu. Le dossier attend maintenant la décision d’une autre personne."
                )
                : NotFound();

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
