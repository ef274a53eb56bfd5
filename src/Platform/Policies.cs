namespace CaseNumerique.Platform;

/// <summary>Who may see what the platform itself keeps.</summary>
internal static class Policies
{
    /// <summary>What the platform keeps of oneself.</summary>
    public const string Own = "Platform.Own";

    /// <summary>See mails, and send one again.</summary>
    public const string Mails = "Platform.Mails";

    /// <summary>Send files piece by piece, to be kept by a form that has a policy of its own.</summary>
    public const string SendFiles = "Platform.SendFiles";

    /// <summary>Read the journal.</summary>
    public const string Journal = "Platform.Journal";

    /// <summary>What only administrators may do: the job dashboard, notifications in trouble, the clock.</summary>
    public const string Operate = "Platform.Operate";
}
