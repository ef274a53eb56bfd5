using System.Net;
using CaseNumerique.Labelling.Data;
using CaseNumerique.SharedKernel;
using CaseNumerique.TestKit;
using Microsoft.EntityFrameworkCore;
using NUnit.Framework;

namespace CaseNumerique.Labelling.Tests.Features.Proposals;

public class ProposeGrantTests
{
    private const string Url = "/gestion/labellisation/labels/nouveau";

    [TestCase(Roles.Manager)]
    [TestCase(Roles.Committee)]
    public async Task Only_those_of_the_authority_propose(string role)
    {
        await using var app = await App.StartAsync();
        var browser = await app.BrowserAsync(role);

        Assert.That((await browser.GetAsync(Url)).Status, Is.EqualTo(HttpStatusCode.Forbidden));
    }

    [Test]
    public async Task A_proposal_makes_no_label()
    {
        await using var app = await App.StartAsync();
        await app.LesBaniansAsync();
        var browser = await app.BrowserAsync(Roles.Agent);

        var page = await browser.SubmitAsync(await browser.GetAsync(Url), "main form", Typed());

        Assert.That(page.Text, Does.Contain("La proposition est enregistrée.").And.Contain("En attente de décision"));
        Assert.That(await app.WithAsync((LabellingDbContext db) => db.Labels.CountAsync()), Is.Zero);
    }

    [Test]
    public async Task A_second_label_for_the_same_space_is_refused_and_what_was_typed_stays()
    {
        await using var app = await App.StartAsync();
        await app.LesBaniansAsync();
        var browser = await app.BrowserAsync(Roles.Agent);
        var form = await browser.GetAsync(Url);
        await app.LabelEndingInAsync(90);

        var page = await browser.SubmitAsync(form, "main form", Typed("2026-12-24"));

        Assert.That(page.Text, Does.Contain("Cet espace a déjà un label en cours."));
        Assert.That(page.Document.QuerySelector("#Form_StartsOn")!.GetAttribute("value"), Is.EqualTo("2026-12-24"));
    }

    [Test]
    public async Task One_proposal_at_a_time_waits_for_a_space()
    {
        await using var app = await App.StartAsync();
        await app.LesBaniansAsync();
        var browser = await app.BrowserAsync(Roles.Agent);
        var form = await browser.GetAsync(Url);
        await browser.SubmitAsync(form, "main form", Typed());

        var page = await browser.SubmitAsync(form, "main form", Typed());

        Assert.That(page.Text, Does.Contain("Une proposition attend déjà une décision pour cet espace."));
    }

    [TestCase("", "Indiquez le premier jour de validité.")]
    [TestCase("hier", "« hier » ne peut pas être lu ici. Corrigez cette réponse.")]
    [TestCase("2016-01-01", "Le label est délivré depuis 2017 : vérifiez l’année.")]
    [TestCase("2036-01-01", "Le premier jour est à plus d’un an : vérifiez l’année.")]
    public async Task A_wrong_first_day_is_refused(string day, string message)
    {
        await using var app = await App.StartAsync();
        await app.LesBaniansAsync();
        var browser = await app.BrowserAsync(Roles.Agent);

        var page = await browser.SubmitAsync(await browser.GetAsync(Url), "main form", Typed(day));

        Assert.That(page.Text, Does.Contain(message));
    }

    private static Dictionary<string, string> Typed(string day = "2026-12-01") =>
        new()
        {
            ["Form.EpnId"] = Given.EpnId.ToString(),
            ["Form.StartsOn"] = day,
            ["Form.Reason"] = "Grille remplie",
        };
}
