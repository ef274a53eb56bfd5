using CaseNumerique.Labelling.Data;
using CaseNumerique.SharedKernel;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace CaseNumerique.Labelling.Features.CriteriaSets;

/// <summary>Takes a criterion out of a draft; versions that were published keep it.</summary>
[AuditedAs("Critère du référentiel retiré")]
internal static class RemoveCriterion
{
    public sealed record Command : IRequest<int>
    {
        public int Number { get; init; }
        public int Version { get; init; }
        public string Code { get; init; } = "";
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
            db.Criteria.RemoveRange(set.Criteria.Where(k => k.Code == command.Code));
            await db.SaveDraftAsync(nameof(Command.Code), cancellationToken);
            return set.Number;
        }
    }

    [Authorize(Policies.Decide)]
    public sealed class Page : DraftPage
    {
        [BindProperty]
        public Command Form { get; set; } = new();

        public Criterion Criterion { get; private set; } = null!;

        public async Task<IActionResult> OnGetAsync(int numero, string critere)
        {
            if (!await LoadAsync(numero, critere))
            {
                return NotFound();
            }

            ReadVersion = Set.Version;
            return Page();
        }

        public async Task<IActionResult> OnPostAsync(int numero, string critere)
        {
            if (!await LoadAsync(numero, critere))
            {
                return NotFound();
            }

            (Form, ReadVersion) = (Form with { Number = numero, Code = critere }, Set.Version);
            return await SendThenRedirectAsync(Form, _ => SetUrl, $"Le critère {critere} est retiré du brouillon.");
        }

        private async Task<bool> LoadAsync(int number, string code)
        {
            Criterion = (await FindDraftAsync(number) ? Set.Criteria.SingleOrDefault(k => k.Code == code) : null)!;
            return Criterion is not null;
        }
    }
}
