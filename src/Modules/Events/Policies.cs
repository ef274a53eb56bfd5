namespace CaseNumerique.Events;

internal static class Policies
{
    public const string Organise = "Events.Organise";
}
