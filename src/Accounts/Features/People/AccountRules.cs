using CaseNumerique.Accounts.Data;
using CaseNumerique.SharedKernel;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Accounts.Features.People;

/// <summary>What several acts on accounts refuse, in the same words.</summary>
internal static class AccountRules
{
    public static IRuleBuilderOptions<T, string> MustBeReason<T>(this IRuleBuilder<T, string> rule) =>
        rule.Must(reason => !string.IsNullOrWhiteSpace(reason))
            .WithMessage("Indiquez le motif\u00A0: il reste dans le journal")
            .MaximumLength(Account.ReasonMaxLength)
            .WithMessage("Résumez le motif en {MaxLength} caractères");

    public static IRuleBuilderOptions<T, string> MustBeName<T>(this IRuleBuilder<T, string> rule) =>
        rule.Must(name => FrenchText.Fold(name).Length > 0)
            .WithMessage("Indiquez le prénom et le nom")
            .MaximumLength(Account.DisplayNameMaxLength)
            .WithMessage("Abrégez le nom en {MaxLength} caractères");

    /// <summary>Nobody decides on themselves, nor on the person in whose place they stand.</summary>
    public static IRuleBuilderOptions<T, Guid> MustBeSomebodyElse<T>(
        this IRuleBuilder<T, Guid> rule,
        ICurrentUser user
    ) =>
        rule.Must(id => !user.AnswerableIds.Contains(id))
            .WithMessage(
                "Demandez-le à une autre personne de l’administration\u00A0: nul ne décide de son propre compte, ni de celui qu’il remplace"
            )
            .OverridePropertyName("");

    public static IRuleBuilderOptions<T, Guid> MustBeIn<T>(
        this IRuleBuilder<T, Guid> rule,
        IQueryable<Account> accounts,
        string orElse
    ) =>
        rule.MustAsync((id, ct) => accounts.AnyAsync(a => a.Id == id, ct)).WithMessage(orElse).OverridePropertyName("");
}
