using CaseNumerique.Network.Data;
using NUnit.Framework;

namespace CaseNumerique.Network.Tests.Data;

public class MapPointTests
{
    private static readonly IReadOnlyList<MapPoint> _everywhere = MapPoint.Merge(
        Commune.All.Select((commune, index) => MapPoint.Of(commune, index + 1, index % 2 == 0))
    );

    [Test]
    public void Merging_loses_no_place() => Assert.That(_everywhere.Sum(p => p.Count), Is.EqualTo(33 * 34 / 2));

    [Test]
    public void No_two_points_are_too_near_for_a_thumb()
    {
        var distances = _everywhere.SelectMany(
            (one, index) => _everywhere.Skip(index + 1).Select(other => double.Hypot(one.X - other.X, one.Y - other.Y))
        );
        Assert.That(distances, Has.All.GreaterThanOrEqualTo(MapPoint.Nearest));
    }

    [Test]
    public void The_communes_around_Noumea_are_one_point_of_their_own_name()
    {
        var points = MapPoint.Merge(
            Commune
                .All.Where(c => c.Name is "Nouméa" or "Dumbéa" or "Lifou")
                .Select(c => MapPoint.Of(c, 2, c.Name == "Dumbéa"))
        );

        Assert.That(
            points.Select(p => (p.Name, p.Count, p.IsLabelled)),
            Is.EqualTo(new[] { ("Lifou", 2, false), ("Grand Nouméa", 4, true) })
        );
    }

    [Test]
    public void A_known_place_stands_where_the_drawing_has_it()
    {
        var hienghene = MapPoint.Of(Commune.Of("98807"), 1, false);
        Assert.That(
            (MapProjection.Units(hienghene.X), MapProjection.Units(hienghene.Y)),
            Is.EqualTo(("182.7", "161.2"))
        );
    }
}
