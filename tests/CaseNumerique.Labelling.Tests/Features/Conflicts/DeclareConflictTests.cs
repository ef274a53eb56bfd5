using System.Net;
using CaseNumerique.Labelling.Data;
using CaseNumerique.SharedKernel;
using CaseNumerique.TestKit;
using Microsoft.EntityFrameworkCore;
using NUnit.Framework;

namespace CaseNumerique.Labelling.Tests.Features.Conflicts;

public class DeclareConflictTests
{
    private const string Url = "/gestion/labellisation/interets";
    private const string LabelUrl = "/gestion/labellisation/labels/CASE-001";

    [TestCase(Roles.Committee, HttpStatusCode.OK)]
    [TestCase(Roles.Agent, HttpStatusCode.OK)]
    [TestCase(Roles.Manager, HttpStatusCode.Forbidden)]
    public async Task It_is_for_the_authority_and_the_committee(string role, HttpStatusCode status)
    {
        await using var app = await App.StartAsync();

        Assert.That((await (await app.BrowserAsync(role)).GetAsync(Url)).Status, Is.EqualTo(status));
    }

    [Test]
    public async Task Whoever_has_a_stake_neither_proposes_nor_decides_until_it_ends()
    {
        await using var app = await StartAsync();
        var agent = await app.BrowserAsync(Roles.Agent);
        var form = await agent.GetAsync($"{LabelUrl}/suspension");

        await DeclareAsync(agent);
        var label = await agent.GetAsync(LabelUrl);
        var refused = await agent.SubmitAsync(form, "main form", new() { ["Form.Reason"] = "Local fermé" });
        var end = await agent.GetAsync(
            (await agent.GetAsync(Url)).Document.QuerySelector("a[href$='/fin']")!.GetAttribute("href")!
        );
        var ended = await agent.SubmitAsync(end, "form.dialog", []);

        Assert.Multiple(() =>
        {
            Assert.That(label.Document.QuerySelector("a[href$='/suspension']"), Is.Null);
            Assert.That(label.Text, Does.Contain("Un intérêt est déclaré dans l’espace « Les Banians »"));
            Assert.That(refused.Text, Does.Contain("Un intérêt est déclaré dans l’espace"));
            Assert.That(ended.Text, Does.Contain("L’intérêt est terminé."));
        });
        Assert.That((await agent.ProposeAsync()).Text, Does.Contain("La proposition est enregistrée."));
    }

    [Test]
    public async Task A_stake_declared_after_the_proposal_keeps_from_deciding()
    {
        await using var app = await StartAsync();
        var url = (await (await app.BrowserAsync(Roles.Agent)).ProposeAsync()).Url;
        var admin = await app.BrowserAsync(Roles.Administrator);
        var form = await admin.GetAsync(url);

        await DeclareAsync(admin);
        var answer = await admin.SubmitAsync(form, "main form", [], "Suspendre le label");

        Assert.That(answer.Text, Does.Contain("Un intérêt est déclaré dans l’espace"));
        Assert.That(await app.StatusAsync(), Is.EqualTo(LabelStatus.Active));
    }

    [Test]
    public async Task Nor_does_it_let_a_postponement_through()
    {
        await using var app = await StartAsync();
        var admin = await app.BrowserAsync(Roles.Administrator);
        await DeclareAsync(admin);

        var page = await admin.SubmitAsync(
            await admin.GetAsync("/gestion/labellisation/reports"),
            "main form",
            new()
            {
                ["Form.From"] = "2026-11-24",
                ["Form.To"] = "2027-12-31",
                ["Form.Days"] = "60",
                ["Form.Reason"] = "Cyclone",
            }
        );

        Assert.That(page.Text, Does.Contain("Un intérêt est déclaré dans l’espace"));
    }

    [Test]
    public async Task Each_sees_their_own_and_an_administrator_all()
    {
        await using var app = await StartAsync();
        await DeclareAsync(await app.BrowserAsync(Roles.Committee), "Je siège au conseil municipal");

        var agent = await (await app.BrowserAsync(Roles.Agent)).GetAsync(Url);
        var admin = await (await app.BrowserAsync(Roles.Administrator)).GetAsync(Url);

        Assert.That(agent.Text, Does.Contain("Vous n’avez déclaré d’intérêt dans aucun espace."));
        Assert.That(admin.Document.QuerySelector("table")?.TextContent, Does.Contain("Je siège au conseil municipal"));
        Assert.That(admin.Document.QuerySelector("a[href$='/fin']"), Is.Null);
    }

    [Test]
    public async Task Nobody_ends_the_stake_of_another()
    {
        await using var app = await StartAsync();
        await DeclareAsync(await app.BrowserAsync(Roles.Committee));
        var id = await app.WithAsync((LabellingDbContext db) => db.ConflictsOfInterest.Select(c => c.Id).SingleAsync());
        var admin = await app.BrowserAsync(Roles.Administrator);

        Assert.That((await admin.GetAsync($"{Url}/{id}/fin")).Status, Is.EqualTo(HttpStatusCode.NotFound));
    }

    [Test]
    public async Task It_is_declared_once_and_in_words()
    {
        await using var app = await StartAsync();
        var agent = await app.BrowserAsync(Roles.Agent);

        var mute = await DeclareAsync(agent, "");
        await DeclareAsync(agent);
        var twice = await DeclareAsync(agent);

        Assert.That(mute.Text, Does.Contain("Dites en quelques mots quel est cet intérêt."));
        Assert.That(twice.Text, Does.Contain("Vous avez déjà déclaré un intérêt dans cet espace."));
    }

    private static async Task<Page> DeclareAsync(Browser browser, string reason = "Ma sœur y travaille") =>
        await browser.SubmitAsync(
            await browser.GetAsync(Url),
            "main form",
            new() { ["Form.EpnId"] = Given.EpnId.ToString(), ["Form.Reason"] = reason }
        );

    private static async Task<App> StartAsync()
    {
        var app = await App.StartAsync();
        await app.LesBaniansAsync();
        await app.LabelEndingInAsync(90);
        return app;
    }
}
