using System.Net;
using CaseNumerique.Labelling.Data;
using CaseNumerique.SharedKernel;
using CaseNumerique.TestKit;
using Microsoft.EntityFrameworkCore;
using NUnit.Framework;

namespace CaseNumerique.Labelling.Tests.Features.LabelApplications;

internal sealed class WaiveRidetTests
{
    private const string Url = "/gestion/labellisation/dispense-ridet";

    [Test]
    public async Task An_EPN_waives_nothing_for_itself()
    {
        await using var app = await App.StartAsync();

        Assert.That(
            (await (await app.BrowserAsync(Roles.Manager)).GetAsync(Url)).Status,
            Is.EqualTo(HttpStatusCode.Forbidden)
        );
    }

    [Test]
    public async Task An_agent_waives_it_with_a_reason_that_the_EPN_reads()
    {
        await using var app = await App.StartAsync();
        await app.LesBaniansAsync();
        var id = await app.CompleteFileAsync();
        var agent = await app.BrowserAsync(Roles.Agent);
        Assert.That((await agent.GetAsync(Url)).Text, Does.Contain("Aucune demande n’attend un RIDET"));
        await app.WithAsync(
            (LabellingDbContext db) =>
                db.Applications.ExecuteUpdateAsync(set => set.SetProperty(a => a.Ridet, (string?)null))
        );
        var helene = await app.HeleneAsync();
        var lacking = await helene.GetAsync(GivenDraft.Url(id, "/depot"));

        var refused = await agent.SubmitAsync(await agent.GetAsync(Url), "main form", new() { ["Form.Id"] = $"{id}" });
        await agent.SubmitAsync(refused, "main form", new() { ["Form.Reason"] = "Association en cours de création." });

        Assert.That(lacking.Text, Does.Contain("Indiquez le RIDET du gestionnaire."));
        Assert.That(refused.Text, Does.Contain("Indiquez pourquoi l’espace est dispensé"));
        Assert.That(
            (await helene.GetAsync(GivenDraft.Url(id, "/gestionnaire"))).Text,
            Does.Contain("Association en cours de création.")
        );
        Assert.That(
            (await helene.GetAsync(GivenDraft.Url(id, "/depot"))).Text,
            Does.Contain("Tout ce qui est demandé est là")
        );
    }
}
