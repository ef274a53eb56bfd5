using CaseNumerique.Labelling.Data;
using CaseNumerique.SharedKernel;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Labelling.Features.Decisions;

/// <summary>Sends a file back to its assessor, with what must be taken up again before a new opinion.</summary>
[AuditedAs("Dossier ajourné")]
internal static class DeferApplication
{
    /// <summary>Answers with the id of the file.</summary>
    public sealed record Command : DecisionCommand, IRequest<Guid>
    {
        /// <summary>Until when a new opinion is given.</summary>
        public DateOnly? OpinionDueOn { get; init; }
    }

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator(LabellingDbContext db, DecisionGuard guard, TimeProvider clock)
        {
            Include(new DecisionCommandValidator(db, guard));
            RuleFor(c => c.Reasons)
                .NotEmpty()
                .WithMessage("Dites ce qui est à reprendre : l’espace et l’instructeur le lisent tel quel.");
            RuleFor(c => c.OpinionDueOn)
                .NotEmpty()
                .WithMessage("Indiquez avant quel jour un nouvel avis est rendu.")
                .Must(day => day is null || day > clock.Today)
                .WithMessage("Choisissez un jour à venir pour le nouvel avis.");
        }
    }

    public sealed class Handler(LabellingDbContext db, DecisionGuard guard, ICurrentUser user, TimeProvider clock)
        : IRequestHandler<Command, Guid>
    {
        public async Task<Guid> Handle(Command command, CancellationToken cancellationToken)
        {
            var now = clock.UtcNow;
            var file = await db.Applications.SingleAsync(a => a.Id == command.Id, cancellationToken);
            db.Entry(file).Property(a => a.Version).OriginalValue = command.Version;
            file.OpinionDueOn = command.OpinionDueOn;
            var due = FrenchText.Date(command.OpinionDueOn!.Value);
            var what = $"{ApplicationMove.Defer.Done}, nouvel avis attendu avant le {due}";
            var line = file.Make(ApplicationMove.Defer, user, now, command.Reasons!.Trim(), what);
            db.ApplicationEvents.Add(line);
            db.Announce(file.ToMoved(line), file.Id);
            await guard.SaveAsync(command.Id, command.Version, cancellationToken);
            return file.Id;
        }
    }

    [Authorize(Policies.Decide)]
    public sealed class Page(TimeProvider clock) : DecisionPage
    {
        private const int UsualMonths = 2;

        [BindProperty]
        public Command Form { get; set; } = new();

        public async Task<IActionResult> OnGetAsync(Guid id)
        {
            if (!await LoadAsync(id))
            {
                return NotFound();
            }

            Form = new Command { Version = Application.Version, OpinionDueOn = clock.Today.AddMonths(UsualMonths) };
            return Page();
        }

        public async Task<IActionResult> OnPostAsync(Guid id)
        {
            Form = Form with { Id = id };
            return await LoadAsync(id)
                ? await SendThenRedirectAsync(Form, _ => DecisionUrl, "Le dossier est ajourné.", GoOnAsync)
                : NotFound();
        }
    }
}
