using System.Net;
using CaseNumerique.TestKit;
using NUnit.Framework;

namespace CaseNumerique.Resources.Tests.Features.Kits;

internal sealed class ReadKitTests
{
    [Test]
    public async Task Anyone_reads_objectives_and_steps()
    {
        await using var app = await App.StartAsync();
        var slug = await app.SendAsync(Kits.Good);

        var page = await app.Anonymous().GetAsync($"/ateliers/{slug}");

        Assert.Multiple(() =>
        {
            Assert.That(page.Status, Is.EqualTo(HttpStatusCode.OK));
            Assert.That(page.Document.QuerySelector("h1")?.TextContent, Is.EqualTo("Vidéo : le clonage"));
            Assert.That(
                page.Document.QuerySelectorAll(".timeline h3").Select(h => h.TextContent),
                Is.EqualTo(["Filmer", "Monter"])
            );
            Assert.That(page.Text, Does.Contain("De 4 à 12 personnes").And.Contain("CC BY-SA 4.0"));
        });
    }

    [Test]
    public async Task An_unknown_kit_is_not_found()
    {
        await using var app = await App.StartAsync();

        var page = await app.Anonymous().GetAsync("/ateliers/inconnu");

        Assert.That(page.Status, Is.EqualTo(HttpStatusCode.NotFound));
    }
}
