using CaseNumerique.Accounts.Data;

namespace CaseNumerique.Accounts.Access;

internal static class SignInWords
{
    /// <summary>What people read for a <see cref="SignInMethod"/>.</summary>
    public static string Of(string method) =>
        method switch
        {
            SignInMethod.Password => "Mot de passe",
            SignInMethod.Passkey => "Clé d’accès",
            SignInMethod.Link => "Lien d’activation",
            _ => "Fournisseur d’identité",
        };
}
