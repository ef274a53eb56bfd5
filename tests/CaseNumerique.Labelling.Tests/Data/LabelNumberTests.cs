using CaseNumerique.Labelling.Data;
using NUnit.Framework;

namespace CaseNumerique.Labelling.Tests.Data;

public class LabelNumberTests
{
    [TestCase("CASE-017", "CASE-017")]
    [TestCase("case 17", "CASE-017")]
    [TestCase(" 17 ", "CASE-017")]
    [TestCase("Case017", "CASE-017")]
    [TestCase("case n° 17", "CASE-017")]
    [TestCase("0001234", null)]
    [TestCase("1234", "CASE-1234")]
    [TestCase("CN-2026-0001", null)]
    [TestCase("CASE-", null)]
    [TestCase("dix-sept", null)]
    [TestCase("17; DROP", null)]
    [TestCase("", null)]
    [TestCase(null, null)]
    public void It_is_read_as_people_type_it(string? typed, string? number) =>
        Assert.That(LabelNumber.Read(typed), Is.EqualTo(number));
}
