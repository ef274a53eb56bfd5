namespace CaseNumerique.Labelling;

internal static class Policies
{
    /// <summary>See labels and reminders.</summary>
    public const string Read = "Labelling.Read";

    /// <summary>Note what happens to a label day by day, and propose what another decides.</summary>
    public const string Assess = "Labelling.Assess";

    /// <summary>Decide on what was proposed, postpone, and change the rules.</summary>
    public const string Decide = "Labelling.Decide";

    /// <summary>Declare a stake in an EPN.</summary>
    public const string Declare = "Labelling.Declare";

    /// <summary>Prepare the renewal of a label.</summary>
    public const string Renew = "Labelling.Renew";

    /// <summary>Open a file, and what goes with it: whoever acts for its EPN, the people of ÉcoNum, and the committee once it is on its agenda.</summary>
    public const string ReadFile = "Labelling.ReadFile";

    /// <summary>See the sessions of the committee: its members theirs, the people of ÉcoNum all.</summary>
    public const string Sit = "Labelling.Sit";

    /// <summary>Vote in a session of the committee.</summary>
    public const string Vote = "Labelling.Vote";

    /// <summary>Look after the label of one's own EPN.</summary>
    public const string Hold = "Labelling.Hold";

    /// <summary>Give the label of one's own EPN up.</summary>
    public const string Renounce = "Labelling.Renounce";

    /// <summary>Read the versions of the referential: whoever is signed in.</summary>
    public const string ReadCriteria = "Labelling.ReadCriteria";

    /// <summary>Write, file and complete an EPN's own application.</summary>
    public const string Apply = "Labelling.Apply";
}
