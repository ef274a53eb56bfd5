using CaseNumerique.Labelling.Data;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Labelling.Features.Reminders;

/// <summary>What a set of rules must hold to be published.</summary>
internal sealed class EditReminderRulesValidator : AbstractValidator<EditReminderRules.Command>
{
    public EditReminderRulesValidator(LabellingDbContext db)
    {
        RuleFor(c => c.ValidityMonths)
            .NotNull()
            .WithMessage("Indiquez la durée de validité, en mois.")
            .InclusiveBetween(1, 120)
            .WithMessage("La durée de validité va de 1 à 120 mois.");
        RuleFor(c => c.Hour)
            .NotNull()
            .WithMessage("Indiquez l’heure d’envoi.")
            .InclusiveBetween(0, 23)
            .WithMessage("L’heure d’envoi va de 0 à 23.");
        RuleFor(c => c.AdministrationEmail)
            .MaximumLength(ReminderRules.AddressMaxLength)
            .WithMessage("Cette adresse est trop longue.")
            .EmailAddress()
            .When(c => !string.IsNullOrWhiteSpace(c.AdministrationEmail), ApplyConditionTo.CurrentValidator)
            .WithMessage("Indiquez une adresse électronique, comme label@econum.example.");
        RuleFor(c => c.Milestones)
            .Must(lines => lines.Any(l => l is { DaysBefore: not null, IsEnabled: true }))
            .WithMessage("Gardez au moins un jalon actif : sans lui, aucun espace n’est prévenu.")
            .Must(lines => Days(lines).Distinct().Count() == Days(lines).Count())
            .WithMessage("Deux jalons portent le même nombre de jours.");
        RuleForEach(c => c.Milestones)
            .ChildRules(line =>
            {
                line.RuleFor(l => l.DaysBefore)
                    .InclusiveBetween(-30, 365)
                    .WithMessage("Un jalon va de 365 jours avant la fin à 30 jours après (−30).");
                line.RuleFor(l => l.IsEnabled)
                    .Must((l, isEnabled) => !isEnabled || l.DaysBefore is null || l.Recipients != Recipients.None)
                    .WithMessage("Choisissez au moins un destinataire pour chaque jalon actif.");
            });
        RuleFor(c => c.Deadlines)
            .Must(lines => lines.Select(l => (l.Kind, l.DaysBefore)).Distinct().Count() == lines.Count)
            .WithMessage("Deux jalons d’une même échéance portent le même nombre de jours.");
        RuleForEach(c => c.Deadlines)
            .ChildRules(line =>
                line.RuleFor(l => l.DaysBefore)
                    .NotNull()
                    .WithMessage("Indiquez le nombre de jours, ou décochez le jalon.")
                    .InclusiveBetween(-30, 365)
                    .WithMessage("Un jalon va de 365 jours avant l’échéance à 30 jours après (−30).")
            );
        RuleFor(c => c.Reason)
            .NotEmpty()
            .WithMessage("Indiquez pourquoi les règles changent.")
            .MaximumLength(ReminderRules.ReasonMaxLength)
            .WithMessage("Résumez la raison en {MaxLength} caractères.");
        RuleFor(c => c.BasedOn)
            .MustAsync(async (number, ct) => await db.ReminderRules.MaxAsync(r => r.Number, ct) == number)
            .WithMessage("Quelqu’un a publié d’autres règles entre-temps. Rechargez la page pour repartir d’elles.");
    }

    private static IEnumerable<int> Days(IEnumerable<EditReminderRules.Line> lines) =>
        lines.Where(l => l.DaysBefore is not null).Select(l => l.DaysBefore!.Value);
}
