using CaseNumerique.Labelling.Data;
using CaseNumerique.SharedKernel;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace CaseNumerique.Labelling.Features.CriteriaSets;

/// <summary>Gives a draft up: nothing of it stays.</summary>
[AuditedAs("Brouillon du référentiel abandonné")]
internal static class DiscardDraft
{
    public sealed record Command : IRequest<int>
    {
        public int Number { get; init; }
        public int Version { get; init; }
    }

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator(LabellingDbContext db) => RuleFor(c => c.Number).MustBeADraft(db);
    }

    public sealed class Handler(LabellingDbContext db) : IRequestHandler<Command, int>
    {
        public async Task<int> Handle(Command command, CancellationToken cancellationToken)
        {
            var set = await db.TakeDraftAsync(command.Number, command.Version, cancellationToken);
            db.CriteriaSets.Remove(set);
            await db.SaveDraftAsync(nameof(Command.Number), cancellationToken);
            return set.Number;
        }
    }

    [Authorize(Policies.Decide)]
    public sealed class Page : DraftPage
    {
        [BindProperty]
        public Command Form { get; set; } = new();

        public async Task<IActionResult> OnGetAsync(int numero)
        {
            if (!await FindDraftAsync(numero))
            {
                return NotFound();
            }

            ReadVersion = Set.Version;
            return Page();
        }

        public async Task<IActionResult> OnPostAsync(int numero)
        {
            if (!await FindAsync(numero))
            {
                return NotFound();
            }

            (Form, ReadVersion) = (Form with { Number = numero }, Set.Version);
            return await SendThenRedirectAsync(Form, _ => Root, "Le brouillon est abandonné.");
        }
    }
}
