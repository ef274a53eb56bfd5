namespace CaseNumerique.Network;

internal static class Policies
{
    /// <summary>See the spaces with their people.</summary>
    public const string Read = "Network.Read";

    /// <summary>Register a space, change its contacts, close it.</summary>
    public const string Manage = "Network.Manage";
}
