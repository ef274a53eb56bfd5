using System.Net;
using CaseNumerique.SharedKernel;
using CaseNumerique.TestKit;
using NUnit.Framework;

namespace CaseNumerique.Accounts.Tests.Features.People;

internal sealed class ShowAccountTests
{
    [Test]
    public async Task An_agent_reads_and_finds_nothing_to_act_on()
    {
        await using var app = await App.StartAsync();
        var id = await Given.Joseph.EnsureAsync(app);
        var browser = await app.BrowserAsync(Given.Bastien);

        var page = await browser.GetAsync($"/gestion/comptes/{id}");

        Assert.That(page.Text, Does.Contain("Espace d’essai"));
        Assert.That(page.Text, Does.Contain("Gestionnaire, depuis le 24 novembre 2026"));
        Assert.That(
            page.Document.QuerySelectorAll($"main a[href^='/gestion/comptes/{id}/']")
                .Select(a => a.GetAttribute("href")),
            Is.EqualTo(new[] { $"/gestion/comptes/{id}/voir" })
        );
    }

    [TestCase("inviter")]
    [TestCase("nom")]
    [TestCase("roles")]
    [TestCase("fermer")]
    [TestCase("rouvrir")]
    [TestCase("second-facteur")]
    [TestCase("remplacement")]
    [TestCase("invitations/7d444840-9dc0-11d1-b245-5ffdce74fad2/annuler")]
    public async Task No_act_is_open_to_an_agent(string act)
    {
        await using var app = await App.StartAsync();
        var id = await Given.Joseph.EnsureAsync(app);
        var browser = await app.BrowserAsync(Given.Bastien);

        var page = await browser.GetAsync($"/gestion/comptes/{id}/{act}");

        Assert.That(page.Status, Is.EqualTo(HttpStatusCode.Forbidden));
    }

    [TestCase("")]
    [TestCase("/nom")]
    [TestCase("/voir")]
    [TestCase("/remplacement")]
    public async Task An_account_that_does_not_exist_is_not_found(string act)
    {
        await using var app = await App.StartAsync();
        var browser = await app.BrowserAsync(Given.Nadege);

        var page = await browser.GetAsync($"/gestion/comptes/{Guid.NewGuid()}{act}");

        Assert.That(page.Status, Is.EqualTo(HttpStatusCode.NotFound));
    }

    [Test]
    public async Task Open_sessions_are_counted_until_they_are_idle()
    {
        await using var app = await App.StartAsync();
        await app.BrowserAsync(Given.Joseph);
        await app.BrowserAsync(Given.Joseph);
        var id = (await app.AccountAsync(Given.Joseph.Email)).Id;

        var page = await (await app.BrowserAsync(Given.Bastien)).GetAsync($"/gestion/comptes/{id}");
        app.Clock.Advance(TimeSpan.FromMinutes(31));
        var later = await (await app.BrowserAsync(Given.Bastien)).GetAsync($"/gestion/comptes/{id}");

        Assert.That(page.Text, Does.Contain("Sessions ouvertes2"));
        Assert.That(later.Text, Does.Contain("Sessions ouvertes0"));
    }
}
