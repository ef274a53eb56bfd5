using CaseNumerique.Accounts.Data;
using Microsoft.AspNetCore.Identity;

namespace CaseNumerique.Accounts.Access;

/// <summary>Identity's refusals, as people read them.</summary>
internal sealed class FrenchIdentityErrors : IdentityErrorDescriber
{
    private const string EmailTaken = "Cette adresse a déjà un compte.";

    public override IdentityError DefaultError() =>
        Error(nameof(DefaultError), "L’enregistrement n’a pas abouti. Recommencez dans un instant.");

    public override IdentityError ConcurrencyFailure() =>
        Error(nameof(ConcurrencyFailure), "Ce compte vient d’être changé ailleurs. Rechargez la page et recommencez.");

    public override IdentityError InvalidToken() =>
        Error(nameof(InvalidToken), "Ce lien n’est plus valable. Demandez-en un nouveau à un administrateur.");

    public override IdentityError PasswordTooShort(int length) =>
        Error(nameof(PasswordTooShort), $"Choisissez un mot de passe d’au moins {length} caractères.");

    public override IdentityError PasswordMismatch() =>
        Error(nameof(PasswordMismatch), "Le mot de passe actuel ne correspond pas.");

    public override IdentityError InvalidEmail(string? email) =>
        Error(nameof(InvalidEmail), "Indiquez une adresse électronique, comme nom@exemple.nc.");

    public override IdentityError InvalidUserName(string? userName) => InvalidEmail(userName);

    public override IdentityError DuplicateEmail(string email) => Error(nameof(DuplicateEmail), EmailTaken);

    public override IdentityError DuplicateUserName(string userName) => Error(nameof(DuplicateUserName), EmailTaken);

    private static IdentityError Error(string code, string description) =>
        new() { Code = code, Description = description };
}
