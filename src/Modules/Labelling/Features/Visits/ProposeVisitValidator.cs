using CaseNumerique.Labelling.Data;
using CaseNumerique.Labelling.Features.Assessments;
using CaseNumerique.Labelling.Features.Completions;
using CaseNumerique.SharedKernel;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Labelling.Features.Visits;

/// <summary>Days to come, enough for a choice; the EPN answers a visit, and asks for none.</summary>
internal sealed class ProposeVisitValidator : AbstractValidator<ProposeVisit.Command>
{
    private const int LeastSlots = 2;

    public ProposeVisitValidator(
        LabellingDbContext db,
        FileCheck assessors,
        ApplicantCheck applicants,
        TimeProvider clock
    )
    {
        RuleFor(c => c.Id).MustBeForASide(assessors, applicants, c => c.IsByEpn);
        RuleFor(c => c.Id)
            .MustAsync((id, ct) => db.Visits.AnyAsync(v => v.ApplicationId == id && v.Status < VisitStatus.Done, ct))
            .When(c => c.IsByEpn)
            .OverridePropertyName("")
            .WithMessage("ÉcoNum n’a pas proposé de visite, ou l’a annulée.");
        RuleFor(c => c.Slots)
            .Must((c, slots) => slots.Count(s => s.StartsAt is not null) >= (c.IsByEpn ? 1 : LeastSlots))
            .WithMessage(c =>
                c.IsByEpn
                    ? "Proposez au moins une date, avec son heure."
                    : $"Proposez au moins {LeastSlots} dates, avec leur heure, pour que l’espace ait le choix."
            )
            .Must(slots => slots.Where(s => s.StartsAt is not null).GroupBy(s => s.StartsAt).All(g => g.Count() == 1))
            .WithMessage("Proposez des dates différentes.");
        RuleForEach(c => c.Slots)
            .ChildRules(slot =>
            {
                slot.RuleFor(s => s.On)
                    .NotNull()
                    .WithMessage("Indiquez le jour.")
                    .Must(day => day is null || day > clock.Today)
                    .WithMessage("Choisissez un jour à venir.")
                    .When(s => !s.IsEmpty);
                slot.RuleFor(s => s.Hour).NotNull().WithMessage("Indiquez l’heure.").When(s => !s.IsEmpty);
            });
        RuleFor(c => c.Minutes).InclusiveBetween(15, 480).WithMessage("Indiquez une durée de 15 à 480 minutes.");
        RuleFor(c => c.Words).MaximumLength(SiteVisit.WordsMaxLength).WithMessage("Résumez en {MaxLength} caractères.");
    }
}
