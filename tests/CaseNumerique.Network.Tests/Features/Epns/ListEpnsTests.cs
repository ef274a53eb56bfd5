using System.Net;
using CaseNumerique.SharedKernel;
using CaseNumerique.TestKit;
using NUnit.Framework;

namespace CaseNumerique.Network.Tests.Features.Epns;

public class ListEpnsTests
{
    [Test]
    public async Task The_committee_does_not_see_the_list()
    {
        await using var app = await App.StartAsync();
        var browser = await app.BrowserAsync(Roles.Committee);

        Assert.That((await browser.GetAsync("/gestion/reseau")).Status, Is.EqualTo(HttpStatusCode.Forbidden));
    }

    [TestCase(Roles.Manager)]
    [TestCase(Roles.Facilitator)]
    public async Task Those_who_act_for_a_space_see_their_own_only(string role)
    {
        await using var app = await App.StartAsync();
        await app.SendAsync(Given.LesBanians);
        await app.SendAsync(Given.Emeraude);
        var browser = await app.BrowserAsync(role, await app.EpnIdAsync());

        var page = await browser.GetAsync("/gestion/reseau?q=emeraude");
        var all = await browser.GetAsync("/gestion/reseau");

        Assert.Multiple(() =>
        {
            Assert.That(NamesOf(page), Is.Empty);
            Assert.That(NamesOf(all), Is.EqualTo(new[] { "Les Banians" }));
            Assert.That(all.Document.QuerySelector("header a[aria-current]")?.TextContent, Is.EqualTo("Mon espace"));
            Assert.That(all.Document.QuerySelector("a[href='/gestion/reseau/nouveau']"), Is.Null);
        });
    }

    [TestCase("emeraude", "Case de l’Émeraude")]
    [TestCase("L'EMERAUDE", "Case de l’Émeraude")]
    [TestCase("kone", "Les Banians")]
    [TestCase("gare routiere", "Les Banians")]
    public async Task The_search_ignores_accents_case_and_apostrophes(string search, string found)
    {
        await using var app = await App.StartAsync();
        await app.SendAsync(Given.LesBanians);
        await app.SendAsync(Given.Emeraude);

        var page = await ListAsync(app, $"?q={Uri.EscapeDataString(search)}");

        Assert.That(NamesOf(page), Is.EqualTo(new[] { found }));
    }

    [Test]
    public async Task The_province_narrows_the_list()
    {
        await using var app = await App.StartAsync();
        await app.SendAsync(Given.LesBanians);
        await app.SendAsync(Given.Emeraude);

        var page = await ListAsync(app, "?province=%C3%8Eles%20Loyaut%C3%A9");

        Assert.Multiple(() =>
        {
            Assert.That(NamesOf(page), Is.EqualTo(new[] { "Case de l’Émeraude" }));
            Assert.That(page.Document.QuerySelector("h2")?.TextContent, Is.EqualTo("1\u00A0espace"));
        });
    }

    [Test]
    public async Task Those_that_mails_cannot_reach_are_marked_and_can_be_listed()
    {
        await using var app = await App.StartAsync();
        await app.SendAsync(Given.LesBanians with { ManagerEmail = null });
        await app.SendAsync(Given.Emeraude);

        var page = await ListAsync(app, "?courriel=sans");

        Assert.Multiple(() =>
        {
            Assert.That(NamesOf(page), Is.EqualTo(new[] { "Les Banians" }));
            Assert.That(page.Document.QuerySelector("td .tag.todo")?.TextContent, Is.EqualTo("Sans courriel"));
        });
    }

    [Test]
    public async Task Those_that_mails_cannot_reach_are_work_to_do()
    {
        await using var app = await App.StartAsync();
        await app.SendAsync(Given.LesBanians with { ManagerEmail = null });
        var browser = await app.BrowserAsync(Roles.Agent);

        var page = await browser.GetAsync("/gestion");

        Assert.That(page.Document.QuerySelector(".todo a[href='/gestion/reseau?courriel=sans']"), Is.Not.Null);
    }

    [Test]
    public async Task A_long_list_comes_in_pages_that_keep_the_filters()
    {
        await using var app = await App.StartAsync();
        for (var number = 1; number <= 21; number++)
        {
            await app.SendAsync(Given.LesBanians with { Name = $"Relais {number:00}" });
        }

        var page = await ListAsync(app, "?q=relais&page=2");

        Assert.Multiple(() =>
        {
            Assert.That(NamesOf(page), Is.EqualTo(new[] { "Relais 21" }));
            Assert.That(page.Document.QuerySelector("a[rel=prev]")?.GetAttribute("href"), Does.Contain("q=relais"));
        });
    }

    [Test]
    public async Task An_empty_answer_says_what_to_try()
    {
        await using var app = await App.StartAsync();

        var page = await ListAsync(app, "?q=introuvable");

        Assert.That(page.Document.QuerySelector(".empty a")?.GetAttribute("href"), Is.EqualTo("/gestion/reseau"));
    }

    private static async Task<Page> ListAsync(App app, string query)
    {
        var browser = await app.BrowserAsync(Roles.Agent);
        return await browser.GetAsync($"/gestion/reseau{query}");
    }

    private static string[] NamesOf(Page page) =>
        [.. page.Document.QuerySelectorAll("tbody th").Select(th => th.TextContent.Trim())];
}
