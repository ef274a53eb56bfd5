using CaseNumerique.Labelling.Data;
using CaseNumerique.Labelling.Features.LabelApplications;
using CaseNumerique.SharedKernel;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Labelling.Features.Decisions;

/// <summary>Refuses the label, with reasons and the ways of appeal. A label that was to be renewed runs to its end.</summary>
[AuditedAs("Label refusé")]
internal static class RefuseLabel
{
    /// <summary>Answers with the id of the file.</summary>
    public sealed record Command : DecisionCommand, IRequest<Guid>;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator(LabellingDbContext db, DecisionGuard guard)
        {
            Include(new DecisionCommandValidator(db, guard));
            RuleFor(c => c.Reasons)
                .NotEmpty()
                .WithMessage("Donnez les motifs du refus : l’espace les reçoit tels quels.");
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
            var reasons = command.Reasons!.Trim();
            file.NoteDecision(reasons, user, now);
            var line = file.Make(ApplicationMove.Refuse, user, now, reasons);
            db.ApplicationEvents.Add(line);
            db.Announce(file.ToMoved(line), file.Id);
            await db.EndRenewalAsync(file, user, clock, cancellationToken);
            await guard.SaveAsync(command.Id, command.Version, cancellationToken);
            return file.Id;
        }
    }

    [Authorize(Policies.Decide)]
    public sealed class Page(LabellingDbContext db) : DecisionPage
    {
        [BindProperty]
        public Command Form { get; set; } = new();

        public string AppealText { get; private set; } = "";

        public async Task<IActionResult> OnGetAsync(Guid id)
        {
            if (!await LoadAsync(id))
            {
                return NotFound();
            }

            Form = new Command { Version = Application.Version };
            await ReadRulesAsync();
            return Page();
        }

        public async Task<IActionResult> OnPostAsync(Guid id)
        {
            Form = Form with { Id = id };
            return await LoadAsync(id)
                ? await SendThenRedirectAsync(Form, _ => DecisionUrl, "Le refus est enregistré.", ShowAgainAsync)
                : NotFound();
        }

        private async Task ShowAgainAsync()
        {
            await ReadRulesAsync();
            await GoOnAsync();
        }

        private async Task ReadRulesAsync() =>
            AppealText = (await db.ProcedureRules.AsNoTracking().InForceAsync(HttpContext.RequestAborted)).AppealText;
    }
}
