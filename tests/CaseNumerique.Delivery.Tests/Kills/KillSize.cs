namespace CaseNumerique.Delivery.Tests.Kills;

/// <summary>How much is tried: little at each change, much when <c>KILL_TESTS=large</c>.</summary>
internal static class KillSize
{
    public static readonly bool IsLarge = Environment.GetEnvironmentVariable("KILL_TESTS") == "large";

    /// <summary>Three in five hold a label.</summary>
    public static readonly int Epns = IsLarge ? 334 : 60;

    public static readonly int RandomKills = IsLarge ? 100 : 4;

    public static readonly DateOnly Seeded = new(2026, 11, 24);

    /// <summary>Days on which labels pass one milestone after another.</summary>
    public static readonly DateOnly[] Days = [new(2026, 12, 12), new(2027, 2, 7), new(2027, 2, 20)];
}
