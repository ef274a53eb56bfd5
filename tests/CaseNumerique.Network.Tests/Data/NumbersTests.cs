using CaseNumerique.Network.Data;
using NUnit.Framework;

namespace CaseNumerique.Network.Tests.Data;

public class NumbersTests
{
    [TestCase("47 12 34", "+687471234")]
    [TestCase("75.12.34", "+687751234")]
    [TestCase("+687 47-12-34", "+687471234")]
    [TestCase("00687471234", "+687471234")]
    [TestCase("61 23 45", null, Description = "6 begins no number of New Caledonia")]
    [TestCase("47 12 3", null)]
    [TestCase("06 12 34 56 78", null)]
    [TestCase("", null)]
    public void A_phone_number_is_kept_in_its_international_form(string typed, string? expected) =>
        Assert.That(PhoneNumber.Normalise(typed), Is.EqualTo(expected));

    [TestCase("123456", "0123456")]
    [TestCase("0 123 456", "0123456")]
    [TestCase("0 123 456.001", "0123456001")]
    [TestCase("123456001", "0123456001")]
    [TestCase("12345", null)]
    [TestCase("12345678901", null)]
    public void A_Ridet_is_checked_by_its_form_only(string typed, string? expected) =>
        Assert.That(Ridet.Normalise(typed), Is.EqualTo(expected));

    [Test]
    public void A_Ridet_is_shown_in_groups() =>
        Assert.That(Ridet.Format("0123456001"), Is.EqualTo("0\u00A0123\u00A0456.001"));

    [TestCase("-20.689, 164.946", -20.689, 164.946)]
    [TestCase("-20,689 ; 164,946", -20.689, 164.946)]
    [TestCase("−21.5 166", -21.5, 166)]
    public void A_position_is_read_as_maps_copy_it(string typed, double latitude, double longitude) =>
        Assert.That(Position.Read(typed), Is.EqualTo(new Position(latitude, longitude)));

    [TestCase("48.85, 2.35")]
    [TestCase("164.946, -20.689")]
    [TestCase("à côté de la mairie")]
    public void A_place_elsewhere_is_no_position(string typed) => Assert.That(Position.Read(typed), Is.Null);
}
