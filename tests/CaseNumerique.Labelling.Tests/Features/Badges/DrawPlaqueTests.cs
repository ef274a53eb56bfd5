using System.Net;
using System.Xml.Linq;
using CaseNumerique.Labelling.Features.Badges;
using CaseNumerique.Labelling.Tests.Features.Verification;
using NUnit.Framework;

namespace CaseNumerique.Labelling.Tests.Features.Badges;

public class DrawPlaqueTests
{
    private const string Url = "/verification/CASE-001/plaque.svg";

    [Test]
    public async Task It_names_the_place_and_leads_to_the_answer_of_the_day()
    {
        await using var app = await VerifyLabelTests.StartAsync();

        var page = await app.Anonymous().GetAsync(Url);
        var drawing = XDocument.Parse(page.Body).Root!;

        Assert.Multiple(() =>
        {
            Assert.That(drawing.Attribute("width")!.Value, Is.EqualTo("148mm"));
            Assert.That(drawing.Value, Does.Contain("Les Banians").And.Contain("Koné").And.Contain("CASE-001"));
            Assert.That(drawing.Value, Does.Contain("localhost:5080/verification/CASE-001"));
            Assert.That(
                page.Body,
                Does.Contain(Drawing.Qr("http://localhost:5080/verification/CASE-001").Path),
                "the code to scan"
            );
        });
    }

    [TestCase("suspension")]
    [TestCase("retrait")]
    public async Task There_is_none_while_the_label_does_not_hold(string act)
    {
        await using var app = await VerifyLabelTests.StartAsync();
        await app.ChangeAsync("CASE-001", act);

        Assert.That((await app.Anonymous().GetAsync(Url)).Status, Is.EqualTo(HttpStatusCode.NotFound));
    }

    [TestCase("Les Banians", 22, new[] { "Les Banians" })]
    [TestCase("Espace socio-culturel de la presqu’île", 22, new[] { "Espace socio-culturel", "de la presqu’île" })]
    public void A_long_name_is_broken_at_spaces(string name, int width, string[] lines) =>
        Assert.That(Drawing.Lines(name, width), Is.EqualTo(lines));
}
