using CaseNumerique.Resources.Features.Kits;
using CaseNumerique.SharedKernel;
using CaseNumerique.TestKit;
using NUnit.Framework;

namespace CaseNumerique.Resources.Tests.Features.Kits;

internal sealed class BrowseKitsTests
{
    [Test]
    public async Task An_empty_library_says_why()
    {
        await using var app = await App.StartAsync();

        var page = await app.Anonymous().GetAsync("/ateliers");

        Assert.That(
            page.Document.QuerySelector(".empty h3")?.TextContent,
            Does.Contain("Aucun atelier n’est encore publié")
        );
    }

    [Test]
    public async Task A_long_list_goes_on_at_the_next_page()
    {
        await using var app = await App.StartAsync();
        for (var number = 1; number <= 13; number++)
        {
            await app.SendAsync(Kits.Good with { Title = $"Atelier {number:00}" });
        }

        var page = await app.Anonymous().GetAsync("/ateliers?hors-ligne=true&page=2");

        Assert.That(
            page.Document.QuerySelectorAll(".lines h3 a").Select(a => a.GetAttribute("href")),
            Is.EqualTo(["/ateliers/atelier-13"])
        );
    }

    [TestCase("?q=video+CLONAGE", new[] { "video-le-clonage" })]
    [TestCase("?q=recherche+d%27emploi", new[] { "recherche-d-emploi" })]
    [TestCase("?duree=courte", new[] { "video-le-clonage" })]
    [TestCase("?duree=longue", new[] { "recherche-d-emploi" })]
    [TestCase("?hors-ligne=true", new[] { "video-le-clonage" })]
    [TestCase("?duree=inconnue&page=99", new[] { "recherche-d-emploi", "video-le-clonage" })]
    public async Task Filters_stand_in_the_address(string query, string[] slugs)
    {
        await using var app = await StartWithTwoAsync();

        var page = await app.Anonymous().GetAsync($"/ateliers{query}");

        Assert.That(
            page.Document.QuerySelectorAll(".lines h3 a").Select(a => a.GetAttribute("href")),
            Is.EqualTo(slugs.Select(slug => $"/ateliers/{slug}"))
        );
    }

    [Test]
    public async Task A_search_without_result_offers_a_way_on()
    {
        await using var app = await StartWithTwoAsync();

        var page = await app.Anonymous().GetAsync("/ateliers?q=poterie");

        Assert.That(page.Document.QuerySelector(".empty a")?.GetAttribute("href"), Is.EqualTo("/ateliers"));
        Assert.That(page.Document.QuerySelector("#q")?.GetAttribute("value"), Is.EqualTo("poterie"));
    }

    [Test]
    public async Task A_long_library_is_read_in_pages()
    {
        await using var app = await App.StartAsync();
        foreach (var number in Enumerable.Range(10, 13))
        {
            await app.SendAsync(Kits.Good with { Title = $"Atelier {number}" });
        }

        var second = await app.SendAsync(new BrowseKits.Query(null, null, OfflineOnly: false, Page: 2));

        Assert.That(second.Rows.Select(k => k.Title), Is.EqualTo(["Atelier 22"]));
    }

    [Test]
    public async Task Only_EcoNum_sees_the_way_to_publish()
    {
        await using var app = await App.StartAsync();
        const string Link = "a[href='/gestion/ateliers/nouveau']";

        var asAgent = await (await app.BrowserAsync(Roles.Agent)).GetAsync("/ateliers");
        var asNobody = await app.Anonymous().GetAsync("/ateliers");

        Assert.That(asAgent.Document.QuerySelector(Link), Is.Not.Null);
        Assert.That(asNobody.Document.QuerySelector(Link), Is.Null);
    }

    private static async Task<App> StartWithTwoAsync()
    {
        var app = await App.StartAsync();
        await app.SendAsync(Kits.Good);
        await app.SendAsync(
            Kits.Good with
            {
                Title = "Recherche d’emploi",
                Summary = "Écrire un CV",
                Minutes = 150,
                Steps = "150 | Chercher",
                IsOfflinePossible = false,
            }
        );
        return app;
    }
}
