using CaseNumerique.Labelling.Tests.Features.Verification;
using CaseNumerique.SharedKernel;
using CaseNumerique.TestKit;
using NUnit.Framework;

namespace CaseNumerique.Labelling.Tests.Features.Labels;

public class ListOwnLabelsTests
{
    private const string Url = "/gestion/labellisation/mes-labels";

    [TestCase(Roles.Manager, "kit", "fermeture", "renonciation")]
    [TestCase(Roles.Facilitator, "kit")]
    public async Task Each_sees_their_own_label_and_what_they_may_do(string role, params string[] pages)
    {
        await using var app = await VerifyLabelTests.StartAsync();
        var browser = await app.BrowserAsync(role, Given.EpnId);

        var page = await browser.GetAsync(Url);

        var links = page.Document.QuerySelectorAll("main .actions a").Select(a => a.GetAttribute("href")!);
        Assert.That(
            links.Where(l => l.StartsWith("/gestion", StringComparison.Ordinal)).Select(l => l.Split('/')[^1]),
            Is.EqualTo(pages)
        );
    }

    [Test]
    public async Task Those_without_a_label_are_told_when_it_comes()
    {
        await using var app = await VerifyLabelTests.StartAsync();
        var browser = await app.BrowserAsync(Roles.Manager);

        Assert.That((await browser.GetAsync(Url)).Text, Does.Contain("Votre espace n’a pas encore de label"));
    }
}
