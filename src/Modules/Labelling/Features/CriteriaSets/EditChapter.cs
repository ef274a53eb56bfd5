using CaseNumerique.Labelling.Data;
using CaseNumerique.SharedKernel;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Labelling.Features.CriteriaSets;

/// <summary>Adds a chapter to a draft, or changes or moves one.</summary>
[AuditedAs("Chapitre du référentiel enregistré")]
internal static class EditChapter
{
    public sealed record Command : IRequest<string>
    {
        public int Number { get; init; }
        public int Version { get; init; }

        /// <summary>The chapter, as it was called; <see cref="CriteriaSetPage.New"/> to add one.</summary>
        public string Formerly { get; init; } = CriteriaSetPage.New;

        public string? Code { get; init; }
        public string? Title { get; init; }

        /// <summary>Code of the chapter that it follows; empty to be first.</summary>
        public string? After { get; init; }

        public string CleanCode => (Code ?? "").Trim().ToUpperInvariant();

        public Chapter ToChapter() =>
            new()
            {
                Code = CleanCode,
                Title = FrenchText.Typeset((Title ?? "").Trim()),
                Position = 0,
            };
    }

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator(LabellingDbContext db)
        {
            RuleFor(c => c.Number).MustBeADraft(db);
            RuleFor(c => c.CleanCode)
                .Matches($"^[A-Z0-9]{{1,{Chapter.CodeMaxLength}}}$")
                .WithMessage($"Le code compte 1 à {Chapter.CodeMaxLength} lettres ou chiffres, comme C.")
                .MustAsync(
                    async (c, code, ct) =>
                        code == c.Formerly
                        || !await db.CriteriaSets.AnyAsync(
                            s => s.Number == c.Number && s.Chapters.Any(p => p.Code == code),
                            ct
                        )
                )
                .WithMessage("Un autre chapitre de cette version porte ce code.")
                .OverridePropertyName(nameof(Command.Code));
            RuleFor(c => c.Title)
                .NotEmpty()
                .WithMessage("Donnez un titre au chapitre.")
                .MaximumLength(Chapter.TitleMaxLength)
                .WithMessage("Résumez le titre en {MaxLength} caractères.");
        }
    }

    public sealed class Handler(LabellingDbContext db) : IRequestHandler<Command, string>
    {
        public async Task<string> Handle(Command command, CancellationToken cancellationToken)
        {
            var set = await db.TakeDraftAsync(command.Number, command.Version, cancellationToken);
            var typed = command.ToChapter();
            var chapter = set.Chapters.SingleOrDefault(c => c.Code == command.Formerly);
            if (chapter is null)
            {
                set.Chapters.Add(chapter = typed);
            }

            (chapter.Code, chapter.Title) = (typed.Code, typed.Title);
            var others = set.Chapters.Where(c => c != chapter).OrderBy(c => c.Position).ToList();
            others.Insert(others.FindIndex(c => c.Code == command.After) + 1, chapter);
            for (var i = 0; i < others.Count; i++)
            {
                others[i].Position = i + 1;
            }

            await db.SaveDraftAsync(nameof(Command.Code), cancellationToken);
            return chapter.Code;
        }
    }

    [Authorize(Policies.Decide)]
    public sealed class Page : DraftPage
    {
        [BindProperty]
        public Command Form { get; set; } = new();

        public bool IsNew => Form.Formerly == New;

        public IEnumerable<SelectListItem> Places =>
            [
                new("En premier", ""),
                .. Set
                    .Chapters.Where(c => c.Code != Form.Formerly)
                    .OrderBy(c => c.Position)
                    .Select(c => new SelectListItem($"Après {c.Code}. {c.Title}", c.Code)),
            ];

        private Chapter? Saved => Set.Chapters.SingleOrDefault(c => c.Code == Form.Formerly);

        public async Task<IActionResult> OnGetAsync(int numero, string chapitre)
        {
            Form = new Command { Formerly = chapitre };
            if (!await FindDraftAsync(numero) || (!IsNew && Saved is null))
            {
                return NotFound();
            }

            ReadVersion = Set.Version;
            var before = Set.Chapters.OrderBy(c => c.Position).TakeWhile(c => c.Code != chapitre).LastOrDefault();
            Form = Form with { Code = Saved?.Code, Title = Saved?.Title, After = before?.Code };
            return Page();
        }

        public async Task<IActionResult> OnPostAsync(int numero, string chapitre)
        {
            if (!await FindAsync(numero))
            {
                return NotFound();
            }

            (Form, ReadVersion) = (Form with { Number = numero, Formerly = chapitre }, Form.Version);
            return await SendThenRedirectAsync(
                Form,
                code => $"{SetUrl}#chapitre-{code}",
                "Le chapitre est enregistré.",
                () => CompareAsync(() => Saved is { } saved ? Fact.Of(saved) : null, Fact.Of(Form.ToChapter()))
            );
        }
    }
}
