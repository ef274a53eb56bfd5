using CaseNumerique.Accounts.Data;
using CaseNumerique.SharedKernel;

namespace CaseNumerique.Accounts.Access;

/// <summary>What people read for the names that the tables hold.</summary>
internal static class AccountWords
{
    public static string OfRole(string role) =>
        role switch
        {
            Roles.Administrator => "Administration",
            Roles.Agent => "Équipe ÉcoNum",
            Roles.Committee => "Comité de labellisation",
            Roles.Manager => "Gestionnaire",
            _ => "Animation",
        };

    public static string OfMethod(string method) =>
        method switch
        {
            SignInMethod.Password => "Mot de passe",
            SignInMethod.Passkey => "Clé d’accès",
            SignInMethod.Link => "Lien d’activation",
            _ => "Fournisseur d’identité",
        };
}
