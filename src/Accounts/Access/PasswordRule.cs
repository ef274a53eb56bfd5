using CaseNumerique.Accounts.Data;
using CaseNumerique.SharedKernel;
using Microsoft.AspNetCore.Identity;

namespace CaseNumerique.Accounts.Access;

/// <summary>Refuses what others would guess, and asks for no kind of character (ASVS 6.2).</summary>
internal sealed class PasswordRule : IPasswordValidator<Account>
{
    private const string SiteName = "casenumerique";

    // Below this, a name such as « al » would forbid half of the dictionary.
    private const int ShortestName = 4;

    public Task<IdentityResult> ValidateAsync(UserManager<Account> manager, Account user, string? password) =>
        Task.FromResult(
            Refusal(user.Email ?? "", password ?? "") is { } refusal
                ? IdentityResult.Failed(new IdentityError { Code = nameof(PasswordRule), Description = refusal })
                : IdentityResult.Success
        );

    public static string? Refusal(string email, string password)
    {
        if (password.Length > Account.PasswordMaxLength)
        {
            return $"Choisissez un mot de passe de {Account.PasswordMaxLength} caractères au plus.";
        }

        if (CommonPasswords.Contain(password))
        {
            return "Choisissez un mot de passe moins courant, par exemple quatre mots sans lien entre eux.";
        }

        var plain = Plain(password);
        var name = Plain(email.Split('@')[0]);
        return
            plain.Contains(SiteName, StringComparison.Ordinal)
            || (name.Length >= ShortestName && plain.Contains(name, StringComparison.Ordinal))
            ? "Choisissez un mot de passe sans votre nom ni celui du site."
            : null;
    }

    private static string Plain(string text) => FrenchText.Fold(text).Replace(" ", "", StringComparison.Ordinal);
}
