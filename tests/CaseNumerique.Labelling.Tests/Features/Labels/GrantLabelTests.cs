using System.Net;
using CaseNumerique.Contracts.Labelling;
using CaseNumerique.SharedKernel;
using CaseNumerique.TestKit;
using NUnit.Framework;

namespace CaseNumerique.Labelling.Tests.Features.Labels;

public class GrantLabelTests
{
    private const string Url = "/gestion/labellisation/labels/nouveau";

    [Test]
    public async Task An_agent_may_not_grant()
    {
        await using var app = await App.StartAsync();
        var browser = await app.BrowserAsync(Roles.Agent);

        Assert.That((await browser.GetAsync(Url)).Status, Is.EqualTo(HttpStatusCode.Forbidden));
    }

    [Test]
    public async Task A_label_is_saved_with_its_end_and_announced()
    {
        await using var app = await App.StartAsync();
        await app.LesBaniansAsync();
        var browser = await app.BrowserAsync(Roles.Administrator);

        var page = await browser.SubmitAsync(
            await browser.GetAsync(Url),
            "main form",
            new() { ["Form.EpnId"] = Given.EpnId.ToString(), ["Form.StartsOn"] = "2026-12-01" }
        );

        Assert.That(page.Text, Does.Contain("Le label est enregistré.").And.Contain("CASE-001"));
        // The eve of the third anniversary.
        var granted = app.Announced<LabelGranted>().Single();
        Assert.That(granted.ExpiresOn, Is.EqualTo(new DateOnly(2029, 11, 30)));
    }

    [Test]
    public async Task A_second_label_for_the_same_space_is_refused_and_what_was_typed_stays()
    {
        await using var app = await App.StartAsync();
        await app.LesBaniansAsync();
        var browser = await app.BrowserAsync(Roles.Administrator);
        var form = await browser.GetAsync(Url);
        await app.LabelEndingInAsync(90);

        var page = await browser.SubmitAsync(
            form,
            "main form",
            new() { ["Form.EpnId"] = Given.EpnId.ToString(), ["Form.StartsOn"] = "2026-12-24" }
        );

        Assert.That(page.Text, Does.Contain("Cet espace a déjà un label en cours."));
        Assert.That(page.Document.QuerySelector("#Form_StartsOn")!.GetAttribute("value"), Is.EqualTo("2026-12-24"));
    }

    [TestCase("", "Indiquez le premier jour de validité.")]
    [TestCase("hier", "« hier » ne peut pas être lu ici. Corrigez cette réponse.")]
    [TestCase("2016-01-01", "Le label est délivré depuis 2017 : vérifiez l’année.")]
    [TestCase("2036-01-01", "Le premier jour est à plus d’un an : vérifiez l’année.")]
    public async Task A_wrong_first_day_is_refused(string day, string message)
    {
        await using var app = await App.StartAsync();
        await app.LesBaniansAsync();
        var browser = await app.BrowserAsync(Roles.Administrator);

        var page = await browser.SubmitAsync(
            await browser.GetAsync(Url),
            "main form",
            new() { ["Form.EpnId"] = Given.EpnId.ToString(), ["Form.StartsOn"] = day }
        );

        Assert.That(page.Text, Does.Contain(message));
    }
}
