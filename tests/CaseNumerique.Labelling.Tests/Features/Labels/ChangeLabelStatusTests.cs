using System.Net;
using CaseNumerique.Contracts.Labelling;
using CaseNumerique.Labelling.Data;
using CaseNumerique.SharedKernel;
using CaseNumerique.TestKit;
using Microsoft.EntityFrameworkCore;
using NUnit.Framework;

namespace CaseNumerique.Labelling.Tests.Features.Labels;

public class ChangeLabelStatusTests
{
    private const string Url = "/gestion/labellisation/labels/CASE-001/";

    [TestCase(Roles.Agent, "renouvellement", HttpStatusCode.OK)]
    [TestCase(Roles.Agent, "suspension", HttpStatusCode.Forbidden)]
    [TestCase(Roles.Agent, "retrait", HttpStatusCode.Forbidden)]
    [TestCase(Roles.Administrator, "suspension", HttpStatusCode.OK)]
    [TestCase(Roles.Manager, "renouvellement", HttpStatusCode.Forbidden)]
    [TestCase(Roles.Administrator, "inconnu", HttpStatusCode.NotFound)]
    public async Task Each_act_is_open_to_those_who_may(string role, string act, HttpStatusCode status)
    {
        await using var app = await StartAsync();
        var browser = await app.BrowserAsync(role);

        Assert.That((await browser.GetAsync(Url + act)).Status, Is.EqualTo(status));
    }

    [Test]
    public async Task An_act_is_confirmed_with_a_reason_saved_and_announced()
    {
        await using var app = await StartAsync();
        var browser = await app.BrowserAsync(Roles.Administrator);
        var question = await browser.GetAsync(Url + "suspension");

        var page = await browser.SubmitAsync(
            question,
            "main form",
            new() { ["Form.Reason"] = "Local fermé depuis mars" }
        );

        Assert.That(page.Text, Does.Contain("Label suspendu.").And.Contain("Local fermé depuis mars"));
        Assert.That(app.Announced<LabelStatusChanged>().Single().Status, Is.EqualTo("suspendu"));
    }

    [Test]
    public async Task Without_a_reason_nothing_happens()
    {
        await using var app = await StartAsync();
        var browser = await app.BrowserAsync(Roles.Administrator);

        var page = await browser.SubmitAsync(await browser.GetAsync(Url + "retrait"), "main form", []);

        Assert.That(page.Text, Does.Contain("Indiquez le motif"));
        Assert.That(await StatusAsync(app), Is.EqualTo(LabelStatus.Active));
    }

    [Test]
    public async Task An_act_that_the_state_does_not_allow_is_refused()
    {
        await using var app = await StartAsync();
        var browser = await app.BrowserAsync(Roles.Administrator);

        var page = await browser.SubmitAsync(
            await browser.GetAsync(Url + "levee"),
            "main form",
            new() { ["Form.Reason"] = "Erreur" }
        );

        Assert.That(page.Text, Does.Contain("L’état du label ne le permet pas, ou ne le permet plus."));
    }

    [Test]
    public async Task A_label_changed_meanwhile_by_someone_else_is_not_overwritten()
    {
        await using var app = await StartAsync();
        var browser = await app.BrowserAsync(Roles.Administrator);
        var question = await browser.GetAsync(Url + "retrait");
        await app.ChangeAsync("CASE-001", "suspension");

        var page = await browser.SubmitAsync(question, "main form", new() { ["Form.Reason"] = "Fraude" });

        Assert.That(page.Text, Does.Contain("Quelqu’un vient de modifier ce label."));
        Assert.That(page.Text, Does.Contain("Fraude"));
        Assert.That(await StatusAsync(app), Is.EqualTo(LabelStatus.Suspended));
    }

    private static async Task<App> StartAsync()
    {
        var app = await App.StartAsync();
        await app.LesBaniansAsync();
        await app.LabelEndingInAsync(90);
        return app;
    }

    private static Task<LabelStatus> StatusAsync(App app) =>
        app.WithAsync((LabellingDbContext db) => db.Labels.Select(l => l.Status).SingleAsync());
}
