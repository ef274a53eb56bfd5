using CaseNumerique.Labelling.Data;
using CaseNumerique.SharedKernel;
using FluentValidation;
using FluentValidation.Results;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Labelling.Features.Completions;

/// <summary>Whether the person who acts may act for the EPN of a file.</summary>
internal sealed class ApplicantCheck(LabellingDbContext db, ICurrentUser user)
{
    /// <returns>Why not, in French; null when they may.</returns>
    public async Task<string?> ReasonAgainstAsync(Guid id, ApplicationMove? move, CancellationToken cancellationToken)
    {
        var epnIds = user.EpnIds;
        var file = await db
            .Applications.AsNoTracking()
            .SingleOrDefaultAsync(a => a.Id == id && epnIds.Contains(a.EpnId), cancellationToken);
        return file is null ? "Ce dossier n’est pas celui de votre espace." : move?.ReasonAgainst(file);
    }
}

internal static class ApplicantCheckRules
{
    /// <param name="move">What is about to be done; null for what any status allows.</param>
    public static void MustBeItsApplicants<T>(
        this IRuleBuilder<T, Guid> rule,
        ApplicantCheck check,
        ApplicationMove? move
    ) =>
        rule.CustomAsync(
            async (id, context, ct) =>
            {
                if (await check.ReasonAgainstAsync(id, move, ct) is { } reason)
                {
                    context.AddFailure(new ValidationFailure("", reason));
                }
            }
        );
}
