using CaseNumerique.Labelling.Data;
using FluentValidation;
using FluentValidation.Results;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Labelling.Features.LabelApplications;

/// <summary>Rules that several commands about a file share.</summary>
internal static class FileRules
{
    /// <summary>The code of a failure that tells of another person's save.</summary>
    public const string Conflict = "conflict";

    // No single field mends these: the failures belong to none.
    public static void MustBeEditable<T>(this IRuleBuilder<T, Guid> id, LabellingDbContext db) =>
        id.CustomAsync(
            async (fileId, context, ct) =>
            {
                if (await db.Applications.AsNoTracking().SingleAsync(a => a.Id == fileId, ct) is { IsEditable: false })
                {
                    const string message =
                        "Le dossier est déposé\u00A0: ses réponses ne changent plus. Ce que vous avez saisi reste ici.";
                    context.AddFailure(new ValidationFailure("", message));
                }
            }
        );

    public static void MustAllow<T>(this IRuleBuilder<T, Guid> id, ApplicationMove move, LabellingDbContext db) =>
        id.CustomAsync(
            async (fileId, context, ct) =>
            {
                var file = await db.Applications.AsNoTracking().SingleAsync(a => a.Id == fileId, ct);
                if (move.ReasonAgainst(file) is { } against)
                {
                    context.AddFailure(new ValidationFailure("", against));
                }
            }
        );

    /// <summary>Saves a move, unless somebody else has moved the file meanwhile.</summary>
    /// <param name="field">What the refusal is shown beside.</param>
    public static async Task SaveMoveAsync(
        this LabellingDbContext db,
        string field,
        CancellationToken cancellationToken
    )
    {
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            const string message = "Quelqu’un vient de modifier ce dossier. Relisez-le, puis recommencez.";
            throw new ValidationException([new ValidationFailure(field, message)]);
        }
    }
}
