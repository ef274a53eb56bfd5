using System.Net;
using CaseNumerique.Accounts.Data;
using CaseNumerique.Accounts.Features.Accounts;
using CaseNumerique.Accounts.Features.Own;
using CaseNumerique.SharedKernel;
using CaseNumerique.TestKit;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using NUnit.Framework;

namespace CaseNumerique.Accounts.Tests.Features.Own;

internal sealed class EnrolTotpTests
{
    [Test]
    public async Task A_sleeping_role_wakes_at_once_and_the_person_goes_on_to_where_they_wanted()
    {
        await using var app = await App.StartAsync();
        var browser = await SleepingAgentAsync(app);
        var asked = await browser.GetAsync("/gestion/relances");

        var codes = await Own.EnrolAsync(app, browser, new Uri(asked.Url).Query);

        Assert.That(
            codes.Document.QuerySelector(".codes ~ form a")!.GetAttribute("href"),
            Is.EqualTo("/gestion/relances")
        );
        Assert.That((await browser.GetAsync("/gestion/relances")).Status, Is.EqualTo(HttpStatusCode.OK));
    }

    [Test]
    public async Task Ten_codes_are_shown_once_and_kept_as_hashes()
    {
        await using var app = await App.StartAsync();
        var browser = await app.BrowserAsync(Own.Marie);

        var codes = Own.CodesOf(await Own.EnrolAsync(app, browser));

        Assert.That(codes.Distinct().ToList(), Has.Count.EqualTo(RecoveryCode.PerPerson));
        Assert.That(Own.CodesOf(await browser.GetAsync("/mon-compte/codes-de-secours")), Is.Empty);
        var hashes = await app.WithAsync((AccountsDbContext db) => db.RecoveryCodes.Select(c => c.Hash).ToListAsync());
        Assert.That(hashes, Is.EquivalentTo(codes.Select(RecoveryCode.HashOf)));
    }

    [Test]
    public async Task A_code_that_is_not_the_keys_is_refused_and_the_same_key_stays()
    {
        await using var app = await App.StartAsync();
        var browser = await app.BrowserAsync(Own.Marie);
        var form = await browser.GetAsync("/mon-compte/double-authentification");

        var page = await browser.SubmitAsync(form, "main form", new() { ["Form.Code"] = "000000" });

        Assert.That(Own.ErrorsOf(page), Does.Contain(EnrolTotp.Refusal));
        Assert.That(KeyOf(page), Is.EqualTo(KeyOf(form)));
        Assert.That((await Own.AccountAsync(app, Own.Marie)).TotpSince, Is.Null);
    }

    [Test]
    public async Task The_key_of_another_account_cannot_be_enrolled()
    {
        await using var app = await App.StartAsync();
        var other = await app.BrowserAsync(new Person("autre@epn.example", Roles.Manager));
        var others = (await other.GetAsync("/mon-compte/double-authentification"))
            .Document.QuerySelector("[name='Form.PendingKey']")!
            .GetAttribute("value")!;
        var browser = await app.BrowserAsync(Own.Marie);
        var form = await browser.GetAsync("/mon-compte/double-authentification");

        var page = await browser.SubmitAsync(
            form,
            "main form",
            new() { ["Form.PendingKey"] = others, ["Form.Code"] = "123456" }
        );

        Assert.That(Own.ErrorsOf(page), Does.Contain(EnrolTotp.Refusal));
    }

    [Test]
    public async Task The_next_sign_in_asks_for_a_code_and_the_one_that_enrolled_has_served()
    {
        await using var app = await App.StartAsync();
        await Own.EnrolAsync(app, await app.BrowserAsync(Own.Marie));
        var account = await Own.AccountAsync(app, Own.Marie);

        var browser = app.Anonymous();
        var step = await browser.SubmitAsync(
            await browser.GetAsync("/connexion"),
            "main form",
            new() { ["Form.Email"] = Own.Marie.Email, ["Form.Password"] = App.Password }
        );

        Assert.That(step.Url, Does.EndWith("/connexion/code"));
        Assert.That(account.TotpLastStep, Is.EqualTo(app.Clock.GetUtcNow().ToUnixTimeSeconds() / 30));
    }

    [Test]
    public async Task A_recovery_code_opens_the_account_once_and_the_person_is_told()
    {
        await using var app = await App.StartAsync();
        var codes = Own.CodesOf(await Own.EnrolAsync(app, await app.BrowserAsync(Own.Marie)));

        Assert.That((await SignInAsync(app, codes[3].ToLowerInvariant())).Url, Does.EndWith("/gestion"));
        Assert.That((await SignInAsync(app, codes[3])).Url, Does.EndWith("/connexion/code"));

        Assert.That(
            (await Own.MailsAsync(app)).Select(m => m.TextBody),
            Has.One.Contains("Un code de secours vient d’ouvrir votre compte")
        );
    }

    /// <summary>As after the loss of the certificate that protects the site's keys.</summary>
    [Test]
    public async Task Where_the_key_can_no_longer_be_read_a_recovery_code_still_opens_the_account()
    {
        await using var app = await App.StartAsync();
        var codes = Own.CodesOf(await Own.EnrolAsync(app, await app.BrowserAsync(Own.Marie)));
        await app.WithAsync(
            (AccountsDbContext db) => db.Accounts.ExecuteUpdateAsync(set => set.SetProperty(a => a.TotpKey, "perdue"))
        );

        var refused = await SignInAsync(app, "123456");
        var opened = await SignInAsync(app, codes[0]);

        Assert.That(Own.ErrorsOf(refused), Does.Contain(EnterCode.Refusal));
        Assert.That(opened.Url, Does.EndWith("/gestion"));
    }

    [Test]
    public async Task Sessions_elsewhere_end_and_the_person_is_told()
    {
        await using var app = await App.StartAsync();
        var elsewhere = await app.BrowserAsync(Own.Marie);

        await Own.EnrolAsync(app, await app.BrowserAsync(Own.Marie));

        Assert.That((await elsewhere.GetAsync("/gestion")).Url, Does.Contain("/connexion"));
        Assert.That((await Own.MailsAsync(app)).Select(m => m.Subject), Does.Contain("Votre compte a changé"));
    }

    [Test]
    public async Task The_drawing_carries_no_style_and_the_key_is_in_no_address()
    {
        await using var app = await App.StartAsync();
        var browser = await app.BrowserAsync(Own.Marie);

        var page = await browser.GetAsync("/mon-compte/double-authentification");

        Assert.That(page.Document.QuerySelector("svg.qr[role=img][aria-label]"), Is.Not.Null);
        Assert.That(page.Document.QuerySelectorAll("[style]"), Is.Empty);
        Assert.That(page.Document.QuerySelectorAll("[href*=otpauth]"), Is.Empty);
    }

    private static string KeyOf(Page page) => page.Document.QuerySelector(".key-text")!.TextContent;

    /// <summary>An agent who signs in with a password alone.</summary>
    private static async Task<Browser> SleepingAgentAsync(App app)
    {
        await Own.Marie.EnsureAsync(app);
        await app.WithAsync(
            async (UserManager<Account> accounts) =>
                await accounts.AddToRoleAsync((await accounts.FindByEmailAsync(Own.Marie.Email))!, Roles.Agent)
        );
        return await app.BrowserAsync(Own.Marie);
    }

    private static async Task<Page> SignInAsync(App app, string code)
    {
        var browser = app.Anonymous();
        var step = await browser.SubmitAsync(
            await browser.GetAsync("/connexion"),
            "main form",
            new() { ["Form.Email"] = Own.Marie.Email, ["Form.Password"] = App.Password }
        );
        return await browser.SubmitAsync(step, "main form", new() { ["Form.Code"] = code });
    }
}
