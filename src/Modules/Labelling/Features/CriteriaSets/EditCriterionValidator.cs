using CaseNumerique.Labelling.Data;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Labelling.Features.CriteriaSets;

/// <summary>What a criterion must say to stand in a version.</summary>
internal sealed class EditCriterionValidator : AbstractValidator<EditCriterion.Command>
{
    private const string NoThreshold =
        "Indiquez ce seuil, ou cochez « le même seuil partout » : un critère se lit dans chaque contexte.";

    public EditCriterionValidator(LabellingDbContext db)
    {
        RuleFor(c => c.Number).MustBeADraft(db);
        RuleFor(c => c.CleanCode)
            .Matches($"^[A-Z0-9]{{1,{Criterion.CodeMaxLength}}}$")
            .WithMessage($"Le code compte 1 à {Criterion.CodeMaxLength} lettres ou chiffres, comme C1.")
            .MustAsync(
                async (c, code, ct) =>
                    code == c.Formerly
                    || !await db.CriteriaSets.AnyAsync(
                        s => s.Number == c.Number && s.Chapters.Any(p => p.Criteria.Any(k => k.Code == code)),
                        ct
                    )
            )
            .WithMessage("Un autre critère de cette version porte ce code.")
            .OverridePropertyName(nameof(EditCriterion.Command.Code));
        RuleFor(c => c.Place)
            .MustAsync(
                async (c, place, ct) =>
                    await db.CriteriaSets.AsNoTracking().Whole().SingleOrDefaultAsync(s => s.Number == c.Number, ct)
                        is { } set
                    && CriterionPlace.Read(set, place) is not null
            )
            .WithMessage("Choisissez une place dans un chapitre : celle-ci n’existe plus.");
        RuleFor(c => c.Title)
            .NotEmpty()
            .WithMessage("Donnez un libellé au critère.")
            .MaximumLength(Criterion.TitleMaxLength)
            .WithMessage("Résumez le libellé en {MaxLength} caractères.");
        RuleFor(c => c.Help)
            .MaximumLength(Criterion.HelpMaxLength)
            .WithMessage("Résumez l’aide en {MaxLength} caractères.");
        RuleFor(c => c.Kind)
            .NotNull()
            .WithMessage("Choisissez le type du critère.")
            .IsInEnum()
            .WithMessage("Choisissez le type du critère.");
        RuleFor(c => c.Weight)
            .NotNull()
            .WithMessage("Indiquez le poids du critère.")
            .InclusiveBetween(1, Criterion.MaxWeight)
            .WithMessage("Le poids va de {From} à {To}.");
        RuleFor(c => c.UrbanThreshold).NotEmpty().WithMessage(NoThreshold);
        RuleFor(c => c.RuralThreshold).NotEmpty().When(c => !c.IsSameEverywhere).WithMessage(NoThreshold);
        RuleFor(c => c.RemoteThreshold).NotEmpty().When(c => !c.IsSameEverywhere).WithMessage(NoThreshold);
        RuleFor(c => c.ItinerantThreshold).NotEmpty().When(c => !c.IsSameEverywhere).WithMessage(NoThreshold);
        foreach (
            var threshold in (System.Linq.Expressions.Expression<Func<EditCriterion.Command, string?>>[])
                [c => c.UrbanThreshold, c => c.RuralThreshold, c => c.RemoteThreshold, c => c.ItinerantThreshold]
        )
        {
            RuleFor(threshold)
                .MaximumLength(Criterion.ThresholdMaxLength)
                .WithMessage("Résumez le seuil en {MaxLength} caractères.");
        }

        RuleFor(c => c.ExpectedProof)
            .NotEmpty()
            .WithMessage("Indiquez ce qui prouve ce critère.")
            .MaximumLength(Criterion.ProofMaxLength)
            .WithMessage("Résumez la preuve attendue en {MaxLength} caractères.");
        RuleFor(c => c.ProvenBy)
            .Must(fact => string.IsNullOrEmpty(fact) || KnownFact.All.Any(f => f.Key == fact))
            .WithMessage("La plateforme ne connaît pas ce fait : choisissez-en un de la liste.");
        RuleFor(c => c.Origin)
            .MaximumLength(Criterion.OriginMaxLength)
            .WithMessage("Résumez l’origine en {MaxLength} caractères.");
    }
}
