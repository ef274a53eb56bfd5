namespace CaseNumerique.Accounts;

internal static class Policies
{
    /// <summary>One's own account.</summary>
    public const string Own = "Accounts.Own";

    /// <summary>See the accounts.</summary>
    public const string Read = "Accounts.Read";

    /// <summary>Invite, close and open accounts, give and take roles.</summary>
    public const string Manage = "Accounts.Manage";
}
