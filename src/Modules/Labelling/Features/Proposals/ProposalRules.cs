using CaseNumerique.Labelling.Data;
using CaseNumerique.SharedKernel;
using FluentValidation;
using FluentValidation.Results;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Labelling.Features.Proposals;

/// <summary>What every proposal is held to, whatever it proposes.</summary>
internal static class ProposalRules
{
    private const string AlreadyOpen = "Une proposition attend déjà une décision pour cet espace.";

    public static IRuleBuilderOptions<T, string> MustBeAReason<T>(this IRuleBuilder<T, string> rule) =>
        rule.NotEmpty()
            .WithMessage("Indiquez le motif : il reste dans l’historique.")
            .MaximumLength(LabelEvent.ReasonMaxLength)
            .WithMessage("Résumez le motif en {MaxLength} caractères.");

    /// <summary>One proposal at a time for an EPN, by somebody without a stake in it.</summary>
    public static void MustBeFreeToPropose<T>(
        this IRuleBuilderOptions<T, Guid?> epn,
        LabellingDbContext db,
        Impartiality impartiality
    ) =>
        epn.MustAsync(async (id, ct) => !await db.Proposals.AnyAsync(p => p.EpnId == id && p.DecidedAt == null, ct))
            .WithMessage(AlreadyOpen)
            .CustomAsync(
                async (id, context, ct) =>
                {
                    if (await impartiality.ReasonAgainstAsync(id!.Value, ct) is { } reason)
                    {
                        context.AddFailure(reason);
                    }
                }
            );

    public static async Task SaveProposalAsync(
        this LabellingDbContext db,
        string field,
        CancellationToken cancellationToken
    )
    {
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException error) when (error.IsDuplicate())
        {
            throw new ValidationException([new ValidationFailure(field, AlreadyOpen)]);
        }
    }
}
