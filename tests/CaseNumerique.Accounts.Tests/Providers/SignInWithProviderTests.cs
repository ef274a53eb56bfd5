using System.Net;
using System.Net.Sockets;
using System.Web;
using CaseNumerique.Accounts.Access;
using CaseNumerique.Accounts.Data;
using CaseNumerique.Accounts.Features.Providers;
using CaseNumerique.SharedKernel;
using CaseNumerique.TestKit;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using NUnit.Framework;

namespace CaseNumerique.Accounts.Tests.Providers;

internal sealed class SignInWithProviderTests : Journey
{
    private const string Email = "ida@epn.example";

    [Test]
    public async Task An_attached_subject_opens_its_account()
    {
        await using var app = await StartAsync();
        await ActivateAsync(app, Email, "ida");

        var page = await SignInAsync(app.Anonymous(), "ida");

        Assert.That(page.Url, Does.EndWith("/gestion"));
        Assert.That(page.Text, Does.Contain("Ida Wabealo"));
    }

    [Test]
    public async Task It_leads_where_the_person_wanted_to_go()
    {
        await using var app = await StartAsync();
        await ActivateAsync(app, Email, "ida");

        var page = await SignInAsync(app.Anonymous(), "ida", url: "/connexion?retour=%2Fmon-compte%2Ffournisseurs");

        Assert.That(page.Url, Does.EndWith("/mon-compte/fournisseurs"));
    }

    [TestCase("https://ailleurs.example/")]
    [TestCase("//ailleurs.example/")]
    [TestCase("/\\ailleurs.example/")]
    public async Task A_return_address_elsewhere_is_ignored(string elsewhere)
    {
        await using var app = await StartAsync();
        await ActivateAsync(app, Email, "ida");

        var page = await SignInAsync(
            app.Anonymous(),
            "ida",
            url: $"/connexion?retour={Uri.EscapeDataString(elsewhere)}"
        );

        Assert.That(page.Url, Is.EqualTo("https://localhost/gestion"));
    }

    [Test]
    public async Task An_unknown_subject_is_told_how_to_get_an_account_and_gets_none()
    {
        var journal = new Journal();
        await using var app = await StartAsync(journal);
        await new Person("admin@econum.example", Roles.Administrator).EnsureAsync(app);
        var browser = app.Anonymous();

        var page = await SignInAsync(browser, "mallory");

        Assert.That(page.Url, Does.EndWith("/connexion"));
        Assert.That(TroubleOf(page), Is.EqualTo(SignInWithProvider.Unknown(First)));
        Assert.That(await IsSignedInAsync(browser), Is.False);
        Assert.That(await LoginsAsync(app), Is.Zero);
        var fact = journal.Facts.Single(f => f.Action == "account.provider-refused");
        Assert.That(fact.Outcome, Is.EqualTo(AuditOutcome.Refused));
        Assert.That(fact.ToString() + string.Join(' ', fact.Details!.Values), Does.Not.Contain("mallory"));
    }

    [Test]
    public async Task The_same_subject_of_another_issuer_is_somebody_else()
    {
        await using var app = await StartAsync();
        await ActivateAsync(app, Email, "ida", number: 0);

        var page = await SignInAsync(app.Anonymous(), "ida", number: 1);

        Assert.That(TroubleOf(page), Is.EqualTo(SignInWithProvider.Unknown(Second)));
    }

    [Test]
    public async Task Two_providers_serve_at_once_and_an_answer_serves_its_own_alone()
    {
        await using var app = await StartAsync();
        await ActivateAsync(app, Email, "ida", number: 0);
        await ActivateAsync(app, "paul@epn.example", "paul", number: 1);
        var browser = app.Anonymous();
        var toFirst = await LeaveAsync(browser, "/connexion", "/connexion/fournisseur/0");
        var toSecond = await LeaveAsync(browser, "/connexion", "/connexion/fournisseur/1");
        var fromSecond = await AnswerAsync(toSecond, "paul");

        var swapped = await browser.GetAsync(fromSecond.Replace("/fournisseur/1/", "/fournisseur/0/"));
        var first = await browser.GetAsync(await AnswerAsync(toFirst, "ida"));
        var second = await browser.GetAsync(fromSecond);

        Assert.That(TroubleOf(swapped), Is.EqualTo(ProviderTrouble.Failed));
        Assert.That(first.Text, Does.Contain("Ida Wabealo"));
        Assert.That(second.Url, Does.EndWith("/gestion"));
    }

    [Test]
    public async Task The_second_factor_is_asked_all_the_same()
    {
        await using var app = await StartAsync();
        var agent = new Person("agent@econum.example", Roles.Agent);
        await AttachAsync(await app.BrowserAsync(agent), "agent");
        var browser = app.Anonymous();

        var page = await SignInAsync(browser, "agent");

        Assert.That(page.Url, Does.EndWith("/connexion/code"));
        Assert.That(await IsSignedInAsync(browser), Is.False);
        var code = await agent.CodeAsync(app);
        Assert.That(
            (await browser.SubmitAsync(page, "main form", new() { ["Form.Code"] = code })).Url,
            Does.EndWith("/gestion")
        );
        Assert.That(
            await app.WithAsync(
                (AccountsDbContext db) => db.Sessions.CountAsync(s => s.Method == SignInMethod.Provider)
            ),
            Is.EqualTo(1)
        );
    }

    [Test]
    public async Task A_closed_account_stays_closed()
    {
        await using var app = await StartAsync();
        await ActivateAsync(app, Email, "ida");
        await app.WithAsync(
            async (AccountsDbContext db) =>
            {
                (await db.Accounts.SingleAsync()).Disable(app.Clock.UtcNow, "Départ");
                await db.SaveChangesAsync();
            }
        );

        var page = await SignInAsync(app.Anonymous(), "ida");

        Assert.That(TroubleOf(page), Is.EqualTo(SignInWithProvider.Closed));
    }

    [Test]
    public async Task Who_gives_up_at_the_provider_finds_the_page_they_came_from()
    {
        await using var app = await StartAsync();

        var page = await SignInAsync(
            app.Anonymous(),
            IdentityProvider.Nobody,
            url: "/connexion?retour=%2Fgestion%2Fespaces"
        );

        Assert.That(page.Url, Does.EndWith("/connexion?retour=%2Fgestion%2Fespaces"));
        Assert.That(TroubleOf(page), Is.EqualTo(ProviderTrouble.Cancelled));
    }

    [TestCase("state", null)]
    [TestCase("state", "CfDJ8AAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [TestCase("code", null)]
    [TestCase("code", "invente")]
    public async Task A_return_with_a_wrong_or_missing_part_opens_nothing(string part, string? value)
    {
        await using var app = await StartAsync();
        await ActivateAsync(app, Email, "ida");
        var browser = app.Anonymous();
        var answer = await AnswerAsync(await LeaveAsync(browser, "/connexion", "/connexion/fournisseur/0"), "ida");

        var page = await browser.GetAsync(With(answer, part, value));

        Assert.That(page.Url, Does.EndWith("/connexion"));
        Assert.That(TroubleOf(page), Is.EqualTo(ProviderTrouble.Failed));
        Assert.That(await IsSignedInAsync(browser), Is.False);
    }

    [Test]
    public async Task An_answer_laid_into_another_persons_browser_opens_nothing()
    {
        await using var app = await StartAsync();
        await ActivateAsync(app, Email, "ida");
        var answer = await AnswerAsync(
            await LeaveAsync(app.Anonymous(), "/connexion", "/connexion/fournisseur/0"),
            "ida"
        );
        var victim = app.Anonymous();
        await LeaveAsync(victim, "/connexion", "/connexion/fournisseur/0");

        var page = await victim.GetAsync(answer);

        Assert.That(TroubleOf(page), Is.EqualTo(ProviderTrouble.Failed));
        Assert.That(await IsSignedInAsync(victim), Is.False);
    }

    [Test]
    public async Task An_answer_serves_once()
    {
        await using var app = await StartAsync();
        await ActivateAsync(app, Email, "ida");
        var browser = app.Anonymous();
        var answer = await AnswerAsync(await LeaveAsync(browser, "/connexion", "/connexion/fournisseur/0"), "ida");
        await browser.GetAsync(answer);

        var page = await browser.GetAsync(answer);

        // Signed in already: what matters is that the second came to nothing.
        Assert.That(await SessionsAsync(app), Is.EqualTo(2), page.Text);
    }

    [Test]
    public async Task A_code_that_somebody_saw_is_worth_nothing_in_a_sign_in_of_their_own()
    {
        await using var app = await StartAsync();
        await ActivateAsync(app, Email, "ida");
        var seen = await AnswerAsync(
            await LeaveAsync(app.Anonymous(), "/connexion", "/connexion/fournisseur/0"),
            "ida"
        );
        var thief = app.Anonymous();
        var own = await AnswerAsync(await LeaveAsync(thief, "/connexion", "/connexion/fournisseur/0"), "thief");

        var page = await thief.GetAsync(With(own, "code", HttpUtility.ParseQueryString(new Uri(seen).Query)["code"]));

        Assert.That(TroubleOf(page), Is.EqualTo(ProviderTrouble.Failed));
        Assert.That(await IsSignedInAsync(thief), Is.False);
    }

    [Test]
    public async Task A_token_for_another_nonce_opens_nothing()
    {
        await using var app = await StartAsync();
        await ActivateAsync(app, Email, "ida");
        var browser = app.Anonymous();
        var url = await LeaveAsync(browser, "/connexion", "/connexion/fournisseur/0");

        var page = await browser.GetAsync(await AnswerAsync(With(url, "nonce", "un-autre"), "ida"));

        Assert.That(TroubleOf(page), Is.EqualTo(ProviderTrouble.Failed));
        Assert.That(await IsSignedInAsync(browser), Is.False);
    }

    [Test]
    public async Task A_form_without_its_antiforgery_token_does_not_start_a_sign_in()
    {
        await using var app = await StartAsync();

        using var response = await app.Anonymous()
            .Client.PostAsync("/connexion/fournisseur/0", new FormUrlEncodedContent([]));

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
    }

    [Test]
    public async Task The_provider_is_asked_for_a_code_with_PKCE_and_a_fresh_sign_in()
    {
        await using var app = await StartAsync();

        var query = HttpUtility.ParseQueryString(
            new Uri(await LeaveAsync(app.Anonymous(), "/connexion", "/connexion/fournisseur/0")).Query
        );

        Assert.That(query["response_type"], Is.EqualTo("code"));
        Assert.That(query["code_challenge_method"], Is.EqualTo("S256"));
        Assert.That(query["prompt"], Is.EqualTo("login"));
        Assert.That(query["scope"], Is.EqualTo("openid profile email"));
        Assert.That(query["redirect_uri"], Is.EqualTo("https://localhost/connexion/fournisseur/0/retour"));
    }

    [Test]
    public async Task A_provider_that_is_down_is_said_so_and_the_password_still_opens()
    {
        using var port = new TcpListener(IPAddress.Loopback, 0);
        port.Start();
        var authority = $"http://{port.LocalEndpoint}";
        port.Stop();
        await using var app = await App.StartAsync(IdentityProvider.Settings(0, First, authority));
        var browser = app.Anonymous();

        var page = await PressAsync(browser);

        Assert.That(page.Url, Does.EndWith("/connexion"));
        Assert.That(TroubleOf(page), Is.EqualTo(ProviderTrouble.Silent));
        Assert.That(await IsSignedInAsync(await app.BrowserAsync(Roles.Manager)), Is.True);
    }

    [Test]
    public async Task A_provider_that_keeps_silent_is_not_waited_for()
    {
        using var silent = new TcpListener(IPAddress.Loopback, 0);
        silent.Start();
        await using var app = await App.StartAsync(
            IdentityProvider.Settings(0, First, $"http://{silent.LocalEndpoint}"),
            services =>
                services.ConfigureAll<OpenIdConnectOptions>(options =>
                    options.BackchannelTimeout = TimeSpan.FromMilliseconds(200)
                )
        );

        var page = await PressAsync(app.Anonymous());

        Assert.That(TroubleOf(page), Is.EqualTo(ProviderTrouble.Silent));
    }

    /// <summary>Followed, whatever leads away from the provider's address would choose who vouches for people.</summary>
    [Test]
    public async Task A_provider_whose_answer_leads_elsewhere_is_not_followed()
    {
        await using var detour = await Detour.StartAsync(AuthorityOf(0));
        await using var app = await App.StartAsync(IdentityProvider.Settings(0, First, detour.Authority));

        var page = await PressAsync(app.Anonymous());

        Assert.That(detour.Asked, Has.Some.EndWith("/.well-known/openid-configuration"));
        Assert.That(page.Url, Does.EndWith("/connexion"));
        Assert.That(TroubleOf(page), Is.EqualTo(ProviderTrouble.Silent));
    }

    [TestCase("/connexion/fournisseur/0")]
    [TestCase("/connexion/fournisseur/0/retour?code=x&state=y")]
    [TestCase("/connexion/activation/fournisseur/0")]
    public async Task Without_a_provider_no_address_answers(string path)
    {
        await using var app = await App.StartAsync();

        Assert.That((await app.Anonymous().GetAsync(path)).Status, Is.EqualTo(HttpStatusCode.NotFound));
    }

    [Test]
    public async Task Without_a_provider_nothing_is_offered_and_nothing_starts()
    {
        await using var app = await App.StartAsync();
        var browser = app.Anonymous();
        var page = await browser.GetAsync("/connexion");
        var token = page.Document.QuerySelector("main [name=__RequestVerificationToken]")!.GetAttribute("value")!;

        using var content = new FormUrlEncodedContent([new("__RequestVerificationToken", token)]);
        using var response = await browser.Client.PostAsync("/connexion/fournisseur/0", content);

        Assert.That(page.Document.QuerySelectorAll("main form[action*='fournisseur']"), Is.Empty);
        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
    }

    private static async Task<Page> PressAsync(Browser browser) =>
        await browser.SubmitAsync(await browser.GetAsync("/connexion"), "form[action='/connexion/fournisseur/0']", []);

    private static Task<int> SessionsAsync(App app) =>
        app.WithAsync((AccountsDbContext db) => db.Sessions.CountAsync());

    private static string With(string url, string part, string? value)
    {
        var builder = new UriBuilder(url);
        var query = HttpUtility.ParseQueryString(builder.Query);
        if (value is null)
        {
            query.Remove(part);
        }
        else
        {
            query[part] = value;
        }

        builder.Query = query.ToString();
        return builder.Uri.ToString();
    }
}
