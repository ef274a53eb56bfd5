using System.Net;
using CaseNumerique.Labelling.Data;
using CaseNumerique.SharedKernel;
using CaseNumerique.TestKit;
using Microsoft.EntityFrameworkCore;
using NUnit.Framework;

namespace CaseNumerique.Labelling.Tests.Features.LabelApplications;

internal sealed class BeginApplicationTests
{
    private const string Url = "/gestion/labellisation/demandes/nouvelle";

    [Test]
    public async Task Somebody_without_a_space_to_write_for_is_told_what_to_do()
    {
        await using var app = await App.StartAsync();
        await app.LesBaniansAsync();
        var reader = await app.BrowserAsync(Roles.Facilitator, Given.EpnId);

        var page = await reader.GetAsync(Url);

        Assert.That(page.Text, Does.Contain("Aucun espace dont vous puissiez demander le label"));
        Assert.That(page.Document.QuerySelector("main form"), Is.Null);
    }

    [Test]
    public async Task The_space_of_others_is_like_none()
    {
        await using var app = await App.StartAsync();
        await app.LesBaniansAsync();
        var other = Guid.NewGuid();
        await app.EpnAsync(other, "La Source");
        var browser = await app.HeleneAsync();

        var asked = await browser.GetAsync($"{Url}?espace={other}");
        var posted = await browser.PostAsync(
            await browser.GetAsync(Url),
            new() { ["Form.EpnId"] = $"{other}", ["Form.Context"] = "Rural" }
        );

        Assert.That((asked.Status, posted.Status), Is.EqualTo((HttpStatusCode.NotFound, HttpStatusCode.NotFound)));
        Assert.That(await CountAsync(app), Is.Zero);
    }

    [Test]
    public async Task A_draft_is_begun_under_the_referential_in_force()
    {
        await using var app = await App.StartAsync();
        await app.LesBaniansAsync();
        var browser = await app.HeleneAsync();

        var list = await browser.GetAsync("/gestion/labellisation/demandes");
        var page = await browser.SubmitAsync(
            await browser.GetAsync(list.Document.QuerySelector(".head a.btn")!.GetAttribute("href")!),
            "main form",
            new() { ["Form.Context"] = "Remote" }
        );

        var file = await app.WithAsync((LabellingDbContext db) => db.Applications.SingleAsync());
        Assert.That(page.Url, Does.EndWith($"/demandes/{file.Id}/gestionnaire"));
        Assert.That(
            (file.EpnId, file.Kind, file.Context, file.Status, file.StartedBy),
            Is.EqualTo((Given.EpnId, ApplicationKind.Initial, EpnContext.Remote, ApplicationStatus.Draft, "Hélène W."))
        );
    }

    [Test]
    public async Task After_a_refusal_it_says_what_the_refused_file_said()
    {
        await using var app = await App.StartAsync();
        var refused = await app.DecidableFileAsync();
        await app.ProveAsync(refused, await app.ProofAsync());
        var admin = await app.BrowserAsync(Roles.Administrator);
        await admin.DecideAsync(refused, "refus", new() { ["Form.Reasons"] = "C1 n’est pas rempli." });
        var browser = await app.HeleneAsync();

        var page = await browser.SubmitAsync(
            await browser.GetAsync(Url),
            "main form",
            new() { ["Form.Context"] = "Remote" }
        );

        var file = await app.WithAsync((LabellingDbContext db) => db.Applications.SingleAsync(a => a.Id != refused));
        Assert.That(page.Url, Does.EndWith($"/demandes/{file.Id}/gestionnaire"));
        Assert.That(
            (file.CopiedFromId, file.Context, file.OperatorName, file.Ridet, file.CharterSignedAt),
            Is.EqualTo(((Guid?)refused, EpnContext.Remote, "Association Les Banians", "0123456001", (DateTime?)null))
        );
        Assert.That((await app.AnswerAsync(file.Id, "A1")).SelfScore, Is.EqualTo(CriteriaSet.MetScore));
        Assert.That(await app.ProofsOfAsync(file.Id, "A1"), Is.EqualTo(new[] { "Planning 2027" }));
    }

    [Test]
    public async Task Without_a_context_nothing_begins()
    {
        await using var app = await App.StartAsync();
        await app.LesBaniansAsync();
        var browser = await app.HeleneAsync();

        var page = await browser.SubmitAsync(await browser.GetAsync(Url), "main form", []);

        Assert.That(page.Text, Does.Contain("Choisissez où l’espace se trouve."));
        Assert.That(await CountAsync(app), Is.Zero);
    }

    [Test]
    public async Task An_open_application_is_opened_instead_of_a_second()
    {
        await using var app = await App.StartAsync();
        await app.LesBaniansAsync();
        var browser = await app.HeleneAsync();
        var form = await browser.GetAsync(Url);
        var id = await app.FileAsync(ApplicationStatus.UnderAssessment);

        var page = await browser.SubmitAsync(form, "main form", new() { ["Form.Context"] = "Rural" });

        Assert.That(page.Text, Does.Contain("Une demande est déjà ouverte pour cet espace."));
        Assert.That(
            page.Document.QuerySelectorAll("main .note a").Select(a => a.GetAttribute("href")),
            Does.Contain($"/gestion/labellisation/demandes/{id}")
        );
    }

    [Test]
    public async Task A_label_that_is_held_is_renewed()
    {
        await using var app = await App.StartAsync();
        await app.LesBaniansAsync();
        await app.LabelEndingInAsync(400);
        var browser = await app.HeleneAsync();

        var page = await browser.GetAsync(Url);

        Assert.That(page.Text, Does.Contain("Cet espace a le label CASE-001 : il se renouvelle."));
        Assert.That(page.Document.QuerySelector("main form"), Is.Null);
    }

    [TestCase(364, "Une nouvelle demande est possible à partir du 24 novembre 2027.")]
    [TestCase(365, null)]
    public async Task After_a_withdrawal_one_waits(int days, string? refusal)
    {
        await using var app = await App.StartAsync();
        await app.LesBaniansAsync();
        await app.ChangeAsync(await app.LabelEndingInAsync(400), "retrait");
        app.Clock.AdvanceTo(Given.Today.AddDays(days));
        var browser = await app.HeleneAsync();

        var page = await browser.GetAsync(Url);

        Assert.That(page.Document.QuerySelector("main form"), refusal is null ? Is.Not.Null : Is.Null);
        Assert.That(page.Text, Does.Contain(refusal ?? "De quel espace s’agit-il"));
    }

    [Test]
    public async Task A_closed_space_asks_for_nothing()
    {
        await using var app = await App.StartAsync();
        await app.LesBaniansAsync();
        await app.WithAsync(
            (LabellingDbContext db) => db.Epns.ExecuteUpdateAsync(set => set.SetProperty(e => e.ClosedOn, Given.Today))
        );
        var browser = await app.HeleneAsync();

        Assert.That((await browser.GetAsync(Url)).Text, Does.Contain("ou il a fermé"));
    }

    private static Task<int> CountAsync(App app) =>
        app.WithAsync((LabellingDbContext db) => db.Applications.CountAsync());
}
