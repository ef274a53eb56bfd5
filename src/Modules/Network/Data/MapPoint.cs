namespace CaseNumerique.Network.Data;

/// <summary>A point of the map: one commune, or several that would lie on top of one another.</summary>
internal sealed record MapPoint(IReadOnlyList<Commune> Communes, int Count, bool IsLabelled, double X, double Y)
{
    /// <summary>Nearer than this, two points are hard to hit with a thumb.</summary>
    public const double Nearest = 34;

    private static readonly string[] _greaterNoumea = ["Dumbéa", "Mont-Dore", "Nouméa", "Païta"];

    public string Name =>
        Communes.Count > 1 && Communes.All(c => _greaterNoumea.Contains(c.Name))
            ? "Grand Nouméa"
            : CommuneChoices.Names(Communes);

    public static MapPoint Of(Commune commune, int count, bool isLabelled) =>
        new([commune], count, isLabelled, MapProjection.ToX(commune.Longitude), MapProjection.ToY(commune.Latitude));

    /// <summary>Merges the closest two until none are too near. The sum of all places stays the same.</summary>
    public static IReadOnlyList<MapPoint> Merge(IEnumerable<MapPoint> points)
    {
        var merged = points.ToList();
        while (Closest(merged) is var (one, other))
        {
            merged.Remove(one);
            merged.Remove(other);
            merged.Add(one.With(other));
        }

        return [.. merged.OrderBy(p => p.Y)];
    }

    private static (MapPoint One, MapPoint Other)? Closest(List<MapPoint> points) =>
        points
            .SelectMany((one, index) => points.Skip(index + 1).Select(other => (one, other)))
            .Where(pair => pair.one.DistanceTo(pair.other) < Nearest)
            .OrderBy(pair => pair.one.DistanceTo(pair.other))
            .Select(pair => ((MapPoint, MapPoint)?)pair)
            .FirstOrDefault();

    private double DistanceTo(MapPoint other) => double.Hypot(X - other.X, Y - other.Y);

    private MapPoint With(MapPoint other)
    {
        var count = Count + other.Count;
        return new MapPoint(
            [.. Communes.Concat(other.Communes).OrderBy(c => c.Slug, StringComparer.Ordinal)],
            count,
            IsLabelled || other.IsLabelled,
            (X * Count + other.X * other.Count) / count,
            (Y * Count + other.Y * other.Count) / count
        );
    }
}
