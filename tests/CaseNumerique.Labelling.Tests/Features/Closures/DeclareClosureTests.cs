using System.Net;
using CaseNumerique.Contracts.Labelling;
using CaseNumerique.Labelling.Data;
using CaseNumerique.Labelling.Tests.Features.Verification;
using CaseNumerique.SharedKernel;
using CaseNumerique.TestKit;
using Microsoft.EntityFrameworkCore;
using NUnit.Framework;

namespace CaseNumerique.Labelling.Tests.Features.Closures;

public class DeclareClosureTests
{
    private const string Url = "/gestion/labellisation/labels/CASE-001/fermeture";

    [TestCase(Roles.Manager, true, HttpStatusCode.OK)]
    [TestCase(Roles.Manager, false, HttpStatusCode.NotFound)]
    [TestCase(Roles.Facilitator, true, HttpStatusCode.Forbidden)]
    [TestCase(Roles.Agent, false, HttpStatusCode.Forbidden)]
    public async Task Those_who_act_for_the_place_declare_it(string role, bool isOwn, HttpStatusCode status)
    {
        await using var app = await VerifyLabelTests.StartAsync();
        var browser = await app.BrowserAsync(role, isOwn ? [Given.EpnId] : []);

        Assert.That((await browser.GetAsync(Url)).Status, Is.EqualTo(status));
    }

    [Test]
    public async Task It_is_announced_everywhere_but_for_its_reason_and_the_label_stays()
    {
        await using var app = await VerifyLabelTests.StartAsync();
        var browser = await app.BrowserAsync(Roles.Manager, Given.EpnId);

        var page = await DeclareAsync(browser, "2026-11-24", "2026-12-04", kind: "Mourning");

        var told = app.Announced<EpnTemporarilyClosed>().Single();
        var verified = await app.Anonymous().GetAsync("/verification/CASE-001");
        var api = await app.Anonymous().GetAsync("/api/v1/labels/CASE-001");
        var agent = await app.BrowserAsync(Roles.Agent);
        var label = await agent.GetAsync("/gestion/labellisation/labels/CASE-001");
        var todo = await agent.GetAsync("/gestion");
        Assert.Multiple(() =>
        {
            Assert.That(page.Text, Does.Contain("La fermeture est déclarée.").And.Contain("Rouvrir plus tôt"));
            Assert.That((told.FirstOn, told.LastOn), Is.EqualTo((Given.Today, new DateOnly(2026, 12, 4))));
            Assert.That(
                verified.Text,
                Does.Contain("Ce label est valide")
                    .And.Contain("Fermé pour le moment")
                    .And.Contain("Du 24 novembre 2026 au 4 décembre 2026 inclus, sans effet sur le label.")
                    .And.Not.Contain("Deuil")
            );
            Assert.That(api.Text, Does.Contain("\"fermeture\":{\"debut\":\"2026-11-24\",\"fin\":\"2026-12-04\"}"));
            Assert.That(label.Text, Does.Contain("Fermé pour le moment").And.Contain("Deuil"));
            Assert.That(todo.Text, Does.Contain("Prendre des nouvelles de Les Banians"));
        });
        Assert.That(await app.StatusAsync(), Is.EqualTo(LabelStatus.Active));
    }

    [TestCase("", "", "Works", "Indiquez le premier jour")]
    [TestCase("2026-11-24", "", "Works", "Indiquez le dernier jour")]
    [TestCase("2026-11-24", "2026-11-23", "Works", "Le dernier jour vient après le premier")]
    [TestCase("2026-11-01", "2026-11-20", "Works", "déjà passée")]
    [TestCase("2028-11-24", "2028-11-25", "Works", "vérifiez l’année")]
    [TestCase("2026-11-24", "2026-11-30", "", "Choisissez un motif.")]
    [TestCase("2026-11-24", "2026-11-30", "Other", "Dites en quelques mots")]
    public async Task What_is_missing_or_odd_is_said(string first, string last, string kind, string message)
    {
        await using var app = await VerifyLabelTests.StartAsync();
        var browser = await app.BrowserAsync(Roles.Manager, Given.EpnId);

        var page = await DeclareAsync(browser, first, last, kind);

        Assert.That(page.Text, Does.Contain(message));
        Assert.That(app.Announced<EpnTemporarilyClosed>(), Is.Empty);
    }

    [TestCase("2027-01-22", true)]
    [TestCase("2027-01-23", false)]
    public async Task Sixty_days_are_declared_and_sixty_one_are_talked_about(string last, bool isTaken)
    {
        await using var app = await VerifyLabelTests.StartAsync();
        var browser = await app.BrowserAsync(Roles.Manager, Given.EpnId);

        var page = await DeclareAsync(browser, "2026-11-24", last);

        Assert.That(
            page.Text,
            isTaken
                ? Does.Contain("La fermeture est déclarée.")
                : Does.Contain("Cela fait 61 jours de suite").And.Contain("appelez ÉcoNum au 20 00 00")
        );
    }

    [Test]
    public async Task One_closure_after_another_without_a_day_of_opening_counts_as_one()
    {
        await using var app = await VerifyLabelTests.StartAsync(300);
        var browser = await app.BrowserAsync(Roles.Manager, Given.EpnId);
        await DeclareAsync(browser, "2026-11-24", "2027-01-10");
        app.Clock.AdvanceTo(new DateOnly(2027, 1, 11));
        browser = await app.BrowserAsync(Roles.Manager, Given.EpnId);

        var follows = await DeclareAsync(browser, "2027-01-11", "2027-01-31");
        var later = await DeclareAsync(browser, "2027-01-12", "2027-01-31");

        Assert.That(follows.Text, Does.Contain("Cela fait 69 jours de suite"));
        Assert.That(later.Text, Does.Contain("La fermeture est déclarée."));
    }

    [Test]
    public async Task One_at_a_time()
    {
        await using var app = await VerifyLabelTests.StartAsync();
        var browser = await app.BrowserAsync(Roles.Manager, Given.EpnId);
        await DeclareAsync(browser, "2026-11-24", "2026-11-30");

        var page = await DeclareAsync(browser, "2026-12-10", "2026-12-12");

        Assert.That(page.Text, Does.Contain("Une fermeture est déjà déclarée jusqu’au 30 novembre 2026"));
    }

    [Test]
    public async Task It_opens_again_earlier_than_said()
    {
        await using var app = await VerifyLabelTests.StartAsync();
        var browser = await app.BrowserAsync(Roles.Manager, Given.EpnId);
        await DeclareAsync(browser, "2026-11-24", "2026-12-04");
        const string url = "/gestion/labellisation/labels/CASE-001/reouverture";
        var form = await browser.GetAsync(url);

        var late = await browser.SubmitAsync(form, "main form", new() { ["Form.OpensOn"] = "2026-12-05" });
        var past = await browser.SubmitAsync(form, "main form", new() { ["Form.OpensOn"] = "2026-11-23" });
        var done = await browser.SubmitAsync(form, "main form", new() { ["Form.OpensOn"] = "2026-11-28" });
        var again = await browser.SubmitAsync(form, "main form", new() { ["Form.OpensOn"] = "2026-11-26" });

        var told = app.Announced<EpnTemporarilyClosed>();
        Assert.Multiple(() =>
        {
            Assert.That(late.Text, Does.Contain("L’espace rouvre déjà ce jour-là"));
            Assert.That(past.Text, Does.Contain("Ce jour est passé"));
            Assert.That(done.Text, Does.Contain("La réouverture est annoncée.").And.Contain("au 27 novembre 2026"));
            Assert.That(again.Text, Does.Contain("Quelqu’un vient de changer cette fermeture."));
            Assert.That(told.Select(t => t.Revision), Is.EqualTo(new[] { 0, 1 }));
            Assert.That(told[^1].LastOn, Is.EqualTo(new DateOnly(2026, 11, 27)));
        });
    }

    [Test]
    public async Task Nothing_is_to_be_opened_where_nothing_is_closed_or_it_is_anothers()
    {
        await using var app = await VerifyLabelTests.StartAsync();
        var own = await app.BrowserAsync(Roles.Manager, Given.EpnId);
        const string url = "/gestion/labellisation/labels/CASE-001/reouverture";
        Assert.That((await own.GetAsync(url)).Status, Is.EqualTo(HttpStatusCode.NotFound));
        await DeclareAsync(own, "2026-11-24", "2026-12-04");

        var other = await app.BrowserAsync(new Person("autre@test.example", Roles.Manager));

        Assert.That((await other.GetAsync(url)).Status, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That((await own.GetAsync(url)).Status, Is.EqualTo(HttpStatusCode.OK));
    }

    [Test]
    public async Task The_journal_tells_who_declared_it()
    {
        await using var app = await VerifyLabelTests.StartAsync();
        await DeclareAsync(await app.BrowserAsync(Roles.Manager, Given.EpnId), "2026-11-24", "2026-12-04");

        var line = await app.WithAsync((LabellingDbContext db) => db.LabelEvents.SingleAsync());

        Assert.That(line.What, Does.StartWith("Fermeture temporaire déclarée"));
        Assert.That((await app.JournalAsync("Labelling.DeclareClosure")).Count, Is.Positive);
    }

    internal static async Task<Page> DeclareAsync(
        Browser browser,
        string first,
        string last,
        string kind = "Cyclone"
    ) =>
        await browser.SubmitAsync(
            await browser.GetAsync(Url),
            "main form",
            new()
            {
                ["Form.FirstOn"] = first,
                ["Form.LastOn"] = last,
                ["Form.Kind"] = kind,
            }
        );
}
