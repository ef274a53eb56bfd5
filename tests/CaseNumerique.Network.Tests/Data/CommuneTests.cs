using CaseNumerique.Network.Data;
using NUnit.Framework;

namespace CaseNumerique.Network.Tests.Data;

public class CommuneTests
{
    [Test]
    public void There_are_thirty_three_in_three_provinces()
    {
        var counts = Commune.All.GroupBy(c => c.Province).ToDictionary(g => g.Key, g => g.Count());
        Assert.That(
            counts,
            Is.EquivalentTo(
                new Dictionary<string, int>
                {
                    ["Sud"] = 13,
                    ["Nord"] = 17,
                    ["Îles Loyauté"] = 3,
                }
            )
        );
    }

    [Test]
    public void Each_has_its_own_code_and_lies_in_the_country() =>
        Assert.Multiple(() =>
        {
            Assert.That(Commune.All.Select(c => c.InseeCode), Is.Unique);
            Assert.That(Commune.All.Select(c => c.Slug), Is.Unique);
            Assert.That(Commune.All, Has.All.Property(nameof(Commune.Latitude)).InRange(-23.0, -18.0));
            Assert.That(Commune.All, Has.All.Property(nameof(Commune.Longitude)).InRange(163.0, 169.0));
        });

    [TestCase("98811", "de Koné")]
    [TestCase("98817", "du Mont-Dore")]
    [TestCase("98809", "de l’Île des Pins")]
    [TestCase("98820", "d’Ouvéa")]
    public void It_is_named_as_one_says_it(string code, string expected) =>
        Assert.That(Commune.Of(code).WithDe, Is.EqualTo(expected));

    [Test]
    public void Poya_alone_lies_in_two_provinces() =>
        Assert.That(Commune.All.Where(c => c.Provinces.Count > 1).Select(c => c.Name), Is.EqualTo(new[] { "Poya" }));
}
