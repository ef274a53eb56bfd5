using CaseNumerique.Accounts.Data;
using CaseNumerique.Accounts.Features.Passkeys;
using CaseNumerique.Accounts.Features.People;
using CaseNumerique.SharedKernel;
using CaseNumerique.TestKit;
using Microsoft.EntityFrameworkCore;
using NUnit.Framework;

namespace CaseNumerique.Accounts.Tests.Features.Passkeys;

internal sealed class RemovePasskeyTests
{
    [Test]
    public async Task A_removed_key_opens_nothing_and_the_person_is_told()
    {
        await using var app = await StartAsync();
        using var key = new SoftKey();
        using var other = new SoftKey();
        var browser = await app.BrowserAsync(Own.Own.Marie);
        await Keys.AddAsync(browser, key);
        await Keys.AddAsync(browser, other, "Clé de secours");
        var elsewhere = app.Anonymous();
        await Keys.SignInAsync(elsewhere, key);

        var list = await Keys.RemoveAsync(browser, key);

        Assert.That(list.Document.QuerySelector(".lines h2")!.TextContent, Is.EqualTo("Clé de secours"));
        Assert.That((await elsewhere.GetAsync("/gestion")).Url, Does.Contain("/connexion"));
        Assert.That(
            Own.Own.ErrorsOf(await Keys.SignInAsync(app.Anonymous(), key)),
            Does.Contain(FrenchText.Typeset(SignInWithPasskey.Refusal))
        );
        Assert.That((await Keys.SignInAsync(app.Anonymous(), other)).Url, Does.EndWith("/gestion"));
        Assert.That(
            (await Own.Own.MailsAsync(app)).Select(m => m.TextBody),
            Has.One.Contains("ne permet plus de vous connecter")
        );
        var line = (await app.JournalAsync("Accounts.RemovePasskey")).Single();
        Assert.That(line.Entry.Title, Is.EqualTo("Clé d’accès retirée"));
    }

    [Test]
    public async Task The_last_way_in_stays()
    {
        await using var app = await StartAsync();
        using var key = new SoftKey();
        var browser = await app.BrowserAsync(Own.Own.Marie);
        await Keys.AddAsync(browser, key);
        await app.WithAsync(
            (AccountsDbContext db) =>
                db.Accounts.ExecuteUpdateAsync(set => set.SetProperty(a => a.PasswordHash, (string?)null))
        );

        var page = await Keys.RemoveAsync(browser, key);

        Assert.That(Own.Own.ErrorsOf(page), Does.Contain(FrenchText.Typeset(RemovePasskey.LastWay)));
        Assert.That(await Keys.StoredAsync(app), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task The_key_of_another_person_does_not_exist()
    {
        await using var app = await StartAsync();
        using var key = new SoftKey();
        var page = await Keys.AddAsync(await app.BrowserAsync(Own.Own.Marie), key);
        var browser = await app.BrowserAsync(new Person("paul@epn.example", Roles.Manager));

        var theirs = await browser.GetAsync($"{Keys.ListPath}/retrait?cle={key.Id}");
        var none = await browser.GetAsync($"{Keys.ListPath}/retrait?cle=***");

        Assert.That((int)page.Status, Is.EqualTo(200));
        Assert.That(((int)theirs.Status, (int)none.Status), Is.EqualTo((404, 404)));
        Assert.ThrowsAsync<FluentValidation.ValidationException>(() =>
            app.SendAsync(new RemovePasskey.Command { Id = key.Id })
        );
    }

    [Test]
    public async Task An_old_session_proves_itself_first()
    {
        await using var app = await StartAsync();
        using var key = new SoftKey();
        var browser = await app.BrowserAsync(Own.Own.Marie);
        await Keys.AddAsync(browser, key);
        var path = $"{Keys.ListPath}/retrait?cle={key.Id}";
        var shown = await browser.GetAsync(path);
        Own.Own.GrowOld(app);

        foreach (var page in new[] { await browser.GetAsync(path), await browser.SubmitAsync(shown, "main form", []) })
        {
            Assert.That(page.Url, Does.EndWith($"/mon-compte/verification?retour={Uri.EscapeDataString(path)}"));
        }

        Assert.That(await Keys.StoredAsync(app), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task The_reset_of_a_second_factor_takes_the_keys_away()
    {
        await using var app = await StartAsync();
        using var key = new SoftKey();
        await Keys.AddAsync(await app.BrowserAsync(Own.Own.Marie), key);
        var id = (await Own.Own.AccountAsync(app, Own.Own.Marie)).Id;

        await app.SendAsync(new ResetSecondFactor.Command { AccountId = id, Reason = "Téléphone perdu" });

        Assert.That(await Keys.StoredAsync(app), Is.Empty);
    }

    private static Task<App> StartAsync() => App.StartAsync(new() { ["Portal:BaseUrl"] = SoftKey.Site });
}
