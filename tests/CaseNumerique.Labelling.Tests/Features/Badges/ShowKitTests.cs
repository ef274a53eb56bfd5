using System.Net;
using CaseNumerique.Labelling.Tests.Features.Verification;
using CaseNumerique.SharedKernel;
using CaseNumerique.TestKit;
using NUnit.Framework;

namespace CaseNumerique.Labelling.Tests.Features.Badges;

public class ShowKitTests
{
    private const string Url = "/gestion/labellisation/labels/CASE-001/kit";

    [TestCase(Roles.Manager, true, HttpStatusCode.OK)]
    [TestCase(Roles.Facilitator, true, HttpStatusCode.OK)]
    [TestCase(Roles.Agent, false, HttpStatusCode.OK)]
    [TestCase(Roles.Manager, false, HttpStatusCode.NotFound)]
    [TestCase(Roles.Committee, false, HttpStatusCode.NotFound)]
    public async Task It_is_for_the_people_of_the_place_and_of_EcoNum(string role, bool isOwn, HttpStatusCode status)
    {
        await using var app = await VerifyLabelTests.StartAsync();
        var browser = await app.BrowserAsync(role, isOwn ? [Given.EpnId] : []);

        Assert.That((await browser.GetAsync(Url)).Status, Is.EqualTo(status));
    }

    [Test]
    public async Task It_gives_the_code_to_copy_and_the_drawings()
    {
        await using var app = await VerifyLabelTests.StartAsync();
        var browser = await app.BrowserAsync(Roles.Manager, Given.EpnId);

        var page = await browser.GetAsync(Url);

        Assert.Multiple(() =>
        {
            Assert.That(
                page.Document.QuerySelector("textarea")!.TextContent,
                Does.StartWith("<a href=\"http://localhost:5080/verification/CASE-001\"><img src=")
                    .And.Contain("alt=\"Vérifier le label Case numérique CASE-001\"")
            );
            Assert.That(page.Document.QuerySelectorAll("main a[download]"), Has.Length.EqualTo(4));
        });
    }

    [Test]
    public async Task A_suspended_label_keeps_its_badge_and_loses_its_plaque()
    {
        await using var app = await VerifyLabelTests.StartAsync();
        await app.ChangeAsync("CASE-001", "suspension");
        var browser = await app.BrowserAsync(Roles.Manager, Given.EpnId);

        var page = await browser.GetAsync(Url);

        Assert.That(page.Document.QuerySelectorAll("main a[download]"), Has.Length.EqualTo(2));
        Assert.That(page.Text, Does.Contain("La plaque n’est plus à afficher"));
    }
}
