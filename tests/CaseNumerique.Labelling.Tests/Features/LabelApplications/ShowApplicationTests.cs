using System.Net;
using CaseNumerique.Labelling.Data;
using CaseNumerique.SharedKernel;
using CaseNumerique.TestKit;
using NUnit.Framework;

namespace CaseNumerique.Labelling.Tests.Features.LabelApplications;

internal sealed class ShowApplicationTests
{
    [Test]
    public async Task The_file_of_an_EPN_is_like_none_to_another()
    {
        await using var app = await App.StartAsync();
        await app.LesBaniansAsync();
        var other = Guid.NewGuid();
        await app.EpnAsync(other, "La Source");
        var id = await app.FileAsync(ApplicationStatus.Submitted);
        var stranger = await app.BrowserAsync(Roles.Manager, other);

        var shown = await stranger.GetAsync($"/gestion/labellisation/demandes/{id}");
        var unknown = await stranger.GetAsync($"/gestion/labellisation/demandes/{Guid.NewGuid()}");
        var list = await stranger.GetAsync("/gestion/labellisation/demandes");

        Assert.That(shown.Status, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That(unknown.Status, Is.EqualTo(shown.Status));
        Assert.That(list.Text, Does.Not.Contain("Les Banians").And.Contain("Aucun dossier pour l’instant"));
    }

    [Test]
    public async Task A_draft_is_its_EPNs_own_until_it_is_filed()
    {
        await using var app = await App.StartAsync();
        await app.LesBaniansAsync();
        var id = await app.FileAsync(ApplicationStatus.Draft);
        var agent = await app.BrowserAsync(Roles.Agent);
        var manager = await app.BrowserAsync(Roles.Manager, Given.EpnId);

        Assert.That(
            (await agent.GetAsync($"/gestion/labellisation/demandes/{id}")).Status,
            Is.EqualTo(HttpStatusCode.NotFound)
        );
        var shown = await manager.GetAsync($"/gestion/labellisation/demandes/{id}");
        Assert.That(shown.Text, Does.Contain("Les Banians, Koné").And.Contain("43 critères répondus sur 43"));
    }

    [Test]
    public async Task The_EPN_does_not_read_the_opinion_before_the_decision()
    {
        await using var app = await App.StartAsync();
        await app.LesBaniansAsync();
        var id = await app.FileAsync(ApplicationStatus.OpinionGiven);
        var manager = await app.BrowserAsync(Roles.Manager, Given.EpnId);
        var agent = await app.BrowserAsync(Roles.Agent);

        var forEpn = await manager.GetAsync($"/gestion/labellisation/demandes/{id}");
        var forAgent = await agent.GetAsync($"/gestion/labellisation/demandes/{id}");

        Assert.That(forEpn.Text, Does.Contain("En attente de décision"));
        Assert.That(forAgent.Text, Does.Contain("Avis rendu"));
    }
}
