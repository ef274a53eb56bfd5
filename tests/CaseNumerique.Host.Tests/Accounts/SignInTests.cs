using System.Net;
using CaseNumerique.Platform.Accounts;
using CaseNumerique.Platform.Features.Accounts;
using CaseNumerique.SharedKernel;
using CaseNumerique.TestKit;
using Microsoft.AspNetCore.Identity;
using NUnit.Framework;

namespace CaseNumerique.Host.Tests.Accounts;

internal sealed class SignInTests
{
    private const string Email = "marie@econum.example";
    private const string Password = "quatre mots sans lien";

    [Test]
    public async Task The_right_password_opens_the_to_do_list()
    {
        await using var app = await StartAsync();

        var page = await SignInAsync(app.Anonymous(), Email, Password);

        Assert.That(page.Url, Does.EndWith("/gestion"));
        Assert.That(page.Text, Does.Contain("Bonjour Marie"));
    }

    [Test]
    public async Task A_wrong_password_and_an_unknown_address_get_the_same_answer()
    {
        await using var app = await StartAsync();

        var wrong = await SignInAsync(app.Anonymous(), Email, "pas le bon du tout");
        var unknown = await SignInAsync(app.Anonymous(), "personne@econum.example", Password);

        Assert.That(ErrorsOf(wrong), Does.Contain(SignIn.Refusal));
        Assert.That(ErrorsOf(unknown), Is.EqualTo(ErrorsOf(wrong)));
    }

    [Test]
    public async Task A_refused_form_says_so_first_in_its_title()
    {
        await using var app = await StartAsync();

        var page = await SignInAsync(app.Anonymous(), "", "");

        Assert.That(page.Document.Title, Does.StartWith("Erreur"));
        Assert.That(ErrorsOf(page), Does.StartWith("Deux réponses sont à corriger"));
        Assert.That(page.Document.QuerySelector(".errors a")!.GetAttribute("href"), Is.EqualTo("#Form_Email"));
    }

    [Test]
    public async Task Five_wrong_tries_close_the_account_to_the_right_password_too()
    {
        await using var app = await StartAsync();
        for (var i = 0; i < 5; i++)
        {
            await SignInAsync(app.Anonymous(), Email, $"pas le bon du tout {i}");
        }

        var page = await SignInAsync(app.Anonymous(), Email, Password);

        Assert.That(ErrorsOf(page), Does.Contain(SignIn.Refusal));
    }

    [Test]
    public async Task The_eleventh_try_in_a_minute_has_to_wait()
    {
        await using var app = await StartAsync();
        var browser = app.Anonymous();
        for (var i = 0; i < SignInRateLimit.TriesPerMinute; i++)
        {
            await SignInAsync(browser, $"personne{i}@econum.example", Password);
        }

        var page = await SignInAsync(browser, Email, Password);

        Assert.That(page.Status, Is.EqualTo(HttpStatusCode.TooManyRequests));
        Assert.That(page.Text, Does.Contain("Attendez une minute"));
    }

    [Test]
    public async Task An_account_without_a_confirmed_address_stays_closed()
    {
        await using var app = await StartAsync();
        await AddAsync(app, "neuf@econum.example", isConfirmed: false);

        var page = await SignInAsync(app.Anonymous(), "neuf@econum.example", Password);

        Assert.That(ErrorsOf(page), Does.Contain(SignIn.Refusal));
    }

    [TestCase("https://ailleurs.example/")]
    [TestCase("//ailleurs.example/")]
    [TestCase("/\\ailleurs.example/")]
    public async Task A_return_address_elsewhere_is_ignored(string elsewhere)
    {
        await using var app = await StartAsync();
        var browser = app.Anonymous();
        var form = await browser.GetAsync($"/connexion?retour={Uri.EscapeDataString(elsewhere)}");

        var page = await browser.SubmitAsync(
            form,
            "main form",
            new() { ["Form.Email"] = Email, ["Form.Password"] = Password }
        );

        Assert.That(page.Url, Does.EndWith("/gestion"));
    }

    [Test]
    public async Task Nobody_enters_the_office_without_an_account()
    {
        await using var app = await App.StartAsync();

        var page = await app.Anonymous().GetAsync("/gestion");

        Assert.That(page.Url, Does.Contain("/connexion?retour=%2Fgestion"));
    }

    [Test]
    public async Task Signing_out_closes_the_office()
    {
        await using var app = await StartAsync();
        var browser = app.Anonymous();
        var office = await SignInAsync(browser, Email, Password);

        await browser.SubmitAsync(office, "form.account", []);

        Assert.That((await browser.GetAsync("/gestion")).Url, Does.Contain("/connexion"));
    }

    [Test]
    public async Task Signing_out_ends_the_sessions_of_other_machines_within_a_minute()
    {
        await using var app = await StartAsync();
        var (here, there) = (app.Anonymous(), app.Anonymous());
        await SignInAsync(there, Email, Password);
        var office = await SignInAsync(here, Email, Password);

        await here.SubmitAsync(office, "form.account", []);
        app.Clock.Advance(TimeSpan.FromSeconds(61));

        Assert.That((await there.GetAsync("/gestion")).Url, Does.Contain("/connexion"));
    }

    [Test]
    public async Task A_session_ends_after_half_an_hour_without_a_visit()
    {
        await using var app = await StartAsync();
        var browser = app.Anonymous();
        await SignInAsync(browser, Email, Password);

        app.Clock.Advance(SessionCookie.Idle + TimeSpan.FromMinutes(1));

        Assert.That((await browser.GetAsync("/gestion")).Url, Does.Contain("/connexion"));
    }

    [Test]
    public async Task A_session_in_use_ends_after_eight_hours_and_not_before()
    {
        await using var app = await StartAsync();
        var browser = app.Anonymous();
        await SignInAsync(browser, Email, Password);
        for (var visits = 0; visits < 24; visits++)
        {
            app.Clock.Advance(TimeSpan.FromMinutes(20));
            Assert.That((await browser.GetAsync("/gestion")).Url, Does.EndWith("/gestion"));
        }

        app.Clock.Advance(TimeSpan.FromMinutes(1));

        Assert.That((await browser.GetAsync("/gestion")).Url, Does.Contain("/connexion"));
    }

    private static async Task<App> StartAsync()
    {
        var app = await App.StartAsync();
        await AddAsync(app, Email, isConfirmed: true);
        return app;
    }

    private static Task<IdentityResult> AddAsync(App app, string email, bool isConfirmed) =>
        app.WithAsync(
            (UserManager<Account> accounts) =>
            {
                var account = Account.Named("Marie", email);
                account.EmailConfirmed = isConfirmed;
                return accounts.CreateAsync(account, Password);
            }
        );

    private static async Task<Page> SignInAsync(Browser browser, string email, string password) =>
        await browser.SubmitAsync(
            await browser.GetAsync("/connexion"),
            "main form",
            new() { ["Form.Email"] = email, ["Form.Password"] = password }
        );

    private static string? ErrorsOf(Page page) => page.Document.QuerySelector(".errors")?.TextContent.Trim();
}
