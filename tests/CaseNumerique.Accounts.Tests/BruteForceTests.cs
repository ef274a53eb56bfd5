using System.Diagnostics;
using CaseNumerique.Accounts.Data;
using CaseNumerique.SharedKernel;
using CaseNumerique.TestKit;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NUnit.Framework;

namespace CaseNumerique.Accounts.Tests;

/// <summary>Passwords are guessed from many machines at once, at the real cost of a password.</summary>
[NonParallelizable]
internal sealed class BruteForceTests
{
    private const int Attackers = 8;
    private const int Accounts = 20;

    // On a machine that does nothing else, it is two or three seconds.
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(60);

    [Test]
    public async Task Others_and_the_victim_at_their_own_machine_still_sign_in()
    {
        await using var app = await App.StartAsync(configure: s =>
            s.Configure<PasswordHasherOptions>(options => options.IterationCount = 210_000)
        );
        var victim = new Person("victime@w.example", Roles.Facilitator);
        var browser = await app.BrowserAsync(victim);
        await browser.SubmitAsync(await browser.GetAsync("/gestion"), "form.account", []);
        var other = new Person("autre@w.example", Roles.Facilitator);
        await other.EnsureAsync(app);
        var emails = Enumerable.Range(0, Accounts).Select(i => $"compte{i}@w.example").Append(victim.Email).ToArray();
        foreach (var email in emails)
        {
            await new Person(email, Roles.Facilitator).EnsureAsync(app);
        }

        using var stop = new CancellationTokenSource();
        var flood = Enumerable.Range(0, Attackers).Select(i => GuessAsync(app, i, emails, stop.Token)).ToArray();
        while (await FailuresAsync(app, victim) < SignInThrottle.TriesAllowed)
        {
            await Task.Delay(50);
        }

        var start = Stopwatch.GetTimestamp();
        var another = await app.BrowserAsync(other);
        var own = await SignInAsync(browser, victim.Email, App.Password);
        var elsewhere = await SignInAsync(app.Anonymous(Addresses.Any()), victim.Email, App.Password);
        var wait = Stopwatch.GetElapsedTime(start);
        await stop.CancelAsync();
        var guesses = await Task.WhenAll(flood);

        TestContext.Out.WriteLine($"three sign-ins in {wait.TotalSeconds:F1} s amid {guesses.Sum()} guesses");
        Assert.That((await another.GetAsync("/gestion")).Url, Does.EndWith("/gestion"));
        Assert.That(own.Url, Does.EndWith("/gestion"));
        Assert.That(elsewhere.Url, Does.EndWith("/connexion"), "a machine that the account does not know has to wait");
        Assert.That(wait, Is.LessThan(_patience));
        Assert.That(guesses.Sum(), Is.GreaterThan(Attackers));
    }

    private static async Task<int> GuessAsync(App app, int attacker, string[] emails, CancellationToken stop)
    {
        var browser = app.Anonymous(Addresses.Any());
        var form = await browser.GetAsync("/connexion");
        var guesses = 0;
        while (!stop.IsCancellationRequested)
        {
            browser.Client.DefaultRequestHeaders.Remove(TestAddress.Header);
            browser.Client.DefaultRequestHeaders.Add(TestAddress.Header, Addresses.Any());
            // Every other guess is at the victim's password.
            var email = guesses % 2 == 0 ? emails[^1] : emails[(attacker + guesses) % emails.Length];
            await browser.SubmitAsync(form, "main form", Typed(email, $"mauvais mot de passe {guesses}"));
            guesses++;
        }

        return guesses;
    }

    private static Task<int> FailuresAsync(App app, Person victim) =>
        app.WithAsync(
            (AccountsDbContext db) =>
                db
                    .Throttles.Where(t => db.Accounts.Any(a => a.Id == t.AccountId && a.Email == victim.Email))
                    .SumAsync(t => t.Failures)
        );

    private static async Task<Page> SignInAsync(Browser browser, string email, string password) =>
        await browser.SubmitAsync(await browser.GetAsync("/connexion"), "main form", Typed(email, password));

    private static Dictionary<string, string> Typed(string email, string password) =>
        new() { ["Form.Email"] = email, ["Form.Password"] = password };
}
