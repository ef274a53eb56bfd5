using System.Collections.Concurrent;
using CaseNumerique.Network.Features.Epns;
using CaseNumerique.SharedKernel;
using CaseNumerique.TestKit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NUnit.Framework;

namespace CaseNumerique.Host.Tests.Privacy;

/// <summary>Whatever is logged, at the loudest, and whatever stands in an address bar, names nobody.</summary>
internal sealed class QuietLogsTests
{
    private const string Email = "zephirine.oubliee@banians.example";
    private const string Name = "Zéphirine Oubliée";
    private const string Phone = "687471199";

    private static readonly string[] _personal =
    [
        Email,
        Name,
        Phone,
        Uri.EscapeDataString(Email),
        Uri.EscapeDataString(Name),
    ];

    [Test]
    public async Task Journeys_leave_nobody_in_logs_or_addresses()
    {
        var ear = new Ear();
        await using var app = await App.StartAsync(
            new()
            {
                ["Logging:LogLevel:Default"] = "Trace",
                ["Logging:LogLevel:Microsoft"] = "Trace",
                ["Logging:LogLevel:CaseNumerique"] = "Trace",
            },
            services => services.AddSingleton<ILoggerProvider>(ear).AddSingleton<IStartupFilter>(ear)
        );

        await JourneyAsync(app);

        Assert.That(ear.Lines, Has.Count.GreaterThan(1000));
        Assert.That(ear.Addresses, Has.Count.GreaterThan(10));
        Assert.That(ear.Lines.Where(NamesSomebody).Distinct().Take(5), Is.Empty);
        Assert.That(ear.Addresses.Where(NamesSomebody).Distinct(), Is.Empty);
    }

    private static async Task JourneyAsync(App app)
    {
        await app.SendAsync(Given.LesBanians with { ManagerName = Name, ManagerEmail = Email });
        await app.DispatchAsync();
        await app.RunJobAsync("mail-delivery");
        var stranger = app.Anonymous();
        await stranger.SubmitAsync(
            await stranger.GetAsync("/connexion"),
            "main form",
            new() { ["Form.Email"] = Email, ["Form.Password"] = "ce n’est pas lui" }
        );
        await stranger.SubmitAsync(
            await stranger.GetAsync("/connexion/oubli"),
            "main form",
            new() { ["Form.Email"] = Email }
        );
        await app.DispatchAsync();
        var browser = await app.BrowserAsync(new Person(Email, Roles.Manager) { Name = Name });
        await browser.GetAsync("/mon-compte/donnees");
        await browser.GetAsync("/mon-compte/donnees.json");
        await browser.SubmitAsync(
            await browser.GetAsync("/mon-compte/effacement"),
            "main form",
            new() { ["Form.Typed"] = "EFFACER", ["Form.Words"] = $"Je suis {Name}, +{Phone}" }
        );
        var admin = await app.BrowserAsync(Roles.Administrator);
        var list = await admin.GetAsync("/gestion/comptes/effacements");
        var link = list.Document.QuerySelector("main td a, main th a")!.GetAttribute("href")!;
        await admin.SubmitAsync(
            await admin.GetAsync(link),
            "main form:has([name='Form.Typed'])",
            new() { ["Form.Typed"] = "EFFACER" }
        );
        await app.RunJobAsync("erase-people");
        await app.DispatchAsync();
        await app.RunJobAsync("erase-people");
    }

    private static bool NamesSomebody(string text) =>
        _personal.Any(p => text.Contains(p, StringComparison.OrdinalIgnoreCase));

    /// <summary>Hears every line of the log and every address that is asked for.</summary>
    private sealed class Ear : ILoggerProvider, ILogger, IStartupFilter
    {
        public ConcurrentQueue<string> Lines { get; } = [];

        public ConcurrentQueue<string> Addresses { get; } = [];

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel,
            EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter
        ) => Lines.Enqueue($"{eventId.Name}: {formatter(state, exception)} {exception}");

        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) =>
            app =>
            {
                app.Use(
                    async (context, go) =>
                    {
                        Addresses.Enqueue(
                            $"{context.Request.Path}{context.Request.QueryString} {context.Request.Headers.Referer}"
                        );
                        await go(context);
                        Addresses.Enqueue(context.Response.Headers.Location.ToString());
                    }
                );
                next(app);
            };

        public void Dispose() { }
    }
}
