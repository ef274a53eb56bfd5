using CaseNumerique.Network.Features.Epns;
using CaseNumerique.TestKit;
using NUnit.Framework;

namespace CaseNumerique.Network.Tests.Features.Epns;

public class BrowseEpnsTests
{
    [Test]
    public async Task Everybody_sees_the_open_spaces_only()
    {
        await using var app = await App.StartAsync();
        await app.SendAsync(Given.LesBanians);
        await app.SendAsync(Given.Emeraude);
        await app.SendAsync(new CloseEpn.Command { Slug = "les-banians", Reason = "Fin du bail" });

        var page = await app.Anonymous().GetAsync("/espaces");

        Assert.That(NamesOf(page), Is.EqualTo(new[] { "Case de l’Émeraude" }));
    }

    [TestCase("?q=emeraude")]
    [TestCase("?commune=lifou")]
    [TestCase("?province=%C3%8Eles+Loyaut%C3%A9")]
    public async Task A_filter_holds_for_the_list_and_for_the_map(string query)
    {
        await using var app = await App.StartAsync();
        await app.SendAsync(Given.LesBanians);
        await app.SendAsync(Given.Emeraude);

        var page = await app.Anonymous().GetAsync($"/espaces{query}");

        Assert.Multiple(() =>
        {
            Assert.That(NamesOf(page), Is.EqualTo(new[] { "Case de l’Émeraude" }));
            Assert.That(PointsOf(page), Is.EqualTo(new[] { "Lifou\u00A0: 1\u00A0espace" }));
        });
    }

    [Test]
    public async Task The_map_holds_the_same_places_as_the_list()
    {
        await using var app = await App.StartAsync();
        await app.SendAsync(Given.Emeraude);
        await app.SendAsync(Given.LesBanians with { InseeCode = "98818" });
        await app.SendAsync(Given.LesBanians with { InseeCode = "98805" });
        await app.SendAsync(Given.Emeraude with { InseeCode = "98805" });

        var page = await app.Anonymous().GetAsync("/espaces");

        Assert.Multiple(() =>
        {
            Assert.That(page.Document.QuerySelector("#res")?.TextContent, Is.EqualTo("4\u00A0espaces"));
            Assert.That(
                PointsOf(page),
                Is.EqualTo(new[] { "Lifou\u00A0: 1\u00A0espace", "Grand Nouméa\u00A0: 3\u00A0espaces" })
            );
        });
    }

    [Test]
    public async Task A_merged_point_leads_to_all_its_communes()
    {
        await using var app = await App.StartAsync();
        await app.SendAsync(Given.LesBanians with { InseeCode = "98818" });
        await app.SendAsync(Given.LesBanians with { InseeCode = "98805" });
        await app.SendAsync(Given.Emeraude);
        var browser = app.Anonymous();
        var map = await browser.GetAsync("/espaces");
        var point = map.Document.QuerySelectorAll("svg.map a").Single(a => a.QuerySelector("text") is not null);

        var page = await browser.GetAsync(point.GetAttribute("href")!);

        Assert.That(NamesOf(page), Is.EqualTo(new[] { "Les Banians", "Les Banians" }));
    }

    [Test]
    public async Task A_long_list_goes_on_at_the_next_page()
    {
        await using var app = await App.StartAsync();
        for (var number = 1; number <= 21; number++)
        {
            await app.SendAsync(Given.LesBanians with { Name = $"Relais {number:00}" });
        }

        var browser = app.Anonymous();
        var first = await browser.GetAsync("/espaces?province=Nord");

        var next = await browser.GetAsync(
            "/espaces" + first.Document.QuerySelector("a[rel=next]")!.GetAttribute("href")!
        );

        Assert.Multiple(() =>
        {
            Assert.That(NamesOf(first), Has.Length.EqualTo(20));
            Assert.That(NamesOf(next), Is.EqualTo(new[] { "Relais 21" }));
        });
    }

    [Test]
    public async Task An_empty_answer_leads_back_to_all()
    {
        await using var app = await App.StartAsync();

        var page = await app.Anonymous().GetAsync("/espaces?q=introuvable");

        Assert.That(page.Document.QuerySelector(".empty a")?.GetAttribute("href"), Is.EqualTo("/espaces"));
    }

    private static string[] NamesOf(Page page) =>
        [.. page.Document.QuerySelectorAll(".lines h3").Select(h => h.TextContent.Trim())];

    private static string?[] PointsOf(Page page) =>
        [.. page.Document.QuerySelectorAll("svg.map a").Select(a => a.GetAttribute("aria-label"))];
}
