using CaseNumerique.Labelling.Data;
using CaseNumerique.SharedKernel;
using FluentValidation;
using FluentValidation.Results;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Labelling.Features.Labels;

/// <summary>Notes that a complete renewal was filed: a fact, which nobody decides. It stops the reminders.</summary>
[AuditedAs("Renouvellement noté")]
internal static class NoteRenewal
{
    public sealed record Command : IRequest<string>
    {
        public string Number { get; init; } = "";
        public string Reason { get; init; } = "";

        /// <summary>The version the person was looking at.</summary>
        public int Version { get; init; }
    }

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator(LabellingDbContext db)
        {
            RuleFor(c => c.Reason)
                .NotEmpty()
                .WithMessage("Indiquez ce qui est déposé : cela reste dans l’historique.")
                .MaximumLength(LabelEvent.ReasonMaxLength)
                .WithMessage("Résumez en {MaxLength} caractères.");
            RuleFor(c => c.Number)
                .MustBeInStateFor(db, c => c.Number, _ => ("noter un renouvellement", [LabelStatus.Active]))
                .OverridePropertyName(nameof(Command.Reason));
        }
    }

    public sealed class Handler(LabellingDbContext db, ICurrentUser user, TimeProvider clock)
        : IRequestHandler<Command, string>
    {
        public async Task<string> Handle(Command command, CancellationToken cancellationToken)
        {
            var label = await db.Labels.SingleAsync(l => l.Number == command.Number, cancellationToken);
            db.Entry(label).Property(l => l.Version).OriginalValue = command.Version;
            label.MoveTo(LabelStatus.UnderRenewal);
            db.LabelEvents.Add(
                new LabelEvent
                {
                    LabelId = label.Id,
                    At = clock.UtcNow,
                    What = LabelEvent.RenewalFiled,
                    Reason = command.Reason.Trim(),
                    By = user.Name,
                    ById = user.Id,
                }
            );
            db.Announce(label.ToStatusChanged(), label.Id);
            try
            {
                await db.SaveChangesAsync(cancellationToken);
            }
            catch (DbUpdateConcurrencyException)
            {
                const string message = "Quelqu’un vient de modifier ce label. Relisez sa fiche, puis recommencez.";
                throw new ValidationException([new ValidationFailure(nameof(Command.Reason), message)]);
            }

            return label.Number;
        }
    }

    [Authorize(Policies.Assess)]
    public sealed class Page(LabellingDbContext db) : SlicePage
    {
        [BindProperty]
        public Command Form { get; set; } = new();

        public string EpnName { get; private set; } = "";

        public async Task<IActionResult> OnGetAsync(string numero)
        {
            var version = await LoadAsync(numero);
            Form = new Command { Number = numero, Version = version ?? 0 };
            return version is null ? NotFound() : Page();
        }

        public async Task<IActionResult> OnPostAsync(string numero)
        {
            Form = Form with { Number = numero };
            return await LoadAsync(numero) is null
                ? NotFound()
                : await SendThenRedirectAsync(
                    Form,
                    number => $"/gestion/labellisation/labels/{number}",
                    "Renouvellement déposé."
                );
        }

        /// <returns>The label's version; null where there is no such label.</returns>
        private async Task<int?> LoadAsync(string number)
        {
            var found = await db
                .Labels.Where(l => l.Number == number)
                .Join(db.Epns, l => l.EpnId, e => e.Id, (l, e) => new { l.Version, e.Name })
                .SingleOrDefaultAsync(HttpContext.RequestAborted);
            EpnName = found?.Name ?? "";
            return found?.Version;
        }
    }
}
