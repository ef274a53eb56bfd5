using CaseNumerique.Labelling.Data;
using CaseNumerique.Labelling.Features.Assessments;
using CaseNumerique.SharedKernel;
using FluentValidation;

namespace CaseNumerique.Labelling.Features.Visits;

/// <summary>Who was there and what was seen, once the hour of the visit has come.</summary>
internal sealed class ReportVisitValidator : AbstractValidator<ReportVisit.Command>
{
    public ReportVisitValidator(LabellingDbContext db, FileCheck check, TimeProvider clock)
    {
        RuleFor(c => c.Id).MustBeForItsAssessor(check, FileWork.Follow);
        RuleFor(c => c.Present)
            .NotEmpty()
            .WithMessage("Indiquez qui était présent.")
            .MaximumLength(SiteVisit.WordsMaxLength)
            .WithMessage("Résumez en {MaxLength} caractères.");
        RuleFor(c => c.Report)
            .NotEmpty()
            .WithMessage("Écrivez le compte rendu.")
            .MaximumLength(SiteVisit.ReportMaxLength)
            .WithMessage("Résumez en {MaxLength} caractères.")
            .MustAsync(
                async (c, _, ct) => await db.VisitToReportAsync(c.Id, ct) is { } visit && visit.StartsAt <= clock.UtcNow
            )
            .WithMessage("La visite n’a pas encore eu lieu : attendez son heure, ou changez sa date.");
        RuleForEach(c => c.Findings)
            .ChildRules(finding =>
                finding
                    .RuleFor(f => f.Text)
                    .MaximumLength(VisitFinding.TextMaxLength)
                    .WithMessage("Résumez ce constat en {MaxLength} caractères.")
            );
    }
}
