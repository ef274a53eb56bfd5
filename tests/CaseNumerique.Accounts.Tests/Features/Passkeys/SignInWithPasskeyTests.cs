using CaseNumerique.Accounts.Data;
using CaseNumerique.Accounts.Features.Passkeys;
using CaseNumerique.Accounts.Features.People;
using CaseNumerique.SharedKernel;
using CaseNumerique.TestKit;
using Microsoft.EntityFrameworkCore;
using NUnit.Framework;

namespace CaseNumerique.Accounts.Tests.Features.Passkeys;

internal sealed class SignInWithPasskeyTests
{
    [Test]
    public async Task A_key_opens_a_session_with_both_factors_and_leads_on()
    {
        await using var app = await StartAsync();
        using var key = new SoftKey();
        await Keys.AddAsync(await app.BrowserAsync(Own.Own.Agent), key);
        app.Clock.Advance(TimeSpan.FromMinutes(1));

        var page = await Keys.SignInAsync(app.Anonymous(), key, "?retour=/gestion/comptes");

        // A page of ÉcoNum, whose roles sleep without a second factor.
        Assert.That((new Uri(page.Url).AbsolutePath, (int)page.Status), Is.EqualTo(("/gestion/comptes", 200)));
        var session = await app.WithAsync(
            (AccountsDbContext db) => db.Sessions.OrderByDescending(s => s.StartedAt).FirstAsync()
        );
        Assert.That((session.Method, session.StrongSince), Is.EqualTo((SignInMethod.Passkey, app.Clock.UtcNow)));
        Assert.That((await app.JournalAsync("account.signed-in"))[^1].Entry.Title, Does.Contain("second facteur"));
    }

    [Test]
    public async Task It_serves_again_and_a_copy_that_counts_less_is_refused()
    {
        await using var app = await StartAsync();
        using var key = new SoftKey();
        await Keys.AddAsync(await app.BrowserAsync(Own.Own.Marie), key);
        await Keys.SignInAsync(app.Anonymous(), key);

        var again = await Keys.SignInAsync(app.Anonymous(), key);
        key.Count = 1;
        var copied = await Keys.SignInAsync(app.Anonymous(), key);

        Assert.That(again.Url, Does.EndWith("/gestion"));
        AssertRefused(copied);
        Assert.That(await app.JournalAsync("account.passkey-refused"), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task A_key_that_no_account_knows_is_refused_and_told_to_the_journal()
    {
        await using var app = await StartAsync();
        using var key = new SoftKey();
        using var unknown = new SoftKey();
        await Keys.AddAsync(await app.BrowserAsync(Own.Own.Marie), key);

        AssertRefused(await Keys.SignInAsync(app.Anonymous(), unknown));
        Assert.That(await app.JournalAsync("account.passkey-refused"), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Without_a_challenge_or_with_an_old_one_nothing_opens()
    {
        await using var app = await StartAsync();
        using var key = new SoftKey();
        await Keys.AddAsync(await app.BrowserAsync(Own.Own.Marie), key);
        var browser = app.Anonymous();
        var page = await browser.GetAsync("/connexion");
        var signed = key.Sign(await Keys.ChallengeAsync(browser, page));

        app.Clock.Advance(TimeSpan.FromMinutes(6));
        AssertRefused(await Keys.SendAsync(browser, page, signed));
        var other = app.Anonymous();
        var fresh = await other.GetAsync("/connexion");
        AssertRefused(await Keys.SendAsync(other, fresh, key.Sign(await Keys.ChallengeAsync(browser, page))));
        AssertRefused(await Keys.SendAsync(other, fresh, "{\"id\":3}"));
        AssertRefused(await Keys.SendAsync(other, fresh, "pas du JSON"));
    }

    [Test]
    public async Task What_was_signed_for_another_site_opens_nothing()
    {
        await using var app = await StartAsync();
        using var key = new SoftKey();
        await Keys.AddAsync(await app.BrowserAsync(Own.Own.Marie), key);
        var browser = app.Anonymous();
        var page = await browser.GetAsync("/connexion");
        key.Origin = "https://localhost.example";
        var signed = key.Sign(await Keys.ChallengeAsync(browser, page));

        AssertRefused(await Keys.SendAsync(browser, page, signed));
    }

    [Test]
    public async Task A_device_that_does_not_verify_its_owner_opens_nothing()
    {
        await using var app = await StartAsync();
        using var key = new SoftKey();
        await Keys.AddAsync(await app.BrowserAsync(Own.Own.Marie), key);
        key.IsVerified = false;

        AssertRefused(await Keys.SignInAsync(app.Anonymous(), key));
    }

    [Test]
    public async Task A_closed_account_stays_closed()
    {
        await using var app = await StartAsync();
        using var key = new SoftKey();
        await Keys.AddAsync(await app.BrowserAsync(Own.Own.Marie), key);
        var id = (await Own.Own.AccountAsync(app, Own.Own.Marie)).Id;
        await app.SendAsync(new CloseAccount.Command { AccountId = id, Reason = "Départ" });

        AssertRefused(await Keys.SignInAsync(app.Anonymous(), key));
    }

    [Test]
    public async Task Without_JavaScript_the_page_says_so_and_leads_to_the_password()
    {
        await using var app = await StartAsync();
        var browser = app.Anonymous();
        var page = await browser.GetAsync($"{Keys.SignInPath}?retour=/gestion/reseau");

        Assert.That(page.Body, Does.Contain("Une clé d’accès demande JavaScript"));
        Assert.That(
            page.Document.QuerySelector("main p > a")!.GetAttribute("href"),
            Is.EqualTo("/connexion?retour=%2Fgestion%2Freseau")
        );
        Assert.That(
            Own.Own.ErrorsOf(await Keys.SendAsync(browser, page, "")),
            Does.Contain(FrenchText.Typeset(SignInWithPasskey.NotGiven))
        );
    }

    private static void AssertRefused(Page page)
    {
        Assert.That(Own.Own.ErrorsOf(page), Does.Contain(FrenchText.Typeset(SignInWithPasskey.Refusal)));
        Assert.That(new Uri(page.Url).AbsolutePath, Is.EqualTo(Keys.SignInPath));
    }

    private static Task<App> StartAsync() => App.StartAsync(new() { ["Portal:BaseUrl"] = SoftKey.Site });
}
