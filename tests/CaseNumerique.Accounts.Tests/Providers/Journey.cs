using CaseNumerique.Accounts.Access;
using CaseNumerique.Accounts.Data;
using CaseNumerique.SharedKernel;
using CaseNumerique.TestKit;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using NUnit.Framework;

namespace CaseNumerique.Accounts.Tests.Providers;

/// <summary>Two providers, started once, and what a person does between them and the site.</summary>
internal abstract class Journey
{
    protected const string First = "Compte du pays";
    protected const string Second = "Compte des agents";

    private static readonly HttpClient _atProvider = new(new SocketsHttpHandler { AllowAutoRedirect = false });

    private IdentityProvider[] _providers = [];

    [OneTimeSetUp]
    public async Task StartProvidersAsync() =>
        _providers = [await IdentityProvider.StartAsync(0), await IdentityProvider.StartAsync(1)];

    [OneTimeTearDown]
    public async Task StopProvidersAsync()
    {
        foreach (var provider in _providers)
        {
            await provider.DisposeAsync();
        }
    }

    protected string AuthorityOf(int number) => _providers[number].Authority;

    /// <summary>The site with both, at the hour of the day: tokens and cookies of the journey are dated by it.</summary>
    /// <param name="journal">Takes the place of the site's.</param>
    protected Task<App> StartAsync(Journal? journal = null) =>
        App.StartAsync(
            new(_providers[0].SettingsAs(0, First).Concat(_providers[1].SettingsAs(1, Second))),
            services =>
            {
                // A provider that has just started on a busy machine answers late; how late is a test of its own.
                services.ConfigureAll<OpenIdConnectOptions>(options =>
                    options.BackchannelTimeout = TimeSpan.FromMinutes(1)
                );
                if (journal is not null)
                {
                    services.Replace(ServiceDescriptor.Singleton<IAuditJournal>(journal));
                }
            },
            new Clock(DateTimeOffset.UtcNow)
        );

    /// <summary>Presses a provider's button.</summary>
    /// <returns>The provider's address that the site leads to.</returns>
    protected static async Task<string> LeaveAsync(Browser browser, string url, string action)
    {
        var leaving = await browser.SubmitAsync(await browser.GetAsync(url), $"form[action='{action}']", []);
        return leaving.Document.QuerySelector("main a.btn")?.GetAttribute("href")
            ?? throw new InvalidOperationException($"No way to a provider at {leaving.Url}: {leaving.Text}");
    }

    /// <summary>Signs in at the provider.</summary>
    /// <returns>The address of the site that the provider leads back to.</returns>
    protected static async Task<string> AnswerAsync(string url, string person)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, url);
        request.Headers.Add(IdentityProvider.PersonHeader, person);
        using var response = await _atProvider.SendAsync(request);
        return response.Headers.Location?.ToString()
            ?? throw new InvalidOperationException(await response.Content.ReadAsStringAsync());
    }

    /// <summary>The whole way, from the sign-in page.</summary>
    protected static async Task<Page> SignInAsync(
        Browser browser,
        string person,
        int number = 0,
        string url = "/connexion"
    ) =>
        await browser.GetAsync(
            await AnswerAsync(await LeaveAsync(browser, url, $"/connexion/fournisseur/{number}"), person)
        );

    protected static async Task<Page> AttachAsync(Browser browser, string person, int number = 0) =>
        await browser.GetAsync(
            await AnswerAsync(
                await LeaveAsync(browser, "/mon-compte/fournisseurs", $"/mon-compte/fournisseurs/{number}"),
                person
            )
        );

    /// <summary>A link of an invitation, as the mail carries it.</summary>
    protected static Task<string> InviteAsync(App app, string email) =>
        app.WithAsync(
            async (IServiceProvider services) =>
            {
                var db = services.GetRequiredService<AccountsDbContext>();
                var account = Account.Named("Ida Wabealo", email, app.Clock.UtcNow);
                account.NormalizedEmail = account.NormalizedUserName = email.ToUpperInvariant();
                db.Accounts.Add(account);
                var link = db.Invite(account, app.Clock.UtcNow, by: null);
                await db.SaveChangesAsync();
                return services.GetRequiredService<SecretLink>().PathOf(link);
            }
        );

    /// <summary>An open account, which only this provider's subject opens.</summary>
    protected static async Task<Browser> ActivateAsync(App app, string email, string person, int number = 0)
    {
        var browser = app.Anonymous();
        var page = await ActivateAsync(browser, await InviteAsync(app, email), person, number);
        Assert.That(page.Url, Does.EndWith("/gestion"), page.Text);
        return browser;
    }

    protected static async Task<Page> ActivateAsync(Browser browser, string link, string person, int number = 0) =>
        await browser.GetAsync(
            await AnswerAsync(await LeaveAsync(browser, link, $"/connexion/activation/fournisseur/{number}"), person)
        );

    protected static string TroubleOf(Page page) => page.Document.QuerySelector("[role=alert]")?.TextContent ?? "";

    protected static async Task<bool> IsSignedInAsync(Browser browser) =>
        (await browser.GetAsync("/gestion")).Url.EndsWith("/gestion", StringComparison.Ordinal);

    protected static Task<Account> AccountAsync(App app, string email) =>
        app.WithAsync((AccountsDbContext db) => db.Accounts.AsNoTracking().SingleAsync(a => a.Email == email));

    protected static Task<int> LoginsAsync(App app) => app.WithAsync((AccountsDbContext db) => db.Logins.CountAsync());
}
