using System.Net;
using CaseNumerique.Labelling.Data;
using CaseNumerique.SharedKernel;
using CaseNumerique.TestKit;
using NUnit.Framework;

namespace CaseNumerique.Labelling.Tests.Features.Proposals;

public class ProposeActTests
{
    private const string Url = "/gestion/labellisation/labels/CASE-001/";

    [TestCase(Roles.Agent, "suspension", HttpStatusCode.OK)]
    [TestCase(Roles.Administrator, "retrait", HttpStatusCode.OK)]
    [TestCase(Roles.Manager, "suspension", HttpStatusCode.Forbidden)]
    [TestCase(Roles.Administrator, "inconnu", HttpStatusCode.NotFound)]
    [TestCase(Roles.Administrator, "octroi", HttpStatusCode.NotFound)]
    public async Task Each_act_is_open_to_those_who_may(string role, string act, HttpStatusCode status)
    {
        await using var app = await StartAsync();
        var browser = await app.BrowserAsync(role);

        Assert.That((await browser.GetAsync(Url + act)).Status, Is.EqualTo(status));
    }

    [Test]
    public async Task A_proposal_changes_nothing_and_stands_in_the_history()
    {
        await using var app = await StartAsync();
        var browser = await app.BrowserAsync(Roles.Agent);

        await browser.ProposeAsync(reason: "Local fermé depuis mars");
        var label = await browser.GetAsync(Url.TrimEnd('/'));

        Assert.Multiple(() =>
        {
            Assert.That(label.Text, Does.Contain("Une proposition attend une décision"));
            Assert.That(label.Text, Does.Contain("suspendre le label").And.Contain("Local fermé depuis mars"));
            Assert.That(label.Document.QuerySelector("a[href$='/suspension']"), Is.Null);
        });
        Assert.That(await app.StatusAsync(), Is.EqualTo(LabelStatus.Active));
    }

    [TestCase("retrait", "", "Indiquez le motif")]
    [TestCase(
        "levee",
        "Erreur",
        "Impossible de lever la suspension : le label est en cours. Il faut qu’il soit suspendu."
    )]
    public async Task What_cannot_be_is_refused(string act, string reason, string message)
    {
        await using var app = await StartAsync();
        var browser = await app.BrowserAsync(Roles.Agent);

        Assert.That((await browser.ProposeAsync(act, reason)).Text, Does.Contain(message));
    }

    [Test]
    public async Task Whoever_acts_for_the_space_neither_proposes_nor_decides()
    {
        await using var app = await StartAsync();
        var url = (await (await app.BrowserAsync(Roles.Agent)).ProposeAsync()).Url;
        var both = new Person("double@test.example", Roles.Administrator) { EpnIds = [Given.EpnId] };
        var browser = await app.BrowserAsync(both);

        var decision = await browser.GetAsync(url);
        var label = await browser.GetAsync(Url.TrimEnd('/'));

        Assert.That(decision.Text, Does.Contain("Vous agissez pour l’espace"));
        Assert.That(decision.Document.QuerySelector("main form"), Is.Null);
        Assert.That(label.Text, Does.Contain("Une proposition attend une décision"));
    }

    private static async Task<App> StartAsync()
    {
        var app = await App.StartAsync();
        await app.LesBaniansAsync();
        await app.LabelEndingInAsync(90);
        return app;
    }
}
