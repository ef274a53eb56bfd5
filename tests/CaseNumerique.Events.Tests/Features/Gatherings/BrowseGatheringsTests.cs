using CaseNumerique.TestKit;
using NUnit.Framework;

namespace CaseNumerique.Events.Tests.Features.Gatherings;

internal sealed class BrowseGatheringsTests
{
    [Test]
    public async Task Without_any_gathering_the_page_says_so()
    {
        await using var app = await App.StartAsync();

        var page = await app.Anonymous().GetAsync("/rencontres");

        Assert.That(page.Document.QuerySelector(".empty h3")?.TextContent, Does.Contain("Aucune rencontre"));
    }

    [Test]
    public async Task What_comes_stands_first_then_the_past_newest_first()
    {
        await using var app = await App.StartAsync();
        await PublishAsync(app, 1, new DateOnly(2025, 5, 6));
        await PublishAsync(app, 2, new DateOnly(2026, 11, 23));
        await PublishAsync(app, 3, new DateOnly(2026, 11, 24));
        await PublishAsync(app, 4, new DateOnly(2027, 3, 9));

        var page = await app.Anonymous().GetAsync("/rencontres");

        Assert.That(
            page.Document.QuerySelectorAll(".lines h3").Select(h => h.TextContent),
            Is.EqualTo(["Rencontre 3", "Rencontre 4", "Rencontre 2", "Rencontre 1"])
        );
        Assert.That(
            page.Document.QuerySelectorAll("section").Select(s => s.QuerySelectorAll("h3").Length),
            Is.EqualTo([2, 2])
        );
    }

    [Test]
    public async Task A_gathering_carries_its_date_block()
    {
        await using var app = await App.StartAsync();
        await app.SendAsync(Gatherings.Good);

        var page = await app.Anonymous().GetAsync("/rencontres");

        var block = page.Document.QuerySelector("time.day");
        Assert.That(
            (block?.GetAttribute("datetime"), block?.QuerySelector("b")?.TextContent),
            Is.EqualTo(("2027-03-09", "9–10"))
        );
    }

    private static Task<string> PublishAsync(App app, int edition, DateOnly day) =>
        app.SendAsync(
            Gatherings.Good with
            {
                Edition = edition,
                Title = $"Rencontre {edition}",
                StartsOn = day,
                EndsOn = day,
                RegistrationOpensOn = null,
                RegistrationClosesOn = null,
                Agenda = "8 h | 60 | bilan | Bilan",
            }
        );
}
