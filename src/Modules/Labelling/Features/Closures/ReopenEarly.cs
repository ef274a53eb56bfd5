using CaseNumerique.Labelling.Data;
using CaseNumerique.Labelling.Features.Labels;
using CaseNumerique.SharedKernel;
using FluentValidation;
using FluentValidation.Results;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Labelling.Features.Closures;

/// <summary>An EPN opens again before the day it had said, or does not close after all.</summary>
[AuditedAs("Réouverture avancée")]
internal static class ReopenEarly
{
    public sealed record Command : IRequest<Guid>
    {
        public string Number { get; init; } = "";
        public Guid ClosureId { get; init; }

        /// <summary>The first day on which people find the door open.</summary>
        public DateOnly? OpensOn { get; init; }

        /// <summary>The version the person was looking at.</summary>
        public int Version { get; init; }
    }

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator(LabellingDbContext db, TimeProvider clock)
        {
            RuleFor(c => c.OpensOn)
                .Cascade(CascadeMode.Stop)
                .NotEmpty()
                .WithMessage("Indiquez le jour de la réouverture.")
                .Must(day => day >= clock.Today)
                .WithMessage("Ce jour est passé\u00A0: indiquez aujourd’hui si l’espace est déjà rouvert.")
                .MustAsync(
                    (c, day, ct) =>
                        db.TemporaryClosures.AnyAsync(
                            x =>
                                x.Id == c.ClosureId
                                && x.LastOn >= day
                                && db.Labels.Any(l => l.Number == c.Number && l.EpnId == x.EpnId),
                            ct
                        )
                )
                .WithMessage("L’espace rouvre déjà ce jour-là, ou avant\u00A0: il n’y a rien à changer.");
        }
    }

    public sealed class Handler(LabellingDbContext db, ICurrentUser user, TimeProvider clock)
        : IRequestHandler<Command, Guid>
    {
        public async Task<Guid> Handle(Command command, CancellationToken cancellationToken)
        {
            var label = await db.Labels.SingleAsync(l => l.Number == command.Number, cancellationToken);
            var closure = await db.TemporaryClosures.SingleAsync(c => c.Id == command.ClosureId, cancellationToken);
            db.Entry(closure).Property(c => c.Version).OriginalValue = command.Version;
            closure.Reopen(command.OpensOn!.Value);
            var what = $"Réouverture avancée au {FrenchText.Date(command.OpensOn.Value)}";
            db.LabelEvents.Add(LabelEvent.Of(label, what, user, clock.UtcNow));
            db.Announce(closure.ToClosed(), closure.EpnId);
            try
            {
                await db.SaveChangesAsync(cancellationToken);
            }
            catch (DbUpdateConcurrencyException)
            {
                const string message =
                    "Quelqu’un vient de changer cette fermeture. Relisez ses dates, puis recommencez.";
                throw new ValidationException([new ValidationFailure(nameof(Command.OpensOn), message)]);
            }

            return closure.Id;
        }
    }

    [Authorize(Policies.Hold)]
    public sealed class Page(LabellingDbContext db, TimeProvider clock) : OwnLabelPage(db, clock)
    {
        [BindProperty]
        public Command Form { get; set; } = new();

        public async Task<IActionResult> OnGetAsync(string numero)
        {
            if (await RefusalAsync(numero) is { } refusal)
            {
                return refusal;
            }

            if (Shown.Closure is not { } closure)
            {
                return NotFound();
            }

            Form = new Command
            {
                ClosureId = closure.Id,
                OpensOn = Today,
                Version = closure.Version,
            };
            return Page();
        }

        public async Task<IActionResult> OnPostAsync(string numero)
        {
            if (await RefusalAsync(numero) is { } refusal)
            {
                return refusal;
            }

            if (Shown.Closure is null)
            {
                return NotFound();
            }

            Form = Form with { Number = Shown.Label.Number };
            return await SendThenRedirectAsync(Form, _ => Mine, "La réouverture est annoncée.");
        }
    }
}
