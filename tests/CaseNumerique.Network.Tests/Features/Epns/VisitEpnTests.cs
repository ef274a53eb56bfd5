using System.Net;
using CaseNumerique.TestKit;
using NUnit.Framework;

namespace CaseNumerique.Network.Tests.Features.Epns;

public class VisitEpnTests
{
    [Test]
    public async Task It_says_where_to_go_and_whom_to_call()
    {
        await using var app = await App.StartAsync();
        await app.SendAsync(Given.LesBanians with { OpeningHours = "Lundi : 8 h - 11 h\r\nMardi : fermé" });

        var page = await app.Anonymous().GetAsync("/espaces/les-banians");

        Assert.Multiple(() =>
        {
            Assert.That(page.Document.QuerySelector("a.btn")?.GetAttribute("href"), Is.EqualTo("tel:+687471234"));
            Assert.That(page.Text, Does.Contain("Quartier de la gare routière, 98859 Koné"));
            Assert.That(
                page.Document.QuerySelectorAll("main li").Select(li => li.TextContent),
                Has.One.StartsWith("Mardi")
            );
        });
    }

    [Test]
    public async Task The_people_of_the_space_stay_unknown_to_the_public()
    {
        await using var app = await App.StartAsync();
        await app.SendAsync(Given.LesBanians);

        var page = await app.Anonymous().GetAsync("/espaces/les-banians");

        var main = page.Document.QuerySelector("main")!.InnerHtml;
        Assert.That(main, Does.Not.Contain("Marie-Rose").And.Not.Contain("751234").And.Not.Contain("@"));
    }

    [Test]
    public async Task A_space_that_never_was_is_not_found()
    {
        await using var app = await App.StartAsync();

        Assert.That(
            (await app.Anonymous().GetAsync("/espaces/nulle-part")).Status,
            Is.EqualTo(HttpStatusCode.NotFound)
        );
    }
}
