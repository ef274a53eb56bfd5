using CaseNumerique.Labelling.Data;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Labelling.Features.Assessments;

/// <summary>A score of the scale, explained to the EPN where it takes something away from it.</summary>
internal sealed class ScoreCriterionValidator : AbstractValidator<ScoreCriterion.Command>
{
    public ScoreCriterionValidator(LabellingDbContext db, FileCheck check)
    {
        RuleFor(c => c.Id).MustBeForItsAssessor(check, FileWork.Score);
        RuleFor(c => c.Choice)
            .Cascade(CascadeMode.Stop)
            .Must((c, choice) => c.Score is not null || choice == ScoreCriterion.NotApplicable)
            .WithMessage("Choisissez une note.")
            .MustAsync(
                async (c, choice, ct) =>
                    choice != ScoreCriterion.NotApplicable
                    || await db.CriterionOf(c.Id, c.Code).AnyAsync(k => k.IsNotApplicableAllowed, ct)
            )
            .WithMessage("Ce critère vaut pour tous les espaces : choisissez une note de 0 à 3.");
        RuleFor(c => c.Comment)
            .MaximumLength(Answer.CommentMaxLength)
            .WithMessage("Résumez le commentaire en {MaxLength} caractères.")
            .MustAsync(async (c, comment, ct) => !string.IsNullOrWhiteSpace(comment) || !await IsLowerAsync(db, c, ct))
            .WithMessage(
                "Expliquez pourquoi votre note est plus basse que celle de l’espace : il lira ce commentaire."
            );
    }

    /// <summary>A criterion that the assessor sets aside counts as lower than any score of the EPN.</summary>
    private static async Task<bool> IsLowerAsync(
        LabellingDbContext db,
        ScoreCriterion.Command command,
        CancellationToken cancellationToken
    )
    {
        var criterion = db.CriterionOf(command.Id, command.Code);
        var self = await db
            .Answers.Where(a => a.ApplicationId == command.Id && criterion.Any(k => k.Id == a.CriterionId))
            .Select(a => a.SelfScore)
            .SingleOrDefaultAsync(cancellationToken);
        return self is not null && (command.Choice == ScoreCriterion.NotApplicable || command.Score < self);
    }
}

internal static class CriterionQueries
{
    /// <summary>The criterion of this code in the referential of a file.</summary>
    public static IQueryable<Criterion> CriterionOf(this LabellingDbContext db, Guid applicationId, string code) =>
        db.CriteriaOfFile(applicationId).Where(k => k.Code == code);

    /// <summary>Those of the referential of a file.</summary>
    public static IQueryable<Criterion> CriteriaOfFile(this LabellingDbContext db, Guid applicationId) =>
        db
            .CriteriaSets.Where(s => db.Applications.Any(a => a.Id == applicationId && a.CriteriaSetId == s.Id))
            .SelectMany(s => s.Chapters)
            .SelectMany(c => c.Criteria);
}
