using System.Net;
using CaseNumerique.TestKit;
using NUnit.Framework;

namespace CaseNumerique.Events.Tests.Features.Gatherings;

internal sealed class VisitGatheringTests
{
    [Test]
    public async Task Anyone_reads_the_programme_day_by_day()
    {
        await using var app = await App.StartAsync();
        var slug = await app.SendAsync(Gatherings.Good);

        var page = await app.Anonymous().GetAsync($"/rencontres/{slug}");

        Assert.Multiple(() =>
        {
            Assert.That(page.Status, Is.EqualTo(HttpStatusCode.OK));
            Assert.That(
                page.Document.QuerySelectorAll("section h2").Select(h => h.TextContent.Replace('\u00A0', ' ')),
                Is.EqualTo(["Programme du mardi 9 mars 2027", "Programme du mercredi 10 mars 2027"])
            );
            Assert.That(
                page.Document.QuerySelectorAll(".prog .num").Select(c => c.TextContent.Replace('\u00A0', ' ')),
                Is.EqualTo(["8 h 30", "8 h"])
            );
            Assert.That(
                page.Document.QuerySelector(".note p")?.TextContent,
                Does.StartWith("Inscriptions à partir du")
            );
        });
    }

    [Test]
    public async Task An_unknown_gathering_is_not_found()
    {
        await using var app = await App.StartAsync();

        var page = await app.Anonymous().GetAsync("/rencontres/inconnue");

        Assert.That(page.Status, Is.EqualTo(HttpStatusCode.NotFound));
    }
}
