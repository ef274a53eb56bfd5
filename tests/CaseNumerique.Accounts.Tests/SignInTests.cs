using System.Net;
using CaseNumerique.Accounts.Access;
using CaseNumerique.Accounts.Data;
using CaseNumerique.Accounts.Features.Accounts;
using CaseNumerique.Contracts.Accounts;
using CaseNumerique.SharedKernel;
using CaseNumerique.TestKit;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using NUnit.Framework;

namespace CaseNumerique.Accounts.Tests;

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
    public async Task An_account_that_was_never_activated_stays_closed()
    {
        await using var app = await StartAsync();
        await AddAsync(app, "neuf@econum.example", isOpen: false);

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
    public async Task A_copy_of_the_cookie_ends_with_the_session()
    {
        await using var app = await StartAsync();
        var browser = app.Anonymous();
        var office = await SignInAsync(browser, Email, Password);
        var cookie = office.Response.RequestMessage!.Headers.GetValues("Cookie").Single();

        await browser.SubmitAsync(office, "form.account", []);

        using var copy = new HttpRequestMessage(HttpMethod.Get, "https://localhost/gestion");
        copy.Headers.Add("Cookie", cookie);
        using var thief = app.CreateDefaultClient();
        Assert.That((await thief.SendAsync(copy)).Headers.Location?.ToString(), Does.Contain("/connexion"));
    }

    [Test]
    public async Task A_closed_account_is_out_at_its_next_request()
    {
        await using var app = await StartAsync();
        var browser = app.Anonymous();
        await SignInAsync(browser, Email, Password);

        await app.WithAsync(
            async (AccountsDbContext db) =>
            {
                (await db.Accounts.SingleAsync()).Disable(app.Clock.GetUtcNow().UtcDateTime, "Départ");
                await db.SaveChangesAsync();
            }
        );

        Assert.That((await browser.GetAsync("/gestion")).Url, Does.Contain("/connexion"));
    }

    [Test]
    public async Task Tries_from_elsewhere_do_not_close_the_door_on_the_person_at_their_own_machine()
    {
        await using var app = await StartAsync();
        var own = app.Anonymous();
        var office = await SignInAsync(own, Email, Password);
        await own.SubmitAsync(office, "form.account", []);
        for (var i = 0; i < 7; i++)
        {
            await SignInAsync(app.Anonymous(), Email, $"pas le bon du tout {i}");
        }

        Assert.That((await SignInAsync(own, Email, Password)).Url, Does.EndWith("/gestion"));
    }

    [TestCase(4, null)]
    [TestCase(5, 1)]
    [TestCase(7, 4)]
    [TestCase(9, 15)]
    [TestCase(400, 15)]
    public void The_wait_doubles_with_each_failure_up_to_a_quarter_of_an_hour(int failures, int? minutes)
    {
        var now = new DateTime(2026, 11, 23, 21, 0, 0, DateTimeKind.Utc);
        var throttle = new SignInThrottle { AccountId = Guid.NewGuid(), DeviceId = SignInThrottle.Strangers };
        for (var i = 0; i < failures; i++)
        {
            throttle.Fail(now);
        }

        Assert.That(throttle.ClosedUntil - now, Is.EqualTo(minutes is { } m ? TimeSpan.FromMinutes(m) : null));
    }

    [Test]
    public async Task The_second_factor_is_asked_and_a_wrong_code_refused()
    {
        await using var app = await App.StartAsync();
        await new Person("sure@econum.example", Roles.Agent).EnsureAsync(app);
        var browser = app.Anonymous();
        var step = await SignInAsync(browser, "sure@econum.example", App.Password);

        Assert.That(step.Url, Does.EndWith("/connexion/code"));
        var refused = await browser.SubmitAsync(step, "main form", new() { ["Form.Code"] = "000000" });
        Assert.That(ErrorsOf(refused), Does.Contain(EnterCode.Refusal));
        Assert.That((await browser.GetAsync("/gestion")).Url, Does.Contain("/connexion?"));
    }

    [Test]
    public async Task A_code_serves_once()
    {
        await using var app = await App.StartAsync();
        await new Person("sure@econum.example", Roles.Agent).EnsureAsync(app);
        var code = await app.WithAsync((Totp totp) => Task.FromResult(totp.CurrentCode(Person.TotpKey)));
        async Task<Page> TryAsync()
        {
            var browser = app.Anonymous();
            var step = await SignInAsync(browser, "sure@econum.example", App.Password);
            return await browser.SubmitAsync(step, "main form", new() { ["Form.Code"] = code });
        }

        Assert.That((await TryAsync()).Url, Does.EndWith("/gestion"));
        Assert.That(ErrorsOf(await TryAsync()), Does.Contain(EnterCode.Refusal));
    }

    [Test]
    public async Task A_role_of_EcoNum_sleeps_until_a_second_factor_is_enrolled()
    {
        await using var app = await StartAsync();
        await app.WithAsync(
            async (UserManager<Account> accounts) =>
                await accounts.AddToRoleAsync((await accounts.FindByEmailAsync(Email))!, Roles.Agent)
        );
        var browser = app.Anonymous();
        await SignInAsync(browser, Email, Password);

        var page = await browser.GetAsync("/gestion/relances");

        Assert.That(page.Url, Does.EndWith("/mon-compte/double-authentification?retour=%2Fgestion%2Frelances"));
        Assert.That(
            (await browser.Client.PostAsync("/gestion/parametres/horloge", null)).StatusCode,
            Is.EqualTo(HttpStatusCode.Forbidden)
        );
        Assert.That((await browser.GetAsync("/gestion")).Text, Does.Contain("Activer la double authentification"));
    }

    [Test]
    public async Task A_new_machine_is_told_to_the_person_and_the_first_of_all_is_not()
    {
        await using var app = await StartAsync();
        await SignInAsync(app.Anonymous(), Email, Password);
        Assert.That(app.Announced<NewDeviceSignedIn>(), Is.Empty);

        await SignInAsync(app.Anonymous(), Email, Password);
        await app.DispatchAsync();
        await app.RunJobAsync("mail-delivery");

        Assert.That(app.Announced<NewDeviceSignedIn>(), Has.Count.EqualTo(1));
        Assert.That(await File.ReadAllTextAsync(app.MailFiles.Single()), Does.Contain("Nouvelle connexion"));
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
        await AddAsync(app, Email, isOpen: true);
        return app;
    }

    private static Task<IdentityResult> AddAsync(App app, string email, bool isOpen) =>
        app.WithAsync(
            (UserManager<Account> accounts) =>
            {
                var account = Account.Named("Marie", email, app.Clock.GetUtcNow().UtcDateTime);
                if (isOpen)
                {
                    account.Activate(app.Clock.GetUtcNow().UtcDateTime);
                }

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
