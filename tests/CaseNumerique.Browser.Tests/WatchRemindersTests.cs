using System.Web;
using Microsoft.Playwright;
using NUnit.Framework;

namespace CaseNumerique.Browser.Tests;

/// <summary>What an agent does each morning, on a telephone or at a desk, whether scripts run or not.</summary>
[TestFixture(360, true)]
[TestFixture(360, false)]
[TestFixture(1280, true)]
[TestFixture(1280, false)]
public sealed class WatchRemindersTests(int width, bool hasJavaScript)
{
    private IPage _page = null!;

    [SetUp]
    public async Task OpenAsync()
    {
        _page = await Site.OpenAsync(People.Agent, width, hasJavaScript);
        await _page.GotoAsync("/gestion/relances");
    }

    [TearDown]
    public Task CloseAsync() => _page?.Context.CloseAsync() ?? Task.CompletedTask;

    [Test]
    public async Task The_reminders_of_the_day_are_there() =>
        Assert.Multiple(async () =>
        {
            Assert.That(
                await _page.Locator("#jour").InnerTextAsync(),
                Does.Contain("mardi 24\u00A0novembre\u00A02026")
            );
            Assert.That(await _page.Locator("tbody tr:visible .tag.done").CountAsync(), Is.GreaterThan(0));
        });

    [Test]
    public async Task A_day_to_come_shows_what_would_go_and_writes_nothing()
    {
        var link = await _page.Locator(".days a").First.GetAttributeAsync("href");
        var day = HttpUtility.ParseQueryString(link!.Split('?', '#')[1])["le"]!;
        var before = await Store.CountRowsAsync();

        await _page.GetByLabel("Date à regarder").FillAsync(day);
        await _page.GetByRole(AriaRole.Button, new() { Name = "Regarder ce jour" }).ClickAsync();
        await _page.Locator("#jour", new() { HasText = "Ce qui partirait" }).WaitForAsync();

        Assert.Multiple(async () =>
        {
            Assert.That(await _page.Locator("tbody tr:visible").CountAsync(), Is.GreaterThan(0));
            Assert.That(await Store.CountRowsAsync(), Is.EqualTo(before));
        });
    }

    [Test]
    public async Task Those_without_address_are_called_at_a_touch()
    {
        var call = _page.Locator("section:has(#appels) a[href^='tel:+687']").First;

        Assert.That(await call.InnerTextAsync(), Does.StartWith("Appeler le "));
    }

    [Test]
    public async Task A_mail_can_be_read_as_text_and_as_it_looks()
    {
        await _page.GetByRole(AriaRole.Link, new() { Name = "Lire le courriel" }).First.ClickAsync();
        var text = await _page.Locator("pre.mail").InnerTextAsync();

        await _page.GetByRole(AriaRole.Link, new() { Name = "Voir la version mise en forme" }).ClickAsync();
        await _page.Locator("a.bouton").WaitForAsync();

        Assert.Multiple(async () =>
        {
            Assert.That(text, Does.StartWith("Bonjour "));
            Assert.That(await _page.Locator("h1").InnerTextAsync(), Does.Contain("label expire"));
        });
    }
}
