using CaseNumerique.Accounts.Data;
using FluentValidation;
using Microsoft.AspNetCore.Identity;

namespace CaseNumerique.Accounts.Access;

/// <summary>The two fields of a new password, wherever one is chosen.</summary>
internal static class PasswordFields
{
    public static IRuleBuilderOptions<T, string> MustBeLongEnough<T>(this IRuleBuilder<T, string> rule) =>
        rule.MinimumLength(Account.PasswordMinLength)
            .WithMessage($"Choisissez un mot de passe d’au moins {Account.PasswordMinLength} caractères.");

    /// <summary>Asks Identity's rules, before anything is changed.</summary>
    public static async Task ThrowIfPoorAsync(this UserManager<Account> accounts, Account account, string password)
    {
        foreach (var validator in accounts.PasswordValidators)
        {
            (await validator.ValidateAsync(accounts, account, password)).ThrowIfRefused("Password");
        }
    }

    public static IRuleBuilderOptions<T, string> MustRepeat<T>(
        this IRuleBuilder<T, string> rule,
        Func<T, string> first
    ) => rule.Must((form, repeated) => repeated == first(form)).WithMessage("Écrivez deux fois le même mot de passe.");
}
