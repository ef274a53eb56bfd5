using System.Diagnostics;
using System.Net;
using CaseNumerique.Accounts.Data;
using CaseNumerique.SharedKernel;
using CaseNumerique.TestKit;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using NUnit.Framework;

namespace CaseNumerique.Accounts.Tests;

/// <summary>
/// Whether an address has an account shows neither in the answer nor in its delay, at the real cost of a password.
/// <c>ENUMERATION_TESTS=large</c> measures 500 tries of each instead of 60.
/// </summary>
[NonParallelizable]
internal sealed class EnumerationTests
{
    private const double Tolerance = 0.05;

    private static readonly int _tries = Environment.GetEnvironmentVariable("ENUMERATION_TESTS") == "large" ? 500 : 60;

    // A machine that is busy elsewhere for a moment spoils a measure; a difference that is there spoils them all.
    [TestCase("/connexion")]
    [TestCase("/connexion/oubli")]
    [Retry(3)]
    public async Task A_known_and_an_unknown_address_are_answered_alike(string url)
    {
        await using var app = await App.StartAsync(configure: s =>
            s.Configure<PasswordHasherOptions>(options => options.IterationCount = 210_000)
        );
        var known = new Person("connue.de.nous@w.example", Roles.Facilitator);
        await known.EnsureAsync(app);
        var (browser, form) = await OpenAsync(app, url);
        List<double> ofKnown = [];
        List<double> ofUnknown = [];
        await MeasureAsync(known.Email);
        await MeasureAsync(Stranger(0));

        for (var i = 0; i < _tries; i++)
        {
            // So that the known account is never closed when it is tried.
            app.Clock.Advance(SignInThrottle.LongestWait + TimeSpan.FromMinutes(1));
            var first = await MeasureAsync(known.Email);
            var second = await MeasureAsync(Stranger(i));
            ofKnown.Add(first.Milliseconds);
            ofUnknown.Add(second.Milliseconds);
            Assert.That(second.Status, Is.EqualTo(first.Status));
            Assert.That(second.Body, Is.EqualTo(first.Body));
        }

        var (one, other) = (Median(ofKnown), Median(ofUnknown));
        TestContext.Out.WriteLine($"{url}: known {one:F2} ms, unknown {other:F2} ms, over {_tries} tries of each");
        Assert.That(one / other, Is.EqualTo(1).Within(Tolerance));

        async Task<(double Milliseconds, HttpStatusCode Status, string Body)> MeasureAsync(string email)
        {
            browser.Client.DefaultRequestHeaders.Remove(TestAddress.Header);
            browser.Client.DefaultRequestHeaders.Add(TestAddress.Header, Addresses.Any());
            var values = new Dictionary<string, string> { ["Form.Email"] = email };
            if (url == "/connexion")
            {
                values["Form.Password"] = "pas le bon du tout";
            }

            var start = Stopwatch.GetTimestamp();
            var page = await browser.SubmitAsync(form, "main form", values);
            var milliseconds = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
            foreach (var token in page.Document.QuerySelectorAll("main [name=__RequestVerificationToken]"))
            {
                token.Remove();
            }

            var body = page.Document.QuerySelector("main")!.InnerHtml.Replace(email, "", StringComparison.Ordinal);
            return (milliseconds, page.Status, body);
        }
    }

    private static string Stranger(int number) => $"inconnue{number}@w.example";

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);

    private static async Task<(Browser Browser, Page Form)> OpenAsync(App app, string url)
    {
        var browser = app.Anonymous();
        return (browser, await browser.GetAsync(url));
    }
}

internal static class Addresses
{
    /// <summary>An IP that nobody else comes from.</summary>
    public static string Any() => new IPAddress(Guid.NewGuid().ToByteArray()).ToString();
}
