using CaseNumerique.Labelling.Data;
using CaseNumerique.SharedKernel;
using FluentValidation;
using FluentValidation.Results;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Labelling.Features.Labels;

/// <summary>Notes what happens to a label: renewal filed, suspended, reinstated, withdrawn. Each stops or resumes its reminders.</summary>
[AuditedAs("État du label changé")]
internal static class ChangeLabelStatus
{
    public sealed record Command : IRequest<string>
    {
        public string Number { get; init; } = "";
        public string ActPath { get; init; } = "";
        public string Reason { get; init; } = "";

        /// <summary>The version the person was looking at.</summary>
        public int Version { get; init; }
    }

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator(LabellingDbContext db)
        {
            RuleFor(c => c.ActPath).Must(path => LabelAct.Find(path) is not null).WithMessage("Cet acte n’existe pas.");
            RuleFor(c => c.Reason)
                .NotEmpty()
                .WithMessage("Indiquez le motif : il reste dans l’historique.")
                .MaximumLength(LabelEvent.ReasonMaxLength)
                .WithMessage("Résumez le motif en {MaxLength} caractères.");
            RuleFor(c => c)
                .MustAsync(
                    async (c, ct) =>
                        LabelAct.Find(c.ActPath) is { } act
                        && await db.Labels.AnyAsync(l => l.Number == c.Number && act.From.Contains(l.Status), ct)
                )
                .OverridePropertyName(nameof(Command.Reason))
                .WithMessage("L’état du label ne le permet pas, ou ne le permet plus. Relisez sa fiche.");
        }
    }

    public sealed class Handler(LabellingDbContext db, ICurrentUser user, TimeProvider clock)
        : IRequestHandler<Command, string>
    {
        public async Task<string> Handle(Command command, CancellationToken cancellationToken)
        {
            var act = LabelAct.Find(command.ActPath)!;
            var label = await db.Labels.SingleAsync(l => l.Number == command.Number, cancellationToken);
            db.Entry(label).Property(l => l.Version).OriginalValue = command.Version;
            label.MoveTo(act.To);
            db.LabelEvents.Add(
                new LabelEvent
                {
                    LabelId = label.Id,
                    At = clock.UtcNow,
                    What = act.Done,
                    Reason = command.Reason.Trim(),
                    By = user.Name,
                }
            );
            db.Announce(label.ToStatusChanged(), label.Id);
            try
            {
                await db.SaveChangesAsync(cancellationToken);
            }
            catch (DbUpdateConcurrencyException)
            {
                const string message = "Quelqu’un vient de modifier ce label. Relisez sa fiche avant de décider.";
                throw new ValidationException([new ValidationFailure(nameof(Command.Reason), message)]);
            }

            return label.Number;
        }
    }

    [Authorize(Policies.Assess)]
    public sealed class Page(LabellingDbContext db, IAuthorizationService authorization) : SlicePage
    {
        [BindProperty]
        public Command Form { get; set; } = new();

        public LabelAct Shown { get; private set; } = null!;

        public string EpnName { get; private set; } = "";

        public async Task<IActionResult> OnGetAsync(string numero, string acte) =>
            await RefusalAsync(numero, acte) ?? Page();

        public async Task<IActionResult> OnPostAsync(string numero, string acte)
        {
            var version = Form.Version;
            if (await RefusalAsync(numero, acte) is { } refusal)
            {
                return refusal;
            }

            Form = Form with { Version = version };
            return await SendThenRedirectAsync(
                Form,
                number => $"/gestion/labellisation/labels/{number}",
                $"{Shown.Done}."
            );
        }

        private async Task<IActionResult?> RefusalAsync(string numero, string acte)
        {
            var label = await db
                .Labels.AsNoTracking()
                .SingleOrDefaultAsync(l => l.Number == numero, HttpContext.RequestAborted);
            if (label is null || LabelAct.Find(acte) is not { } act)
            {
                return NotFound();
            }

            if (!(await authorization.AuthorizeAsync(User, act.Policy)).Succeeded)
            {
                return Forbid();
            }

            Shown = act;
            Form = Form with { Number = numero, ActPath = acte, Version = label.Version };
            EpnName = await db.Epns.Where(e => e.Id == label.EpnId).Select(e => e.Name).SingleAsync();
            return null;
        }
    }
}
