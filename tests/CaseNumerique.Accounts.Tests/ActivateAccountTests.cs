using CaseNumerique.Accounts.Access;
using CaseNumerique.Accounts.Data;
using CaseNumerique.Accounts.Features.Accounts;
using CaseNumerique.TestKit;
using Microsoft.EntityFrameworkCore;
using NUnit.Framework;

namespace CaseNumerique.Accounts.Tests;

internal sealed class ActivateAccountTests
{
    private const string Email = "cheffe@econum.example";
    private const string Password = "quatre mots sans lien";

    [Test]
    public async Task The_link_sets_the_first_password_and_signs_in()
    {
        await using var app = await App.StartAsync();
        var link = await app.SendAsync(new CreateAdministrator.Command { Email = Email });

        var page = await ChooseAsync(app.Anonymous(), link, Password, Password);

        Assert.That(page.Url, Does.EndWith("/gestion"));
        Assert.That(page.Text, Does.Contain("Votre compte est ouvert."));
    }

    [Test]
    public async Task The_address_the_link_came_by_is_confirmed()
    {
        await using var app = await App.StartAsync();
        var link = await app.SendAsync(new CreateAdministrator.Command { Email = Email });

        await ChooseAsync(app.Anonymous(), link, Password, Password);

        Assert.That(
            await app.WithAsync((AccountsDbContext db) => db.Accounts.SingleAsync()),
            Has.Property("EmailConfirmed").True
        );
    }

    [Test]
    public async Task The_link_works_once()
    {
        await using var app = await App.StartAsync();
        var link = await app.SendAsync(new CreateAdministrator.Command { Email = Email });
        await ChooseAsync(app.Anonymous(), link, Password, Password);

        var page = await app.Anonymous().GetAsync(link);

        Assert.That(page.Text, Does.Contain("Ce lien n’est plus valable"));
    }

    [TestCase(-1, true)]
    [TestCase(1, false)]
    public async Task The_link_lasts_seventy_two_hours(int minutesMore, bool isGood)
    {
        await using var app = await App.StartAsync();
        var link = await app.SendAsync(new CreateAdministrator.Command { Email = Email });
        var browser = app.Anonymous();
        var form = await browser.GetAsync(link);

        app.Clock.Advance(TimeSpan.FromHours(72) + TimeSpan.FromMinutes(minutesMore));
        var page = await browser.SubmitAsync(
            form,
            "main form",
            new() { ["Form.Password"] = Password, ["Form.Repeated"] = Password }
        );

        Assert.That(page.Url.EndsWith("/gestion", StringComparison.Ordinal), Is.EqualTo(isGood), page.Text);
    }

    [TestCase("court", "court", "au moins 12 caractères")]
    [TestCase("motdepasse2026", "motdepasse2026", "moins courant")]
    [TestCase("la cheffe du réseau", "la cheffe du réseau", "sans votre nom")]
    [TestCase(Password, "autre chose que lui", "deux fois le même")]
    public async Task A_poor_password_is_refused_and_the_link_stays_good(string password, string repeated, string why)
    {
        await using var app = await App.StartAsync();
        var link = await app.SendAsync(new CreateAdministrator.Command { Email = Email });
        var browser = app.Anonymous();

        var page = await ChooseAsync(browser, link, password, repeated);

        Assert.That(page.Document.QuerySelector(".errors")?.TextContent, Does.Contain(why));
        Assert.That((await ChooseAsync(browser, link, Password, Password)).Url, Does.EndWith("/gestion"));
    }

    [TestCase("/connexion/activation")]
    [TestCase("/connexion/activation?jeton=y")]
    [TestCase("/connexion/activation?jeton=CfDJ8AAAAAAAAAAA")]
    public async Task A_made_up_link_opens_nothing(string link)
    {
        await using var app = await App.StartAsync();

        var page = await app.Anonymous().GetAsync(link);

        Assert.That(page.Text, Does.Contain("Ce lien n’est plus valable"));
    }

    private static async Task<Page> ChooseAsync(Browser browser, string link, string password, string repeated) =>
        await browser.SubmitAsync(
            await browser.GetAsync(link),
            "main form",
            new() { ["Form.Password"] = password, ["Form.Repeated"] = repeated }
        );
}
