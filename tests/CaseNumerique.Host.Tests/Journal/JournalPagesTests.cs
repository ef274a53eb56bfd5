using System.Net;
using CaseNumerique.SharedKernel;
using CaseNumerique.TestKit;
using Microsoft.Extensions.DependencyInjection;
using NUnit.Framework;

namespace CaseNumerique.Host.Tests.Journal;

internal sealed class JournalPagesTests
{
    [TestCase(Roles.Agent, HttpStatusCode.OK)]
    [TestCase(Roles.Administrator, HttpStatusCode.OK)]
    [TestCase(Roles.Committee, HttpStatusCode.Forbidden)]
    public async Task Only_people_of_EcoNum_read_it(string role, HttpStatusCode status)
    {
        await using var app = await App.StartAsync();
        var browser = await app.BrowserAsync(role);

        Assert.That((await browser.GetAsync("/gestion/journal")).Status, Is.EqualTo(status));
    }

    [Test]
    public async Task A_refusal_is_a_line_and_the_same_again_within_a_minute_is_counted()
    {
        await using var app = await App.StartAsync();
        var browser = await app.BrowserAsync(Roles.Committee);

        for (var time = 0; time < 3; time++)
        {
            await browser.GetAsync("/gestion/journal?q=quelqu-un");
        }

        app.Clock.Advance(TimeSpan.FromMinutes(2));
        await browser.GetAsync("/gestion/journal");

        var lines = await app.JournalAsync("access.refused");
        Assert.That(
            lines.Select(l => l.Entry.Subject),
            Is.EqualTo(new[] { "GET /gestion/journal", "GET /gestion/journal" })
        );
        Assert.That(lines.Select(l => l.Entry.Outcome), Is.All.EqualTo(AuditOutcome.Refused));
        Assert.That(lines.Select(l => l.Entry.ActorId), Is.All.Not.Null);
        Assert.That(lines[1].Changes, Does.Contain("\"after\":\"2\""));
    }

    [Test]
    public async Task A_search_finds_by_words_person_kind_outcome_and_day()
    {
        await using var app = await App.StartAsync();
        await app.SendAsync(Given.LesBanians);
        var browser = await app.BrowserAsync(Roles.Agent);

        async Task<int> CountAsync(string query) =>
            (await browser.GetAsync($"/gestion/journal?{query}")).Document.QuerySelectorAll("main tbody tr").Length;

        Assert.Multiple(async () =>
        {
            Assert.That(await CountAsync("q=espace+ENREGISTRE+espace"), Is.EqualTo(1));
            Assert.That(await CountAsync("acte=Network.RegisterEpn"), Is.EqualTo(2));
            Assert.That(await CountAsync("personne=agent%40test.example"), Is.Zero);
            Assert.That(await CountAsync("acte=Network.RegisterEpn&du=2026-11-24&au=2026-11-24"), Is.EqualTo(2));
            Assert.That(await CountAsync("du=2026-11-25"), Is.Zero);
            Assert.That(await CountAsync("au=2026-11-23"), Is.Zero);
            Assert.That(await CountAsync("resultat=Refused"), Is.Zero);
        });
    }

    [Test]
    public async Task A_line_shows_what_was_before_and_after()
    {
        await using var app = await App.StartAsync();
        await app.SendAsync(Given.LesBanians);
        var line = (await app.JournalAsync("Network.RegisterEpn")).First(l =>
            l.Entry.Subject.StartsWith("Espace", StringComparison.Ordinal)
        );
        var browser = await app.BrowserAsync(Roles.Agent);

        var page = await browser.GetAsync($"/gestion/journal/{line.Entry.Id}");

        Assert.That(
            page.Text,
            Does.Contain("Espace enregistré").And.Contain("Système").And.Contain("Quartier de la gare routière")
        );
        Assert.That(
            (await browser.GetAsync($"/gestion/journal/{Guid.NewGuid()}")).Status,
            Is.EqualTo(HttpStatusCode.NotFound)
        );
    }

    [Test]
    public async Task An_export_computes_nothing_and_is_itself_a_line()
    {
        await using var app = await App.StartAsync();
        await app
            .Services.GetRequiredService<IAuditJournal>()
            .RecordAsync(new AuditFact("test.written", "=HYPERLINK(\"x\")", "a;b"), default);
        var browser = await app.BrowserAsync(Roles.Agent);

        var csv = (await browser.GetAsync("/gestion/journal?forme=csv&acte=test.written")).Body;

        Assert.That(csv, Does.Contain("\"'=HYPERLINK(\"\"x\"\")\";\"a;b\";\"fait\""));
        Assert.That(await app.JournalAsync("journal.exported"), Has.Count.EqualTo(1));
    }
}
