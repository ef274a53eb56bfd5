using System.Net;
using CaseNumerique.Contracts.Labelling;
using CaseNumerique.Labelling.Data;
using CaseNumerique.SharedKernel;
using CaseNumerique.TestKit;
using NUnit.Framework;

namespace CaseNumerique.Labelling.Tests.Features.Labels;

public class NoteRenewalTests
{
    private const string Url = "/gestion/labellisation/labels/CASE-001/renouvellement";

    [TestCase(Roles.Agent, HttpStatusCode.OK)]
    [TestCase(Roles.Manager, HttpStatusCode.Forbidden)]
    [TestCase(Roles.Committee, HttpStatusCode.Forbidden)]
    public async Task It_is_noted_by_those_who_may(string role, HttpStatusCode status)
    {
        await using var app = await StartAsync();
        var browser = await app.BrowserAsync(role);

        Assert.That((await browser.GetAsync(Url)).Status, Is.EqualTo(status));
    }

    [Test]
    public async Task It_is_saved_with_who_noted_it_and_announced()
    {
        await using var app = await StartAsync();
        var browser = await app.BrowserAsync(Roles.Agent);

        var page = await browser.SubmitAsync(
            await browser.GetAsync(Url),
            "main form",
            new() { ["Form.Reason"] = "Dossier complet reçu" }
        );

        Assert.That(page.Text, Does.Contain("Renouvellement déposé.").And.Contain("Dossier complet reçu"));
        Assert.That(app.Announced<LabelStatusChanged>().Single().Status, Is.EqualTo("en_renouvellement"));
    }

    [Test]
    public async Task Without_words_nothing_happens()
    {
        await using var app = await StartAsync();
        var browser = await app.BrowserAsync(Roles.Agent);

        var page = await browser.SubmitAsync(await browser.GetAsync(Url), "main form", []);

        Assert.That(page.Text, Does.Contain("Indiquez ce qui est déposé"));
        Assert.That(await app.StatusAsync(), Is.EqualTo(LabelStatus.Active));
    }

    [Test]
    public async Task A_label_changed_meanwhile_by_someone_else_is_not_overwritten()
    {
        await using var app = await StartAsync();
        var browser = await app.BrowserAsync(Roles.Agent);
        var question = await browser.GetAsync(Url);
        await app.ChangeAsync("CASE-001", "suspension");
        await app.ChangeAsync("CASE-001", "levee");

        var page = await browser.SubmitAsync(question, "main form", new() { ["Form.Reason"] = "Dossier reçu" });

        Assert.That(page.Text, Does.Contain("Quelqu’un vient de modifier ce label.").And.Contain("Dossier reçu"));
        Assert.That(await app.StatusAsync(), Is.EqualTo(LabelStatus.Active));
    }

    [Test]
    public async Task A_suspension_that_is_lifted_leaves_the_label_to_a_renewal_on_paper()
    {
        await using var app = await StartAsync();
        await app.ChangeAsync("CASE-001", "renouvellement");
        await app.ChangeAsync("CASE-001", "suspension");

        await app.ChangeAsync("CASE-001", "levee");

        Assert.That(await app.StatusAsync(), Is.EqualTo(LabelStatus.UnderRenewal));
    }

    private static async Task<App> StartAsync()
    {
        var app = await App.StartAsync();
        await app.LesBaniansAsync();
        await app.LabelEndingInAsync(90);
        return app;
    }
}
