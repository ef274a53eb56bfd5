namespace CaseNumerique.Browser.Tests;

/// <summary>The example accounts that the sign-in page names.</summary>
internal static class People
{
    public const string Administrator = "admin@econum.example";
    public const string Agent = "agent@econum.example";
    public const string Member = "comite@econum.example";
    public const string Manager = "gestionnaire@epn.example";
}
