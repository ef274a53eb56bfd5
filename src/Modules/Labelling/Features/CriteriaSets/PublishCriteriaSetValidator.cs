using CaseNumerique.Labelling.Data;
using CaseNumerique.SharedKernel;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Labelling.Features.CriteriaSets;

/// <summary>A version is published whole, with a reason, by somebody who has read whom it touches.</summary>
internal sealed class PublishCriteriaSetValidator : AbstractValidator<PublishCriteriaSet.Command>
{
    private const int MostYears = 3;

    public PublishCriteriaSetValidator(LabellingDbContext db, SetSimulation simulation, TimeProvider clock)
    {
        RuleFor(c => c.Number)
            .Cascade(CascadeMode.Stop)
            .MustBeADraft(db)
            .CustomAsync(
                async (number, context, ct) =>
                {
                    var draft = await db.CriteriaSets.AsNoTracking().Whole().SingleAsync(s => s.Number == number, ct);
                    var empty = draft.Chapters.Where(c => c.Criteria.Count == 0).Select(c => c.Code).ToArray();
                    if (empty.Length > 0 || draft.Chapters.Count == 0)
                    {
                        context.AddFailure(
                            draft.Chapters.Count == 0
                                ? "Cette version ne demande rien : ajoutez des chapitres et des critères."
                                : $"Le chapitre {string.Join(", ", empty)} est vide : ajoutez-y un critère, ou retirez-le."
                        );
                    }

                    var epns = await simulation.RunAsync(draft, ct);
                    if (SetSimulation.MarkOf(draft, epns) != context.InstanceToValidate.Seen)
                    {
                        context.AddFailure(
                            nameof(PublishCriteriaSet.Command.Seen),
                            "La simulation a changé depuis que vous l’avez lue. Relisez-la, puis publiez."
                        );
                    }
                }
            );
        RuleFor(c => c.HoldsUntil)
            .NotNull()
            .WithMessage("Indiquez jusqu’à quel jour un dossier commencé peut encore être déposé.")
            .Must(day => day is null || day >= clock.Today)
            .WithMessage("Ce jour est passé : choisissez aujourd’hui, ou un jour à venir.")
            .Must(day => day is null || day <= clock.Today.AddYears(MostYears))
            .WithMessage($"Ce jour est à plus de {MostYears} ans : vérifiez l’année.");
        RuleFor(c => c.Reason)
            .NotEmpty()
            .WithMessage("Indiquez pourquoi le référentiel change : chacun le lira.")
            .MaximumLength(CriteriaSet.ReasonMaxLength)
            .WithMessage("Résumez le motif en {MaxLength} caractères.");
    }
}
