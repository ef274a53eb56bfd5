using System.Net;
using CaseNumerique.SharedKernel;
using CaseNumerique.TestKit;
using NUnit.Framework;

namespace CaseNumerique.Labelling.Tests.Features.CriteriaSets;

public class ReadCriteriaSetTests
{
    private const string Root = "/gestion/parametres/referentiels";

    [TestCase(Roles.Agent)]
    [TestCase(Roles.Committee)]
    [TestCase(Roles.Facilitator)]
    public async Task Whoever_is_signed_in_reads_the_version_in_force(string role)
    {
        await using var app = await App.StartAsync();
        var browser = await app.BrowserAsync(role);

        var list = await browser.GetAsync(Root);
        var page = await browser.GetAsync($"{Root}/1");

        Assert.That(list.Text, Does.Contain("Version 1, Référentiel proposé").And.Contain("En vigueur"));
        Assert.That(list.Document.QuerySelector($"a[href='{Root}/nouveau']"), Is.Null);
        Assert.That(page.Document.QuerySelectorAll("tr[id^=critere-]").Length, Is.EqualTo(43));
        Assert.That(page.Document.QuerySelector("a[href*='/criteres/']"), Is.Null);
        Assert.That(
            page.Document.QuerySelector("#critere-B1")!.TextContent,
            Does.Contain("obligatoire, poids\u00A03").And.Contain("Tribu ou île").And.Contain("12 heures par semaine")
        );
    }

    [Test]
    public async Task A_draft_is_for_the_people_of_EcoNum()
    {
        await using var app = await App.StartAsync();
        await app.DraftAsync();
        var manager = await app.BrowserAsync(Roles.Manager);
        var agent = await app.BrowserAsync(Roles.Agent);

        Assert.That((await manager.GetAsync($"{Root}/2")).Status, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That((await manager.GetAsync(Root)).Text, Does.Not.Contain("Référentiel revu"));
        var page = await agent.GetAsync($"{Root}/2");
        Assert.That(page.Text, Does.Contain("Référentiel revu"));
        Assert.That(page.Document.QuerySelector($"a[href='{Root}/2/publier']"), Is.Null);
    }

    [Test]
    public async Task Everybody_reads_the_criteria_in_force_without_an_account()
    {
        await using var app = await App.StartAsync();
        await app.DraftAsync();

        var page = await app.Anonymous().GetAsync("/criteres");

        Assert.That(page.Status, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(page.Document.QuerySelectorAll("tr[id^=critere-]").Length, Is.EqualTo(43));
        Assert.That(page.Text, Does.Contain("Référentiel version 1").And.Contain("60 % de tous les points"));
        Assert.That(page.Document.QuerySelector("a[href='/pre-diagnostic']"), Is.Not.Null);
    }
}
