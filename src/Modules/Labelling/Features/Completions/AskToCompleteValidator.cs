using CaseNumerique.Labelling.Data;
using CaseNumerique.Labelling.Features.Assessments;
using CaseNumerique.SharedKernel;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Labelling.Features.Completions;

/// <summary>At least one thing is missing, each is said, and there is time to send it.</summary>
internal sealed class AskToCompleteValidator : AbstractValidator<AskToComplete.Command>
{
    public const int LeastDays = 3;
    public const int MostDays = 120;

    public AskToCompleteValidator(LabellingDbContext db, FileCheck check, TimeProvider clock)
    {
        RuleFor(c => c.Id).MustBeForItsAssessor(check, FileWork.Of(ApplicationMove.AskToComplete));
        RuleFor(c => c.DueOn)
            .Cascade(CascadeMode.Stop)
            .NotNull()
            .WithMessage("Indiquez jusqu’à quel jour l’espace peut répondre.")
            .Must(day => day >= clock.Today.AddDays(LeastDays))
            .WithMessage($"Laissez au moins {LeastDays} jours à l’espace.")
            .Must(day => day <= clock.Today.AddDays(MostDays))
            .WithMessage($"Choisissez un jour dans les {MostDays} jours qui viennent.");
        RuleFor(c => c.Lines)
            .Must(lines => lines.Any(l => !l.IsEmpty))
            .WithMessage("Dites au moins une chose qui manque.");
        RuleForEach(c => c.Lines)
            .ChildRules(line =>
            {
                line.RuleFor(l => l.What)
                    .NotEmpty()
                    .When(l => l.CriterionId is not null)
                    .WithMessage("Dites ce qui manque pour ce critère.")
                    .MaximumLength(MissingItem.WhatMaxLength)
                    .WithMessage("Résumez en {MaxLength} caractères.");
                line.RuleFor(l => l.CriterionId)
                    .MustAsync((id, ct) => db.Criteria.AnyAsync(k => k.Id == id, ct))
                    .When(l => l.CriterionId is not null)
                    .WithMessage("Choisissez un critère de la liste.");
            });
    }
}
