using System.Net;
using CaseNumerique.Labelling.Data;
using CaseNumerique.Platform.Data;
using CaseNumerique.SharedKernel;
using CaseNumerique.TestKit;
using Microsoft.EntityFrameworkCore;
using NUnit.Framework;

namespace CaseNumerique.Labelling.Tests.Features.Reminders;

public class WatchRemindersTests
{
    [TestCase(Roles.Manager)]
    [TestCase(Roles.Facilitator)]
    [TestCase(Roles.Committee)]
    public async Task Only_ECONUM_may_look(string role)
    {
        await using var app = await App.StartAsync();
        var browser = await app.BrowserAsync(role);

        var page = await browser.GetAsync("/gestion/relances");

        Assert.That(page.Status, Is.EqualTo(HttpStatusCode.Forbidden));
    }

    [Test]
    public async Task Nobody_signed_in_is_asked_to_sign_in()
    {
        await using var app = await App.StartAsync();

        var page = await app.Anonymous().GetAsync("/gestion/relances");

        Assert.That(page.Url, Does.Contain("/connexion?retour="));
    }

    [Test]
    public async Task An_empty_day_says_so_and_offers_a_way_on()
    {
        await using var app = await App.StartAsync();
        var browser = await app.BrowserAsync(Roles.Agent);

        var page = await browser.GetAsync("/gestion/relances");

        Assert.That(page.Text, Does.Contain("Aucun rappel ce jour-là"));
        Assert.That(page.Text, Does.Contain("Chaque espace concerné a une adresse électronique."));
    }

    [Test]
    public async Task What_went_today_is_listed_with_its_hour()
    {
        await using var app = await App.StartAsync();
        await app.LesBaniansAsync();
        await app.LabelEndingInAsync(90);
        await app.RemindAsync();
        var browser = await app.BrowserAsync(Roles.Agent);

        var page = await browser.GetAsync("/gestion/relances");

        Assert.That(page.Text, Does.Contain("Les Banians, Koné").And.Contain("Hélène W., gestionnaire"));
        Assert.That(page.Text, Does.Contain("24 novembre 2026 à 8 h"));
    }

    [Test]
    public async Task A_day_to_come_shows_what_would_go_and_writes_nothing()
    {
        await using var app = await App.StartAsync();
        await app.LesBaniansAsync();
        await app.LabelEndingInAsync(127);
        var browser = await app.BrowserAsync(Roles.Agent);

        // 24 November + 97 days: 1 March, thirty days before the end.
        var page = await browser.GetAsync("/gestion/relances?le=2027-03-01");

        Assert.That(page.Text, Does.Contain("Ce qui partirait le lundi 1er mars 2027 : 2 rappels"));
        Assert.That(page.Text, Does.Contain(Given.ManagerEmail).And.Contain("nadege@econum.example"));
        Assert.That(await app.WithAsync((LabellingDbContext db) => db.Reminders.CountAsync()), Is.Zero);
        Assert.That(await app.WithAsync((PlatformDbContext db) => db.Mails.CountAsync()), Is.Zero);
        Assert.That(app.MailFiles, Is.Empty);
    }

    [Test]
    public async Task Whoever_cannot_be_written_to_is_listed_with_a_number_to_call()
    {
        await using var app = await App.StartAsync();
        await app.LesBaniansAsync(Given.Manager with { Email = null });
        await app.LabelEndingInAsync(90);
        await app.RemindAsync();
        var browser = await app.BrowserAsync(Roles.Agent);

        var page = await browser.GetAsync("/gestion/relances");
        var todo = await browser.GetAsync("/gestion");

        Assert.That(page.Document.QuerySelector("a[href='tel:+687471234']"), Is.Not.Null);
        Assert.That(todo.Text, Does.Contain("Appeler Les Banians, Koné"));
    }

    [Test]
    public async Task A_refusal_shows_the_words_and_leads_to_the_mail()
    {
        await using var app = await App.StartAsync();
        await app.LesBaniansAsync(Given.Manager with { Email = "helene.banians" });
        await app.LabelEndingInAsync(90);
        await app.RemindAsync();
        var mail = (await app.MailsAsync()).Single();
        var browser = await app.BrowserAsync(Roles.Agent);

        var page = await browser.GetAsync("/gestion/relances");

        Assert.That(page.Text, Does.Contain("1 courriel n’est pas arrivé").And.Contain("Adresse mal formée"));
        Assert.That(page.Document.QuerySelector($"a[href='/gestion/courriels/{mail.Id}']"), Is.Not.Null);
    }

    [Test]
    public async Task A_failure_no_longer_counts_once_the_label_needs_no_reminder()
    {
        await using var app = await App.StartAsync();
        await app.LesBaniansAsync(Given.Manager with { Email = "helene.banians" });
        var number = await app.LabelEndingInAsync(90);
        await app.RemindAsync();
        var browser = await app.BrowserAsync(Roles.Agent);
        Assert.That(FailedOf(await browser.GetAsync("/gestion/relances")), Is.EqualTo("1"));

        await app.ChangeAsync(number, "renouvellement");

        Assert.That(FailedOf(await browser.GetAsync("/gestion/relances")), Is.EqualTo("0"));
    }

    [Test]
    public async Task A_long_day_has_pages()
    {
        await using var app = await App.StartAsync();
        for (var i = 0; i < 21; i++)
        {
            var id = Guid.CreateVersion7();
            await app.EpnAsync(
                id,
                $"Espace {i:00}",
                Given.Manager with
                {
                    ContactId = id,
                    Email = $"e{i}@test.example",
                }
            );
            await app.LabelEndingInAsync(180, id);
        }

        await app.RemindAsync();
        var browser = await app.BrowserAsync(Roles.Agent);

        var second = await browser.GetAsync("/gestion/relances?page=2");

        Assert.That(second.Document.QuerySelectorAll("table.stack tbody tr"), Has.Count.EqualTo(1));
        Assert.That(second.Text, Does.Contain("Espace 20"));
    }

    [Test]
    public async Task A_mail_can_be_read_before_it_is_written()
    {
        await using var app = await App.StartAsync();
        await app.LesBaniansAsync();
        var number = await app.LabelEndingInAsync(200);
        var browser = await app.BrowserAsync(Roles.Agent);

        var page = await browser.GetAsync($"/gestion/relances/apercu?label={number}&jalon=30&role=gestionnaire");

        Assert.That(page.Text, Does.Contain("Votre label expire dans 30 jours").And.Contain("Bonjour Hélène W."));
    }

    private static string FailedOf(Page page) =>
        page
            .Document.QuerySelectorAll(".figures > div")
            .Single(f => f.QuerySelector("dt")!.TextContent == "en échec")
            .QuerySelector("dd")!
            .TextContent;
}
