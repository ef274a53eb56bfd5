using CaseNumerique.Labelling.Data;
using CaseNumerique.SharedKernel;
using FluentValidation;
using FluentValidation.Results;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Labelling.Features.Charters;

/// <summary>What every change of a draft of the charter has in common: only a draft changes, and nobody overwrites another.</summary>
internal static class CharterDraft
{
    public const string LostRace =
        "Quelqu’un a changé ce brouillon pendant que vous écriviez. Relisez, puis recommencez.";

    public static IRuleBuilderOptions<T, int> MustBeACharterDraft<T>(
        this IRuleBuilder<T, int> number,
        LabellingDbContext db
    ) =>
        number
            .MustAsync((n, ct) => db.Charters.AnyAsync(c => c.Number == n && c.Status == CharterStatus.Draft, ct))
            .WithMessage("Cette version n’est plus un brouillon : elle ne change plus. Votre texte reste ici.");

    extension(LabellingDbContext db)
    {
        /// <summary>The draft, tracked, as the person saw it.</summary>
        public async Task<Charter> TakeCharterDraftAsync(int number, int version, CancellationToken cancellationToken)
        {
            var charter = await db.Charters.SingleAsync(c => c.Number == number, cancellationToken);
            db.Entry(charter).Property(c => c.Version).OriginalValue = version;
            return charter;
        }

        public async Task SaveCharterDraftAsync(CancellationToken cancellationToken)
        {
            try
            {
                await db.SaveChangesAsync(cancellationToken);
            }
            catch (DbUpdateConcurrencyException)
            {
                throw new ValidationException([new ValidationFailure("Version", LostRace)]);
            }
        }
    }
}
