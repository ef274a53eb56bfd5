using CaseNumerique.Labelling.Data;
using CaseNumerique.SharedKernel;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Labelling.Features.Assessments;

/// <summary>What <see cref="GiveOpinion"/> refuses; apart from the slice for its length only.</summary>
internal sealed class GiveOpinionValidator : AbstractValidator<GiveOpinion.Command>
{
    public GiveOpinionValidator(LabellingDbContext db, FileCheck check)
    {
        RuleFor(c => c.Id).MustBeForItsAssessor(check, FileWork.Of(ApplicationMove.GiveOpinion));
        RuleFor(c => c.Opinion)
            .NotNull()
            .WithMessage("Choisissez votre avis.")
            .IsInEnum()
            .WithMessage("Choisissez un avis de la liste.");
        RuleFor(c => c.Reasons)
            .MaximumLength(LabelApplication.ReasonMaxLength)
            .WithMessage("Résumez les motifs en {MaxLength} caractères.");
        RuleFor(c => c)
            .CustomAsync(
                async (command, context, ct) =>
                {
                    var file = await db.Applications.AsNoTracking().SingleOrDefaultAsync(a => a.Id == command.Id, ct);
                    if (file is not null)
                    {
                        Weigh((await db.SheetAsync(file, ct)).Scorecard, context);
                    }
                }
            );
    }

    private static void Weigh(Scorecard card, ValidationContext<GiveOpinion.Command> context)
    {
        var command = context.InstanceToValidate;
        if (!card.IsComplete)
        {
            context.AddFailure(
                nameof(GiveOpinion.Command.Opinion),
                $"Notez d’abord tous les critères\u00A0: {FrenchText.Count(card.Total - card.Answered, "reste", "restent")} à noter."
            );
        }

        var departs = command.Opinion is { } opinion && opinion != card.Advice;
        var least = departs ? GiveOpinion.DepartureMinLength : GiveOpinion.ReasonsMinLength;
        if (command.Reasons.Trim().Length < least)
        {
            context.AddFailure(
                nameof(GiveOpinion.Command.Reasons),
                departs
                    ? $"Votre avis s’écarte de l’avis calculé\u00A0: dites pourquoi, en {least} caractères au moins."
                    : $"Donnez les motifs de votre avis, en {least} caractères au moins."
            );
        }
    }
}
