using CaseNumerique.Labelling.Data;
using CaseNumerique.SharedKernel;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace CaseNumerique.Labelling.Features.CriteriaSets;

/// <summary>Takes a chapter out of a draft, with its criteria; versions that were published keep them.</summary>
[AuditedAs("Chapitre du référentiel retiré")]
internal static class RemoveChapter
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
            db.Chapters.RemoveRange(set.Chapters.Where(c => c.Code == command.Code));
            await db.SaveDraftAsync(nameof(Command.Code), cancellationToken);
            return set.Number;
        }
    }

    [Authorize(Policies.Decide)]
    public sealed class Page : DraftPage
    {
        [BindProperty]
        public Command Form { get; set; } = new();

        public Chapter Chapter { get; private set; } = null!;

        public async Task<IActionResult> OnGetAsync(int numero, string chapitre)
        {
            if (!await LoadAsync(numero, chapitre))
            {
                return NotFound();
            }

            ReadVersion = Set.Version;
            return Page();
        }

        public async Task<IActionResult> OnPostAsync(int numero, string chapitre)
        {
            if (!await LoadAsync(numero, chapitre))
            {
                return NotFound();
            }

            (Form, ReadVersion) = (Form with { Number = numero, Code = chapitre }, Set.Version);
            return await SendThenRedirectAsync(Form, _ => SetUrl, $"Le chapitre {chapitre} est retiré du brouillon.");
        }

        private async Task<bool> LoadAsync(int number, string code)
        {
            Chapter = (await FindDraftAsync(number) ? Set.Chapters.SingleOrDefault(c => c.Code == code) : null)!;
            return Chapter is not null;
        }
    }
}
