namespace CaseNumerique.Labelling;

internal static class Policies
{
    /// <summary>See labels and reminders.</summary>
    public const string Read = "Labelling.Read";

    /// <summary>Note what happens to a label day by day.</summary>
    public const string Assess = "Labelling.Assess";

    /// <summary>Grant, suspend, withdraw, postpone, and change the rules.</summary>
    public const string Decide = "Labelling.Decide";

    /// <summary>Prepare the renewal of a label.</summary>
    public const string Renew = "Labelling.Renew";
}
