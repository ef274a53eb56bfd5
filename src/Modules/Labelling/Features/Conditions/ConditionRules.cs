using CaseNumerique.Labelling.Data;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Labelling.Features.Conditions;

/// <summary>What both halves of a lifting are held to.</summary>
internal static class ConditionRules
{
    public static void MustTellWhy<T>(this IRuleBuilderInitial<T, string?> remark, Func<T, bool> isTurnedDown) =>
        remark
            .Must((command, words) => !isTurnedDown(command) || !string.IsNullOrWhiteSpace(words))
            .WithMessage("Dites à l’espace ce qui manque encore.")
            .MaximumLength(Condition.RemarkMaxLength)
            .WithMessage("Résumez en {MaxLength} caractères.");

    public static void MustConcernNobodyOfTheirs<T>(
        this IRuleBuilderOptions<T, Guid> id,
        LabellingDbContext db,
        Impartiality impartiality
    ) =>
        id.CustomAsync(
            async (condition, context, ct) =>
            {
                var epnIds = db
                    .Conditions.Where(c => c.Id == condition)
                    .Join(db.Labels, c => c.LabelId, l => l.Id, (c, l) => l.EpnId);
                if (await impartiality.ReasonAgainstAnyAsync(epnIds, ct) is { } reason)
                {
                    context.AddFailure(reason);
                }
            }
        );
}
