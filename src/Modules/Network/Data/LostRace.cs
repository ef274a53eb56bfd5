using CaseNumerique.SharedKernel;
using FluentValidation;
using FluentValidation.Results;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Network.Data;

internal static class LostRace
{
    /// <summary>Saves. When somebody else was quicker, it is refused in words that say so.</summary>
    public static async Task SaveOrRefuseAsync(
        this NetworkDbContext db,
        string field,
        string words,
        CancellationToken cancellationToken
    )
    {
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException error) when (error is DbUpdateConcurrencyException || error.IsDuplicate())
        {
            throw new ValidationException([new ValidationFailure(field, words)]);
        }
    }
}
