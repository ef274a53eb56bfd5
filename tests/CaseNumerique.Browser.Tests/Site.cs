using CaseNumerique.TestKit;
using Microsoft.Playwright;
using NUnit.Framework;

namespace CaseNumerique.Browser.Tests;

/// <summary>The host with its example data on a port of its own, on a day whose reminders have left, and one Chromium.</summary>
[SetUpFixture]
public sealed class Site
{
    private static readonly string[] _arguments =
    [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
    ];

    private static readonly Dictionary<string, string> _sessions = [];
    private static IPlaywright? _playwright;
    private static IBrowser _browser = null!;
    private static int _opened;

    public static App App { get; private set; } = null!;

    /// <summary>By name, because browsers keep passkeys for names only.</summary>
    public static Uri Address => AddressOf(App);

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        var chromium = Environment.GetEnvironmentVariable("CHROMIUM") ?? "/usr/bin/chromium";
        if (!File.Exists(chromium))
        {
            var sentence = $"No browser at {chromium}: name one in the variable CHROMIUM.";
            if (Environment.GetEnvironmentVariable("CI") == "true")
            {
                Assert.Fail(sentence);
            }

            Assert.Ignore(sentence);
        }

        App = await App.ServeAsync(new() { ["Demo:Seed"] = "true" });
        await App.RunJobAsync("label-renewal-reminders");
        await App.DispatchAsync();
        await App.RunJobAsync("mail-delivery");
        await App.DispatchAsync();
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = chromium, Args = _arguments });
        foreach (var person in new[] { People.Agent, People.Administrator, People.Manager })
        {
            _sessions[person] = await SignInAsync(person);
        }
    }

    [OneTimeTearDown]
    public async Task StopAsync()
    {
        if (_playwright is not null)
        {
            await _browser.CloseAsync();
            _playwright.Dispose();
        }

        if (App is not null)
        {
            await App.DisposeAsync();
        }
    }

    /// <summary>A page of a person's own browser.</summary>
    /// <param name="person">An account among the examples; null for somebody who has none.</param>
    public static async Task<IPage> OpenAsync(string? person, int width = 1280, bool hasJavaScript = true)
    {
        var context = await _browser.NewContextAsync(
            new()
            {
                BaseURL = Address.ToString(),
                // A machine of its own each: the site counts the tries of an address.
                ExtraHTTPHeaders = new Dictionary<string, string> { [TestAddress.Header] = NextAddress() },
                JavaScriptEnabled = hasJavaScript,
                Locale = "fr-FR",
                StorageState = person is null ? null : _sessions[person],
                ViewportSize = new() { Width = width, Height = 800 },
            }
        );
        context.SetDefaultTimeout(10_000);
        return await context.NewPageAsync();
    }

    /// <summary>The same at a host of one's own, for a test that changes what others look at; the person has signed in.</summary>
    public static async Task<IPage> VisitAsync(App app, string person, int width = 1280, bool hasJavaScript = true)
    {
        var context = await _browser.NewContextAsync(
            new()
            {
                BaseURL = AddressOf(app).ToString(),
                ExtraHTTPHeaders = new Dictionary<string, string> { [TestAddress.Header] = NextAddress() },
                JavaScriptEnabled = hasJavaScript,
                Locale = "fr-FR",
                ViewportSize = new() { Width = width, Height = 800 },
            }
        );
        context.SetDefaultTimeout(10_000);
        var page = await context.NewPageAsync();
        await SignInAsync(page, person);
        return page;
    }

    private static Uri AddressOf(App app) => new UriBuilder(app.ClientOptions.BaseAddress) { Host = "localhost" }.Uri;

    private static string NextAddress()
    {
        var number = Interlocked.Increment(ref _opened);
        return $"10.1.{number / 250}.{number % 250}";
    }

    private static async Task<string> SignInAsync(string person)
    {
        var page = await OpenAsync(person: null);
        await SignInAsync(page, person);
        var session = await page.Context.StorageStateAsync();
        await page.Context.CloseAsync();
        return session;
    }

    private static async Task SignInAsync(IPage page, string person)
    {
        await page.GotoAsync("/connexion");
        await EnterAsync(page, person);
        await page.WaitForURLAsync("**/gestion");
    }

    /// <summary>What a person does at the sign-in page, wherever it leads.</summary>
    public static async Task EnterAsync(IPage page, string person)
    {
        var shown = page.Locator("aside code");
        var (password, code) = (await shown.Nth(0).InnerTextAsync(), await shown.Nth(1).InnerTextAsync());
        await page.GetByLabel("Adresse électronique").FillAsync(person);
        await page.GetByLabel("Mot de passe").FillAsync(password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Se connecter", Exact = true }).ClickAsync();
        if (page.Path == "/connexion/code")
        {
            await page.GetByLabel("Code").FillAsync(code);
            await page.GetByRole(AriaRole.Button, new() { Name = "Se connecter", Exact = true }).ClickAsync();
        }
    }
}
