using System.Text.Json;

namespace CaseNumerique.Labelling.Data;

/// <summary>How places are grouped into trips, read from <c>deplacements-1.json</c> beside this file: a proposal, which ÉcoNum may replace.</summary>
/// <param name="Notice">What people must know of it.</param>
internal sealed record TripPlan(int Version, string Notice, IReadOnlyList<Trip> Trips)
{
    public static TripPlan Current { get; } = Read();

    /// <summary>For a commune that no trip names: somebody must say how one gets there.</summary>
    public static readonly Trip Unknown = new("Sans déplacement prévu", IsIsland: false, []);

    public Trip For(string commune) => Trips.FirstOrDefault(t => t.Communes.Contains(commune)) ?? Unknown;

    private static TripPlan Read()
    {
        using var json = typeof(TripPlan).Assembly.GetManifestResourceStream("deplacements-1.json")!;
        return JsonSerializer.Deserialize<TripPlan>(json, JsonSerializerOptions.Web)!;
    }
}

/// <summary>What is seen on one way: an island, or the communes along a road of Grande Terre.</summary>
/// <param name="Communes">By name, in the order of the road.</param>
internal sealed record Trip(string Name, bool IsIsland, IReadOnlyList<string> Communes);
