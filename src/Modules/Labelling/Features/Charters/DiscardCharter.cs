using CaseNumerique.Labelling.Data;
using CaseNumerique.SharedKernel;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace CaseNumerique.Labelling.Features.Charters;

/// <summary>Gives a draft of the charter up: nothing of it stays.</summary>
[AuditedAs("Brouillon de la charte abandonné")]
internal static class DiscardCharter
{
    public sealed record Command : IRequest<int>
    {
        public int Number { get; init; }
        public int Version { get; init; }
    }

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator(LabellingDbContext db) => RuleFor(c => c.Number).MustBeACharterDraft(db);
    }

    public sealed class Handler(LabellingDbContext db) : IRequestHandler<Command, int>
    {
        public async Task<int> Handle(Command command, CancellationToken cancellationToken)
        {
            db.Charters.Remove(await db.TakeCharterDraftAsync(command.Number, command.Version, cancellationToken));
            await db.SaveCharterDraftAsync(cancellationToken);
            return command.Number;
        }
    }

    [Authorize(Policies.Decide)]
    public sealed class Page : CharterPage
    {
        [BindProperty]
        public Command Form { get; set; } = new();

        public async Task<IActionResult> OnGetAsync(int numero) => await FindDraftAsync(numero) ? Page() : NotFound();

        public async Task<IActionResult> OnPostAsync(int numero)
        {
            if (!await FindAsync(numero))
            {
                return NotFound();
            }

            Form = Form with { Number = numero };
            return await SendThenRedirectAsync(Form, _ => Root, "Le brouillon est abandonné.", () => FindAsync(numero));
        }
    }
}
