namespace CaseNumerique.Network;

internal static class Policies
{
    /// <summary>See spaces with their people: all of them at ÉcoNum; their own for those affiliated, which each page looks at.</summary>
    public const string Read = "Network.Read";

    /// <summary>Register a space, close it.</summary>
    public const string Manage = "Network.Manage";
}
