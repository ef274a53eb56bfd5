using System.Net;
using CaseNumerique.Labelling.Data;
using CaseNumerique.SharedKernel;
using CaseNumerique.TestKit;
using NUnit.Framework;

namespace CaseNumerique.Labelling.Tests.Features.EvidenceLibrary;

internal sealed class RetireEvidenceTests
{
    private static readonly string _list = $"/gestion/labellisation/pieces?espace={Given.EpnId}";

    [Test]
    public async Task A_library_is_its_EPNs_and_ÉcoNums()
    {
        await using var app = await StartAsync();
        var proof = await app.ProofAsync();
        var stranger = await app.BrowserAsync(Roles.Manager, Guid.NewGuid());
        var agent = await app.BrowserAsync(Roles.Agent);

        var retirement = $"/gestion/labellisation/pieces/{proof}/retrait";
        Assert.That((await stranger.GetAsync(_list)).Status, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That((await stranger.GetAsync(retirement)).Status, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That((await agent.GetAsync(retirement)).Status, Is.EqualTo(HttpStatusCode.Forbidden));
        Assert.That((await agent.GetAsync(_list)).Text, Does.Contain("Planning 2027").And.Not.Contain("Retirer"));
    }

    [Test]
    public async Task What_runs_out_is_marked_and_where_it_serves_is_said()
    {
        await using var app = await StartAsync();
        await app.ProofAsync("Ancienne", Given.Today.AddDays(-1));
        await app.ProofAsync("Proche", Given.Today.AddDays(60));
        var lasting = await app.ProofAsync("Durable", Given.Today.AddDays(61));
        var id = await app.FileAsync(ApplicationStatus.Submitted);
        await app.ProveAsync(id, lasting);
        var browser = await app.HeleneAsync();

        var page = await browser.GetAsync(_list);
        var tab = await browser.GetAsync(GivenDraft.Url(id, "/pieces"));

        Assert.That(
            page.Document.QuerySelectorAll("main .lines .tag").Select(t => t.TextContent),
            Is.EqualTo(new[] { "Expirée", "Expire bientôt" })
        );
        Assert.That(page.Text, Does.Contain("Sert à CN-2026-0001 (A1, A2,"));
        Assert.That(tab.Text, Does.Contain("1 pièce").And.Contain("Durable"));
    }

    [Test]
    public async Task Drafts_lose_a_retired_proof_and_filed_files_keep_it()
    {
        await using var app = await StartAsync();
        var proof = await app.ProofAsync();
        var filed = await app.FileAsync(ApplicationStatus.Submitted);
        var draft = await app.FileAsync(ApplicationStatus.Draft, kind: ApplicationKind.Renewal);
        await app.ProveAsync(filed, proof);
        await app.ProveAsync(draft, proof);
        var browser = await app.HeleneAsync();

        var page = await browser.SubmitAsync(
            await browser.GetAsync($"/gestion/labellisation/pieces/{proof}/retrait"),
            "main form",
            []
        );

        Assert.That(page.Text, Does.Contain("La pièce est retirée.").And.Contain("Retirée"));
        Assert.That(await app.ProofsOfAsync(filed, "A1"), Is.EqualTo(new[] { "Planning 2027" }));
        Assert.That(await app.ProofsOfAsync(draft, "A1"), Is.Empty);
    }

    private static async Task<App> StartAsync()
    {
        var app = await App.StartAsync();
        await app.LesBaniansAsync();
        return app;
    }
}
