using CaseNumerique.Labelling.Data;
using CaseNumerique.Labelling.Features.Assessments;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Labelling.Features.Visits;

/// <summary>By who follows the file, of criteria of its own referential, at a visit that is confirmed or made.</summary>
internal sealed class KeepFindingsValidator : AbstractValidator<KeepFindings.Command>
{
    /// <summary>A referential has some dozens of criteria.</summary>
    private const int MaxEntries = 500;

    /// <summary>More than a device keeps.</summary>
    private const int MaxTried = 100;

    public KeepFindingsValidator(LabellingDbContext db, FileCheck check)
    {
        RuleFor(c => c.Id).MustBeForItsAssessor(check, FileWork.Follow);
        RuleFor(c => c.Id).MustHaveAVisit(db);
        RuleFor(c => c.Entries)
            .Must(e => e.Count <= MaxEntries && e.DistinctBy(x => x.Key).Count() == e.Count)
            .WithMessage("L’envoi est à reprendre\u00A0: rechargez la page.");
        RuleForEach(c => c.Entries)
            .ChildRules(entry =>
            {
                entry
                    .RuleFor(e => e.Text)
                    .Must((e, _) => e.Words.Text.Length <= VisitFinding.TextMaxLength)
                    .WithMessage(e => $"Résumez le constat {e.Code} en {VisitFinding.TextMaxLength} caractères.");
                entry
                    .RuleFor(e => e.Tried)
                    .Must(keys => keys.Count <= MaxTried)
                    .WithMessage("L’envoi est à reprendre\u00A0: rechargez la page.");
                entry.RuleFor(e => e.Key).NotEmpty().WithMessage("L’envoi est à reprendre\u00A0: rechargez la page.");
            });
        RuleFor(c => c)
            .CustomAsync(
                async (command, context, ct) =>
                {
                    var isExempt = await db.CriteriaOfFile(command.Id)
                        .ToDictionaryAsync(k => k.Code, k => k.IsNotApplicableAllowed, ct);
                    foreach (var entry in command.Entries)
                    {
                        if (!isExempt.TryGetValue(entry.Code, out var isAllowed))
                        {
                            context.AddFailure("", $"Le critère {entry.Code} n’est pas de ce référentiel.");
                        }
                        else if (entry.Words.IsNotApplicable && !isAllowed)
                        {
                            context.AddFailure("", $"Le critère {entry.Code} ne peut pas être sans objet.");
                        }
                    }
                }
            );
    }
}
