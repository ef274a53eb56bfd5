using System.Linq.Expressions;
using CaseNumerique.Labelling.Data;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Labelling.Features.Procedures;

/// <summary>What the rules of procedure must hold to be published.</summary>
internal sealed class EditProcedureRulesValidator : AbstractValidator<EditProcedureRules.Command>
{
    public const string LostRace =
        "Quelqu’un a publié d’autres règles pendant que vous écriviez. Comparez, puis publiez de nouveau.";

    public EditProcedureRulesValidator(LabellingDbContext db)
    {
        Within(c => c.CompletionDays, 1, 180, "jours");
        Within(c => c.LapseDays, 1, 180, "jours");
        Within(c => c.AssessmentWorkingDays, 1, 250, "jours ouvrables");
        Within(c => c.QuorumPercent, 1, 100, "%");
        Within(c => c.RenewalOpensDays, 30, 730, "jours");
        Within(c => c.ContinuityMonths, 1, 24, "mois");
        Within(c => c.NoticeDays, 1, 180, "jours");
        Within(c => c.SuspensionMonths, 1, 24, "mois");
        Within(c => c.ClosureDays, 1, 365, "jours");
        Within(c => c.ReapplyMonths, 0, 60, "mois");
        Within(c => c.TransitionDays, 1, 730, "jours");
        Within(c => c.PreDiagnosticDays, 1, 730, "jours");
        RuleFor(c => c.Reason)
            .NotEmpty()
            .WithMessage("Indiquez pourquoi les règles changent.")
            .MaximumLength(ProcedureRules.ReasonMaxLength)
            .WithMessage("Résumez la raison en {MaxLength} caractères.");
        RuleFor(c => c.BasedOn)
            .MustAsync(async (number, ct) => await db.ProcedureRules.MaxAsync(r => r.Number, ct) == number)
            .WithMessage(LostRace);
    }

    private void Within(Expression<Func<EditProcedureRules.Command, int?>> rule, int least, int most, string unit) =>
        RuleFor(rule)
            .NotNull()
            .WithMessage($"Indiquez un nombre, de {least} à {most}\u00A0{unit}.")
            .InclusiveBetween(least, most)
            .WithMessage($"Indiquez de {least} à {most}\u00A0{unit}.");
}
