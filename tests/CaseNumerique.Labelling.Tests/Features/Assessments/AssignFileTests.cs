using System.Net;
using CaseNumerique.Contracts.Network;
using CaseNumerique.Labelling.Data;
using CaseNumerique.SharedKernel;
using CaseNumerique.TestKit;
using Microsoft.EntityFrameworkCore;
using NUnit.Framework;

namespace CaseNumerique.Labelling.Tests.Features.Assessments;

internal sealed class AssignFileTests
{
    private const string Loaded = "charge@econum.example";
    private const string Free = "libre@econum.example";

    [Test]
    public async Task Who_has_least_in_hand_is_proposed_and_both_sides_are_told()
    {
        await using var app = await App.StartAsync();
        var id = await GivenTwoAgentsAsync(app, loadedFiles: 1);
        var admin = await app.BrowserAsync(Roles.Administrator);
        await app.DispatchAsync();

        var page = await admin.GetAsync(GivenAssessment.UrlOf(id, "/affectation"));
        // The administrator has nothing in hand either, and comes later in the alphabet.
        var shown = await admin.SubmitAsync(page, "main form", new() { ["Form.Reason"] = "Retour de congé" });

        Assert.That(shown.Text, Does.Contain("Le dossier est confié"));
        Assert.That((await app.FileAsync(id)).AssessorEmail, Is.EqualTo(Free));
        Assert.That(await app.SubjectsToAsync(Free), Has.One.Contains("Vous suivez le dossier"));
        Assert.That(await app.SubjectsToAsync(Given.ManagerEmail), Has.One.Contains("est suivi par Aline Libre"));
    }

    [Test]
    public async Task Somebody_with_a_stake_is_neither_proposed_nor_taken()
    {
        await using var app = await App.StartAsync();
        var id = await GivenTwoAgentsAsync(app, loadedFiles: 0);
        var free = await app.AccountIdAsync(Free);
        await app.WithAsync(
            (LabellingDbContext db) =>
            {
                db.ConflictsOfInterest.Add(
                    new ConflictOfInterest
                    {
                        AccountId = free,
                        PersonName = "Aline Libre",
                        EpnId = Given.EpnId,
                        Reason = "Famille",
                        DeclaredAt = app.Clock.UtcNow,
                    }
                );
                return db.SaveChangesAsync();
            }
        );
        var admin = await app.BrowserAsync(Roles.Administrator);
        await app.DispatchAsync();

        var page = await admin.GetAsync(GivenAssessment.UrlOf(id, "/affectation"));
        var refused = await admin.PostAsync(
            page,
            new()
            {
                ["Form.AssessorId"] = $"{free}",
                ["Form.Reason"] = "Essai",
                ["Form.Version"] = $"{(await app.FileAsync(id)).Version}",
            }
        );

        Assert.That(page.Text, Does.Not.Contain("Aline Libre,").And.Contain("Zoé Charge"));
        Assert.That(refused.Text, Does.Contain("Cette personne a un intérêt dans cet espace"));
        Assert.That((await app.FileAsync(id)).AssessorId, Is.Not.EqualTo(free));
    }

    [Test]
    public async Task Of_two_with_the_same_load_who_goes_to_the_province_anyway_comes_first()
    {
        await using var app = await App.StartAsync();
        var id = await GivenTwoAgentsAsync(app, loadedFiles: 1);
        var southId = Guid.NewGuid();
        await app.WithAsync(
            (LabellingDbContext db) =>
            {
                var south = new EpnRegistered(southId, 1, "La Rade", "la-rade", "98818", "Nouméa", "Sud");
                db.Announce(south, southId);
                return db.SaveChangesAsync();
            }
        );
        await app.DispatchAsync();
        await FollowedByAsync(app, southId, await app.AccountIdAsync(Free));
        var admin = await app.BrowserAsync(Roles.Administrator);
        await app.DispatchAsync();

        var page = await admin.GetAsync(GivenAssessment.UrlOf(id, "/affectation"));

        Assert.That(
            page.Document.QuerySelectorAll("option").Select(o => o.TextContent.Replace('\u00A0', ' ')).TakeLast(2),
            Is.EqualTo([
                "Zoé Charge, 1 dossier en cours, dont 1 dans cette province",
                "Aline Libre, 1 dossier en cours",
            ])
        );
    }

    [Test]
    public async Task An_agent_does_not_reassign()
    {
        await using var app = await App.StartAsync();
        await app.LesBaniansAsync();
        var id = await app.FileAsync(ApplicationStatus.Admissibility);
        var agent = await app.BrowserAsync(Roles.Agent);

        Assert.That(
            (await agent.GetAsync(GivenAssessment.UrlOf(id, "/affectation"))).Status,
            Is.EqualTo(HttpStatusCode.Forbidden)
        );
    }

    [Test]
    public async Task Nothing_is_reassigned_once_the_opinion_is_given()
    {
        await using var app = await App.StartAsync();
        await app.LesBaniansAsync();
        var id = await app.FileAsync(ApplicationStatus.OpinionGiven);
        await new Person(Free, Roles.Agent).EnsureAsync(app);
        var admin = await app.BrowserAsync(Roles.Administrator);
        await app.DispatchAsync();

        var refused = await admin.SubmitAsync(
            await admin.GetAsync(GivenAssessment.UrlOf(id, "/affectation")),
            "main form",
            new() { ["Form.Reason"] = "Trop tard" }
        );

        Assert.That(refused.Text, Does.Contain("le dossier est en attente de décision"));
        Assert.That((await app.FileAsync(id)).AssessorId, Is.EqualTo(GivenFile.AssessorId));
    }

    /// <returns>A file that a person who is not here any longer follows.</returns>
    private static async Task<Guid> GivenTwoAgentsAsync(App app, int loadedFiles)
    {
        await app.LesBaniansAsync();
        var loaded = await new Person(Loaded, Roles.Agent) { Name = "Zoé Charge" }.EnsureAsync(app);
        await new Person(Free, Roles.Agent) { Name = "Aline Libre" }.EnsureAsync(app);
        for (var i = 0; i < loadedFiles; i++)
        {
            var epnId = Guid.NewGuid();
            await app.EpnAsync(epnId, $"Espace {i}");
            await FollowedByAsync(app, epnId, loaded);
        }

        return await app.FileAsync(ApplicationStatus.Admissibility);
    }

    private static async Task FollowedByAsync(App app, Guid epnId, Guid assessorId)
    {
        var id = await app.FileAsync(ApplicationStatus.UnderAssessment, epnId: epnId);
        await app.WithAsync(
            (LabellingDbContext db) =>
                db
                    .Applications.Where(a => a.Id == id)
                    .ExecuteUpdateAsync(set => set.SetProperty(a => a.AssessorId, assessorId))
        );
    }
}
