using CaseNumerique.Labelling.Data;
using CaseNumerique.SharedKernel;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace CaseNumerique.Labelling.Features.CriteriaSets;

/// <summary>Changes what a draft says of itself, and its rules of opinion.</summary>
[AuditedAs("Brouillon du référentiel modifié")]
internal static class EditCriteriaSet
{
    public sealed record Command : IRequest<int>
    {
        public int Number { get; init; }

        /// <summary>The version the person was looking at.</summary>
        public int Version { get; init; }

        public string? Title { get; init; }
        public string? Notice { get; init; }
        public int? OverallPercent { get; init; }
        public int? ChapterPercent { get; init; }
        public int? MaxConditions { get; init; }
        public int? ConditionMonths { get; init; }

        public void WriteTo(CriteriaSet set)
        {
            set.Title = FrenchText.Typeset((Title ?? "").Trim());
            set.Notice = string.IsNullOrWhiteSpace(Notice) ? null : FrenchText.Typeset(Notice.Trim());
            set.OverallPercent = OverallPercent ?? 0;
            set.ChapterPercent = ChapterPercent ?? 0;
            set.MaxConditions = MaxConditions ?? 0;
            set.ConditionMonths = ConditionMonths ?? 0;
        }
    }

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator(LabellingDbContext db)
        {
            RuleFor(c => c.Number).MustBeADraft(db);
            RuleFor(c => c.Title)
                .NotEmpty()
                .WithMessage("Donnez un titre à cette version.")
                .MaximumLength(CriteriaSet.TitleMaxLength)
                .WithMessage("Résumez le titre en {MaxLength} caractères.");
            RuleFor(c => c.Notice)
                .MaximumLength(CriteriaSet.NoticeMaxLength)
                .WithMessage("Résumez l’avertissement en {MaxLength} caractères.");
            RuleFor(c => c.OverallPercent)
                .NotNull()
                .WithMessage("Indiquez le score global requis.")
                .InclusiveBetween(0, 100)
                .WithMessage("Le score global va de {From} à {To} %.");
            RuleFor(c => c.ChapterPercent)
                .NotNull()
                .WithMessage("Indiquez le score requis par chapitre.")
                .InclusiveBetween(0, 100)
                .WithMessage("Le score par chapitre va de {From} à {To} %.");
            RuleFor(c => c.MaxConditions)
                .NotNull()
                .WithMessage("Indiquez combien de critères peuvent rester sous réserve.")
                .InclusiveBetween(0, 20)
                .WithMessage("Les critères sous réserve vont de {From} à {To}.");
            RuleFor(c => c.ConditionMonths)
                .NotNull()
                .WithMessage("Indiquez en combien de mois une réserve se lève.")
                .InclusiveBetween(1, 36)
                .WithMessage("Une réserve se lève en {From} à {To} mois.");
        }
    }

    public sealed class Handler(LabellingDbContext db) : IRequestHandler<Command, int>
    {
        public async Task<int> Handle(Command command, CancellationToken cancellationToken)
        {
            var set = await db.TakeDraftAsync(command.Number, command.Version, cancellationToken);
            command.WriteTo(set);
            await db.SaveDraftAsync(nameof(Command.Title), cancellationToken);
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
            Form = new Command
            {
                Title = Set.Title,
                Notice = Set.Notice,
                OverallPercent = Set.OverallPercent,
                ChapterPercent = Set.ChapterPercent,
                MaxConditions = Set.MaxConditions,
                ConditionMonths = Set.ConditionMonths,
            };
            return Page();
        }

        public async Task<IActionResult> OnPostAsync(int numero)
        {
            if (!await FindAsync(numero))
            {
                return NotFound();
            }

            (Form, ReadVersion) = (Form with { Number = numero }, Form.Version);
            return await SendThenRedirectAsync(Form, _ => SetUrl, "Le brouillon est à jour.", CompareAsync);
        }

        private Task CompareAsync() => CompareAsync(() => Fact.Of(Set), TypedFacts());

        private IReadOnlyList<Fact> TypedFacts()
        {
            var typed = CriteriaSet.Empty(Set.Number);
            Form.WriteTo(typed);
            return Fact.Of(typed);
        }
    }
}
