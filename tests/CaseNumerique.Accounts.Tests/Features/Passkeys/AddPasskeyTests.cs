using CaseNumerique.Accounts.Features.Passkeys;
using CaseNumerique.SharedKernel;
using CaseNumerique.TestKit;
using NUnit.Framework;

namespace CaseNumerique.Accounts.Tests.Features.Passkeys;

internal sealed class AddPasskeyTests
{
    private static readonly string _refused = FrenchText.Typeset(AddPasskey.Refusal);

    [Test]
    public async Task A_key_is_tied_to_the_account_and_the_person_is_told()
    {
        await using var app = await App.StartAsync(new() { ["Portal:BaseUrl"] = SoftKey.Site });
        using var key = new SoftKey();
        var browser = await app.BrowserAsync(Own.Own.Marie);

        var list = await Keys.AddAsync(browser, key, " Mon téléphone ");

        Assert.That(list.Document.QuerySelector(".lines h2")!.TextContent, Is.EqualTo("Mon téléphone"));
        Assert.That(list.Text, Does.Contain("La clé d’accès est ajoutée."));
        Assert.That((await browser.GetAsync("/mon-compte")).Text, Does.Contain("Clés d’accès1 clé"));
        Assert.That((await browser.GetAsync("/mon-compte/donnees")).Text, Does.Contain("Mon téléphone"));
        Assert.That((await Own.Own.MailsAsync(app)).Single().TextBody, Does.Contain("permet maintenant de vous"));
        var line = (await app.JournalAsync("Accounts.AddPasskey")).Single();
        Assert.That(line.Entry.Title, Is.EqualTo("Clé d’accès ajoutée"));
    }

    [Test]
    public async Task Without_a_name_or_a_key_nothing_is_saved_and_the_page_says_what_to_do()
    {
        await using var app = await App.StartAsync();
        var browser = await app.BrowserAsync(Own.Own.Marie);

        var page = await browser.SubmitAsync(await browser.GetAsync(Keys.AddPath), "main form", []);

        var errors = Own.Own.ErrorsOf(page);
        Assert.That(errors, Does.Contain("Nommez la clé").And.Contain(FrenchText.Typeset(AddPasskey.NotMade)));
        Assert.That(page.Body, Does.Contain("Une clé d’accès demande JavaScript"));
        Assert.That(await Keys.StoredAsync(app), Is.Empty);
    }

    [TestCase("https://localhost.example")]
    [TestCase("http://localhost")]
    public async Task A_key_made_for_another_site_is_refused(string origin)
    {
        await using var app = await App.StartAsync(new() { ["Portal:BaseUrl"] = SoftKey.Site });
        using var key = new SoftKey { Origin = origin };

        var page = await Keys.AddAsync(await app.BrowserAsync(Own.Own.Marie), key);

        Assert.That(Own.Own.ErrorsOf(page), Does.Contain(_refused));
        Assert.That(page.Document.QuerySelector("#Form_Name")!.GetAttribute("value"), Is.EqualTo("Mon téléphone"));
        Assert.That(await Keys.StoredAsync(app), Is.Empty);
    }

    [Test]
    public async Task A_device_that_does_not_verify_its_owner_is_refused()
    {
        await using var app = await App.StartAsync(new() { ["Portal:BaseUrl"] = SoftKey.Site });
        using var key = new SoftKey { IsVerified = false };

        var page = await Keys.AddAsync(await app.BrowserAsync(Own.Own.Marie), key);

        Assert.That(Own.Own.ErrorsOf(page), Does.Contain(_refused));
        Assert.That(await Keys.StoredAsync(app), Is.Empty);
    }

    [Test]
    public async Task A_challenge_serves_once_and_for_five_minutes()
    {
        await using var app = await App.StartAsync(new() { ["Portal:BaseUrl"] = SoftKey.Site });
        using var key = new SoftKey();
        using var other = new SoftKey();
        var browser = await app.BrowserAsync(Own.Own.Marie);
        var page = await browser.GetAsync(Keys.AddPath);
        var challenge = await Keys.ChallengeAsync(browser, page);
        await SendAsync(key.Create(challenge));

        var again = await SendAsync(other.Create(challenge));
        challenge = await Keys.ChallengeAsync(browser, page);
        app.Clock.Advance(TimeSpan.FromMinutes(6));
        var late = await SendAsync(other.Create(challenge));

        Assert.That(Own.Own.ErrorsOf(again), Does.Contain(_refused));
        Assert.That(Own.Own.ErrorsOf(late), Does.Contain(_refused));
        Assert.That(await Keys.StoredAsync(app), Has.Count.EqualTo(1));

        Task<Page> SendAsync(string credential) =>
            browser.SubmitAsync(page, "main form", new() { ["Form.Name"] = "Clé", ["Form.Credential"] = credential });
    }

    [Test]
    public async Task A_challenge_given_to_another_person_is_refused()
    {
        await using var app = await App.StartAsync(new() { ["Portal:BaseUrl"] = SoftKey.Site });
        using var key = new SoftKey();
        var browser = await app.BrowserAsync(Own.Own.Marie);
        var credential = key.Create(await Keys.ChallengeAsync(browser, await browser.GetAsync(Keys.AddPath)));
        // Somebody else signs in on the machine, whose browser still holds the challenge.
        await new Person("paul@epn.example", Roles.Manager).EnsureAsync(app);
        await browser.SubmitAsync(await browser.GetAsync("/deconnexion"), "main form", []);
        await browser.SubmitAsync(
            await browser.GetAsync("/connexion"),
            "main form",
            new() { ["Form.Email"] = "paul@epn.example", ["Form.Password"] = App.Password }
        );

        var page = await browser.SubmitAsync(
            await browser.GetAsync(Keys.AddPath),
            "main form",
            new() { ["Form.Name"] = "Clé", ["Form.Credential"] = credential }
        );

        Assert.That(Own.Own.ErrorsOf(page), Does.Contain(_refused));
        Assert.That(await Keys.StoredAsync(app), Is.Empty);
    }

    [Test]
    public async Task An_old_session_proves_itself_first()
    {
        await using var app = await App.StartAsync();
        var browser = await app.BrowserAsync(Own.Own.Marie);
        Own.Own.GrowOld(app);

        var page = await browser.GetAsync(Keys.AddPath);

        Assert.That(page.Url, Does.Contain("/mon-compte/verification?retour="));
    }
}
