using CaseNumerique.Contracts.Labelling;
using CaseNumerique.Labelling.Data;
using CaseNumerique.Labelling.Features.Proposals;
using CaseNumerique.SharedKernel;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Labelling.Features.Labels;

/// <summary>An EPN gives its label up: its own act, which nobody else decides.</summary>
[AuditedAs("Label rendu par l’espace")]
internal static class RenounceLabel
{
    public sealed record Command : IRequest<string>
    {
        public string Number { get; init; } = "";
        public string Reason { get; init; } = "";
        public bool IsSure { get; init; }

        /// <summary>The version the person was looking at.</summary>
        public int Version { get; init; }
    }

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator(LabellingDbContext db)
        {
            RuleFor(c => c.Reason).MustBeAReason();
            RuleFor(c => c.IsSure).Equal(true).WithMessage("Cochez la case\u00A0: un label rendu ne se reprend pas.");
            RuleFor(c => c.Number)
                .MustAsync((number, ct) => db.Labels.Held().AnyAsync(l => l.Number == number, ct))
                .OverridePropertyName(nameof(Command.Reason))
                .WithMessage("Ce label n’est plus en cours\u00A0: il n’y a rien à rendre.");
        }
    }

    public sealed class Handler(LabellingDbContext db, ICurrentUser user, TimeProvider clock)
        : IRequestHandler<Command, string>
    {
        public async Task<string> Handle(Command command, CancellationToken cancellationToken)
        {
            var label = await db.Labels.SingleAsync(l => l.Number == command.Number, cancellationToken);
            db.Entry(label).Property(l => l.Version).OriginalValue = command.Version;
            label.MoveTo(LabelStatus.Renounced);
            db.LabelEvents.Add(LabelEvent.Of(label, "Label rendu par l’espace", user, clock.UtcNow, command.Reason));
            db.Announce(label.ToStatusChanged(), label.Id);
            db.Announce(new LabelRenounced(label.Id, label.EpnId, label.Number, clock.Today), label.Id);
            await db.SaveDecisionAsync(nameof(Command.Reason), cancellationToken);
            return label.Number;
        }
    }

    [Authorize(Policies.Renounce)]
    public sealed class Page(LabellingDbContext db, TimeProvider clock) : OwnLabelPage(db, clock)
    {
        [BindProperty]
        public Command Form { get; set; } = new();

        public async Task<IActionResult> OnGetAsync(string numero)
        {
            if (await RefusedAsync(numero) is { } refusal)
            {
                return refusal;
            }

            Form = new Command { Number = Shown.Label.Number, Version = Shown.Label.Version };
            return Page();
        }

        public async Task<IActionResult> OnPostAsync(string numero)
        {
            if (await RefusedAsync(numero) is { } refusal)
            {
                return refusal;
            }

            Form = Form with { Number = Shown.Label.Number };
            return await SendThenRedirectAsync(Form, _ => Mine, "Le label est rendu. Retirez la plaque et le logo.");
        }

        /// <summary>Somebody who manages another space, and only helps in this one, does not bind it.</summary>
        private async Task<IActionResult?> RefusedAsync(string number) =>
            await RefusalAsync(number) ?? (User.Manages(Shown.Epn.Id) ? null : Forbid());
    }
}
