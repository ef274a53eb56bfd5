namespace CaseNumerique.Resources;

internal static class Policies
{
    public const string Publish = "Resources.Publish";
}
