using System.Net;
using CaseNumerique.SharedKernel;
using CaseNumerique.TestKit;
using NUnit.Framework;

namespace CaseNumerique.Network.Tests.Features.Epns;

public class ShowEpnTests
{
    [TestCase("")]
    [TestCase("/modifier")]
    [TestCase("/contacts")]
    [TestCase("/contacts/01990000-0000-7000-8000-000000000001")]
    [TestCase("/contacts/01990000-0000-7000-8000-000000000001/retirer")]
    [TestCase("/acces")]
    [TestCase("/acces/01990000-0000-7000-8000-000000000001")]
    public async Task The_space_of_others_answers_like_one_that_does_not_exist(string page)
    {
        await using var app = await App.StartAsync();
        await app.SendAsync(Given.LesBanians);
        await app.SendAsync(Given.Emeraude);
        var browser = await app.BrowserAsync(Roles.Manager, await app.EpnIdAsync());

        var others = await browser.GetAsync($"/gestion/reseau/case-de-l-emeraude{page}");
        var nowhere = await browser.GetAsync($"/gestion/reseau/nulle-part{page}");

        Assert.Multiple(() =>
        {
            Assert.That(others.Status, Is.EqualTo(HttpStatusCode.NotFound));
            Assert.That(nowhere.Status, Is.EqualTo(HttpStatusCode.NotFound));
            Assert.That(
                others.Document.QuerySelector("main")!.InnerHtml,
                Is.EqualTo(nowhere.Document.QuerySelector("main")!.InnerHtml)
            );
        });
    }

    [Test]
    public async Task Its_people_see_it_with_what_they_may_do()
    {
        await using var app = await App.StartAsync();
        await app.SendAsync(Given.LesBanians);
        var epnId = await app.EpnIdAsync();
        var manager = await app.BrowserAsync(Roles.Manager, epnId);
        var animator = await app.BrowserAsync(Roles.Facilitator, epnId);

        var edits = await manager.GetAsync("/gestion/reseau/les-banians");
        var reads = await animator.GetAsync("/gestion/reseau/les-banians");

        Assert.Multiple(() =>
        {
            Assert.That(edits.Document.QuerySelector("a[href$='/modifier']"), Is.Not.Null);
            Assert.That(edits.Document.QuerySelector("a[href$='/fermer']"), Is.Null);
            Assert.That(reads.Text, Does.Contain("Marie-Rose T."));
            Assert.That(
                reads.Document.QuerySelectorAll("main a.btn").Select(a => a.TextContent),
                Is.EqualTo(new[] { "Voir la fiche publique" })
            );
        });
    }
}
