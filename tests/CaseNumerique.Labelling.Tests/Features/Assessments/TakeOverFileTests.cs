using System.Net;
using CaseNumerique.Contracts.Labelling;
using CaseNumerique.Labelling.Data;
using CaseNumerique.SharedKernel;
using CaseNumerique.TestKit;
using NUnit.Framework;

namespace CaseNumerique.Labelling.Tests.Features.Assessments;

internal sealed class TakeOverFileTests
{
    [Test]
    public async Task The_file_is_followed_and_the_EPN_learns_by_whom()
    {
        await using var app = await App.StartAsync();
        await app.LesBaniansAsync();
        var id = await app.FileAsync(ApplicationStatus.Submitted);
        var agent = await app.BrowserAsync(Roles.Agent);

        var list = await agent.GetAsync("/gestion/labellisation/demandes/a-repartir");
        var shown = await TakeOverAsync(agent, id);

        var file = await app.FileAsync(id);
        Assert.That(list.Text, Does.Contain("Province Nord").And.Contain("Les Banians, Koné"));
        Assert.That(shown.Text, Does.Contain("Vous suivez ce dossier").And.Contain("Dossier pris en charge"));
        Assert.That(file.Status, Is.EqualTo(ApplicationStatus.Admissibility));
        Assert.That(file.AssessorEmail, Is.EqualTo("agent@test.example"));
        Assert.That(app.Announced<LabelApplicationMoved>()[^1].Move, Is.EqualTo("prise-en-charge"));
        Assert.That(
            await app.SubjectsToAsync(Given.ManagerEmail),
            Is.EqualTo(new[] { $"Votre dossier {file.Number} est suivi par Test agent" })
        );
        Assert.That(await app.SubjectsToAsync("agent@test.example"), Is.Empty);
        Assert.That(
            (await agent.GetAsync("/gestion/labellisation/demandes/a-repartir")).Text,
            Does.Contain("Aucun dossier à répartir")
        );
    }

    [Test]
    public async Task Whoever_has_a_stake_is_told_why_not()
    {
        await using var app = await App.StartAsync();
        await app.LesBaniansAsync();
        var id = await app.FileAsync(ApplicationStatus.Submitted);
        var agent = await app.BrowserAsync(Roles.Agent);
        await agent.SubmitAsync(
            await agent.GetAsync("/gestion/labellisation/interets"),
            "main form",
            new() { ["Form.EpnId"] = $"{Given.EpnId}", ["Form.Reason"] = "Ma sœur y travaille" }
        );

        var refused = await TakeOverAsync(agent, id);

        Assert.That(refused.Text, Does.Contain("Un intérêt est déclaré dans l’espace « Les Banians »"));
        Assert.That((await app.FileAsync(id)).Status, Is.EqualTo(ApplicationStatus.Submitted));
    }

    [Test]
    public async Task The_second_of_two_is_told_that_it_is_taken()
    {
        await using var app = await App.StartAsync();
        await app.LesBaniansAsync();
        var id = await app.FileAsync(ApplicationStatus.Submitted);
        var agent = await app.BrowserAsync(Roles.Agent);
        var other = await app.BrowserAsync(Roles.Administrator);
        var late = await other.GetAsync(GivenAssessment.UrlOf(id, "/prise-en-charge"));
        await TakeOverAsync(agent, id);

        var refused = await other.SubmitAsync(late, "main form", []);

        Assert.That(refused.Text, Does.Contain("le dossier est en recevabilité"));
        Assert.That((await app.FileAsync(id)).AssessorEmail, Is.EqualTo("agent@test.example"));
    }

    [Test]
    public async Task It_is_not_for_the_people_of_the_EPN()
    {
        await using var app = await App.StartAsync();
        await app.LesBaniansAsync();
        var id = await app.FileAsync(ApplicationStatus.Submitted);
        var manager = await app.ManagerAsync();

        var shown = await manager.GetAsync(GivenAssessment.UrlOf(id, "/prise-en-charge"));

        Assert.That(shown.Status, Is.EqualTo(HttpStatusCode.Forbidden));
    }

    [Test]
    public async Task A_file_that_waits_is_on_the_list_and_late_after_a_week()
    {
        await using var app = await App.StartAsync();
        await app.LesBaniansAsync();
        await app.FileAsync(ApplicationStatus.Submitted);
        var agent = await app.BrowserAsync(Roles.Agent);

        var today = await agent.GetAsync("/gestion");
        app.Clock.Advance(TimeSpan.FromDays(8));
        var later = await (await app.BrowserAsync(Roles.Agent)).GetAsync("/gestion");

        Assert.That(today.Text, Does.Contain("Répartir 1 dossier déposé"));
        Assert.That(today.Document.QuerySelector("main .tag.late"), Is.Null);
        Assert.That(later.Document.QuerySelector("main .tag.late"), Is.Not.Null);
    }

    private static async Task<Page> TakeOverAsync(Browser browser, Guid id) =>
        await browser.SubmitAsync(
            await browser.GetAsync(GivenAssessment.UrlOf(id, "/prise-en-charge")),
            "main form",
            []
        );
}
