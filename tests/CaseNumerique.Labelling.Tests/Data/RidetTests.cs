using CaseNumerique.Labelling.Data;
using NUnit.Framework;

namespace CaseNumerique.Labelling.Tests.Data;

public class RidetTests
{
    [TestCase("0123456001", "0123456001")]
    [TestCase("123456001", "0123456001")]
    [TestCase("0 123 456.001", "0123456001")]
    [TestCase("RIDET 1 123 456 - 001", "1123456001")]
    [TestCase("123456", "0123456")]
    [TestCase("1123456", "1123456")]
    [TestCase("12345678", null)]
    [TestCase("12345", null)]
    [TestCase("12345678901", null)]
    [TestCase("néant", null)]
    [TestCase("", null)]
    [TestCase(null, null)]
    public void It_is_read_in_any_form_and_filled_up_with_zeros_only(string? typed, string? expected) =>
        Assert.That(Ridet.Normalise(typed), Is.EqualTo(expected));

    [TestCase("0123456001", "0\u00A0123\u00A0456.001")]
    [TestCase("0123456", "0\u00A0123\u00A0456")]
    public void It_is_shown_as_the_ISEE_writes_it(string ridet, string expected) =>
        Assert.That(Ridet.Format(ridet), Is.EqualTo(expected));

    [Test]
    public void A_structure_without_its_place_is_not_whole()
    {
        Assert.That(Ridet.IsWhole("0123456"), Is.False);
        Assert.That(Ridet.IsWhole("0123456001"), Is.True);
        Assert.That(Ridet.IsWhole(null), Is.False);
    }
}
