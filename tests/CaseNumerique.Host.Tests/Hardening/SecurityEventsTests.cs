using System.Collections.Concurrent;
using CaseNumerique.SharedKernel;
using CaseNumerique.TestKit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NUnit.Framework;

namespace CaseNumerique.Host.Tests.Hardening;

/// <summary>What somebody does who tries the doors is logged: once a minute, and without saying who.</summary>
internal sealed class SecurityEventsTests
{
    private const string Address = "192.0.2.44";
    private const string Link = "un-jeton-qui-ouvrirait";

    private readonly Ear _ear = new();
    private App _app = null!;

    [SetUp]
    public async Task StartAsync()
    {
        _ear.Lines.Clear();
        _app = await App.StartAsync(
            new() { ["Logging:LogLevel:CaseNumerique"] = "Warning" },
            services => services.AddSingleton<ILoggerProvider>(_ear)
        );
    }

    [TearDown]
    public async Task StopAsync() => await _app.DisposeAsync();

    [Test]
    public async Task A_form_without_its_token_is_a_line_and_more_within_a_minute_are_counted()
    {
        var browser = _app.Anonymous(Address);
        var url = $"/connexion/activation?jeton={Link}";

        await PostAsync(browser, url, times: 3);
        _app.Clock.Advance(TimeSpan.FromMinutes(2));
        await PostAsync(browser, url, times: 1);

        Assert.That(
            _ear.Lines,
            Is.EqualTo(
                new[]
                {
                    "FormRefused /connexion/activation refused a form without its own antiforgery token; 0 more since the last such line",
                    "FormRefused /connexion/activation refused a form without its own antiforgery token; 2 more since the last such line",
                }
            )
        );
    }

    [Test]
    public async Task A_form_of_somebody_who_has_signed_in_is_one_too()
    {
        var browser = await _app.BrowserAsync(Roles.Agent);

        await PostAsync(browser, "/mon-compte/mot-de-passe", times: 1);

        Assert.That(_ear.Lines.Single(), Does.StartWith("FormRefused /mon-compte/mot-de-passe refused a form"));
    }

    [Test]
    public async Task One_try_too_many_is_a_line_and_a_flood_is_one_as_well()
    {
        var browser = _app.Anonymous(Address);
        var form = await browser.GetAsync("/connexion");

        for (var i = 0; i < 30; i++)
        {
            await browser.SubmitAsync(
                form,
                "main form",
                new() { ["Form.Email"] = "personne@w.example", ["Form.Password"] = "pas le bon du tout" }
            );
        }

        Assert.That(
            _ear.Lines.Single(),
            Is.EqualTo(
                "TooManyTries /connexion turned somebody away after too many tries; 0 more since the last such line"
            )
        );
    }

    private static async Task PostAsync(Browser browser, string url, int times)
    {
        for (var time = 0; time < times; time++)
        {
            using var content = new FormUrlEncodedContent([]);
            using var answer = await browser.Client.PostAsync(url, content);
            Assert.That((int)answer.StatusCode, Is.EqualTo(400));
        }
    }

    /// <summary>Hears the host's own lines.</summary>
    private sealed class Ear : ILoggerProvider
    {
        public ConcurrentQueue<string> Lines { get; } = [];

        public ILogger CreateLogger(string categoryName) => new Category(this, categoryName);

        public void Dispose() { }

        private sealed class Category(Ear ear, string name) : ILogger
        {
            public IDisposable? BeginScope<TState>(TState state)
                where TState : notnull => null;

            public bool IsEnabled(LogLevel logLevel) => true;

            public void Log<TState>(
                LogLevel logLevel,
                EventId eventId,
                TState state,
                Exception? exception,
                Func<TState, Exception?, string> formatter
            )
            {
                if (name.EndsWith(".SecurityEvents", StringComparison.Ordinal))
                {
                    ear.Lines.Enqueue($"{eventId.Name} {formatter(state, exception)}");
                }
            }
        }
    }
}
