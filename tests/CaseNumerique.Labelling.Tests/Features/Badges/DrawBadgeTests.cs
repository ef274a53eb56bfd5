using System.Net;
using System.Xml.Linq;
using CaseNumerique.Labelling.Tests.Features.Verification;
using NUnit.Framework;

namespace CaseNumerique.Labelling.Tests.Features.Badges;

public class DrawBadgeTests
{
    private const string Url = "/verification/CASE-001/badge.svg";
    private static readonly XNamespace _svg = "http://www.w3.org/2000/svg";

    [Test]
    public async Task It_is_a_drawing_that_other_sites_may_show()
    {
        await using var app = await VerifyLabelTests.StartAsync();

        var answer = (await app.Anonymous().GetAsync(Url)).Response;

        Assert.Multiple(() =>
        {
            Assert.That(answer.Content.Headers.ContentType!.MediaType, Is.EqualTo("image/svg+xml"));
            Assert.That(answer.Headers.GetValues("Cross-Origin-Resource-Policy"), Is.EqualTo(new[] { "cross-origin" }));
            Assert.That(answer.Headers.GetValues("Access-Control-Allow-Origin"), Is.EqualTo(new[] { "*" }));
            Assert.That(
                answer.Headers.GetValues("Content-Security-Policy").Single(),
                Is.EqualTo("default-src 'none'; frame-ancestors 'none'")
            );
            Assert.That(answer.Headers.CacheControl!.ToString(), Is.EqualTo("public, max-age=300"));
        });
    }

    [Test]
    public async Task It_says_in_words_what_it_stands_for_and_needs_nothing_from_elsewhere()
    {
        await using var app = await VerifyLabelTests.StartAsync();

        var body = (await app.Anonymous().GetAsync(Url)).Body;
        var drawing = XDocument.Parse(body).Root!;

        Assert.Multiple(() =>
        {
            Assert.That(drawing.Name, Is.EqualTo(_svg + "svg"));
            Assert.That(
                drawing.Element(_svg + "title")!.Value,
                Is.EqualTo("Label Case numérique CASE-001, Les Banians")
            );
            Assert.That(drawing.Element(_svg + "desc")!.Value, Is.EqualTo("Valide jusqu’au 22\u00A0février\u00A02027"));
            Assert.That(body, Does.Not.Contain("style=").And.Not.Contain("href").And.Not.Contain("<script"));
        });
    }

    [TestCase("suspension", "Suspendu")]
    [TestCase("retrait", "Retiré")]
    public async Task It_says_when_the_label_does_not_hold(string act, string word)
    {
        await using var app = await VerifyLabelTests.StartAsync();
        await app.ChangeAsync("CASE-001", act);

        var drawing = XDocument.Parse((await app.Anonymous().GetAsync(Url)).Body).Root!;

        Assert.That(drawing.Element(_svg + "desc")!.Value, Is.EqualTo($"{word}\u00A0: non valable"));
        Assert.That(drawing.Value, Does.Not.Contain("jusqu’au"));
    }

    [Test]
    public async Task An_expired_label_has_no_valid_badge()
    {
        await using var app = await VerifyLabelTests.StartAsync(-1);

        Assert.That((await app.Anonymous().GetAsync(Url)).Body, Does.Contain("Expiré").And.Not.Contain("Valide"));
    }

    [Test]
    public async Task There_is_none_for_an_unknown_number()
    {
        await using var app = await VerifyLabelTests.StartAsync();

        var answer = await app.Anonymous().GetAsync("/verification/CASE-999/badge.svg");

        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.NotFound));
    }
}
