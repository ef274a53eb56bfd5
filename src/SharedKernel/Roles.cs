namespace CaseNumerique.SharedKernel;

/// <summary>The roles of the platform, by the names that accounts and API carry.</summary>
public static class Roles
{
    public const string Administrator = "administrateur";
    public const string Agent = "agent";
    public const string Committee = "comite";
    public const string Manager = "gestionnaire";
    public const string Facilitator = "animateur";

    public static readonly string[] All = [Administrator, Agent, Committee, Manager, Facilitator];

    /// <summary>Given by an administrator; the others come with an affiliation and go with it.</summary>
    public static readonly string[] Given = [Administrator, Agent, Committee];

    /// <summary>The people of ÉcoNum.</summary>
    public static readonly string[] EcoNum = [Administrator, Agent];
}
