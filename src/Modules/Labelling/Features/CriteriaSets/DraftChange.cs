using CaseNumerique.Labelling.Data;
using CaseNumerique.SharedKernel;
using FluentValidation;
using FluentValidation.Results;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Labelling.Features.CriteriaSets;

/// <summary>What every change of a draft has in common: only a draft changes, and nobody overwrites another.</summary>
internal static class DraftChange
{
    public const string LostRace =
        "Quelqu’un a changé ce brouillon pendant que vous écriviez. Relisez, puis recommencez.";
    public const string NotADraft = "Cette version n’est plus un brouillon : elle ne change plus.";

    public static IRuleBuilderOptions<T, int> MustBeADraft<T>(
        this IRuleBuilder<T, int> number,
        LabellingDbContext db
    ) =>
        number
            .MustAsync(
                (n, ct) => db.CriteriaSets.AnyAsync(s => s.Number == n && s.Status == CriteriaSetStatus.Draft, ct)
            )
            .WithMessage(NotADraft);

    extension(LabellingDbContext db)
    {
        /// <summary>The draft, whole and tracked, as the person saw it.</summary>
        public async Task<CriteriaSet> TakeDraftAsync(int number, int version, CancellationToken cancellationToken)
        {
            var set = await db.CriteriaSets.Whole().SingleAsync(s => s.Number == number, cancellationToken);
            db.Entry(set).Property(s => s.Version).OriginalValue = version;
            set.Touch();
            return set;
        }

        /// <param name="uniqueField">The field that another row may hold already.</param>
        public async Task SaveDraftAsync(string uniqueField, CancellationToken cancellationToken)
        {
            try
            {
                await db.SaveChangesAsync(cancellationToken);
            }
            catch (DbUpdateConcurrencyException)
            {
                throw Refusal("Version", LostRace);
            }
            catch (DbUpdateException error) when (error.IsDuplicate())
            {
                throw Refusal(uniqueField, "Ce code est déjà pris dans cette version.");
            }
        }
    }

    private static ValidationException Refusal(string field, string words) =>
        new([new ValidationFailure(field, words)]);
}
