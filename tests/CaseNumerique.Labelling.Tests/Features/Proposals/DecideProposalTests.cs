using System.Net;
using CaseNumerique.Contracts.Labelling;
using CaseNumerique.Labelling.Data;
using CaseNumerique.SharedKernel;
using CaseNumerique.TestKit;
using Microsoft.EntityFrameworkCore;
using NUnit.Framework;

namespace CaseNumerique.Labelling.Tests.Features.Proposals;

public class DecideProposalTests
{
    private static readonly Dictionary<string, string> _grant = new()
    {
        ["Form.EpnId"] = Given.EpnId.ToString(),
        ["Form.StartsOn"] = "2026-12-01",
        ["Form.Reason"] = "Grille remplie",
    };

    [Test]
    public async Task A_grant_that_another_has_proposed_is_decided_saved_and_announced()
    {
        await using var app = await App.StartAsync();
        await app.LesBaniansAsync();
        var agent = await app.BrowserAsync(Roles.Agent);
        var form = await agent.GetAsync("/gestion/labellisation/labels/nouveau");
        await agent.SubmitAsync(form, "main form", _grant);
        var admin = await app.BrowserAsync(Roles.Administrator);
        var todo = await admin.GetAsync("/gestion");
        var link = todo.Document.QuerySelector("a[href*='/propositions/']")!;

        var page = await admin.SubmitAsync(
            await admin.GetAsync(link.GetAttribute("href")!),
            "main form",
            [],
            "Accorder le label"
        );

        // The eve of the third anniversary.
        var granted = app.Announced<LabelGranted>().Single();
        var label = await app.WithAsync((LabellingDbContext db) => db.Labels.SingleAsync());
        var history = await app.WithAsync((LabellingDbContext db) => db.LabelEvents.OrderBy(e => e.Id).ToListAsync());
        Assert.Multiple(() =>
        {
            Assert.That(link.TextContent, Does.Contain("accorder le label, Les Banians"));
            Assert.That(page.Text, Does.Contain("Label accordé.").And.Contain("CASE-001"));
            Assert.That(granted.ExpiresOn, Is.EqualTo(new DateOnly(2029, 11, 30)));
            Assert.That((label.AssessorName, label.AssessorEmail), Is.EqualTo(("Test agent", "agent@test.example")));
            Assert.That(
                history.Select(e => (e.What, e.By)),
                Is.EqualTo(
                    new[]
                    {
                        ("Proposition\u00A0: accorder le label", "Test agent"),
                        ("Label accordé", "Test administrateur"),
                    }
                )
            );
            Assert.That(history.Select(e => e.ById), Is.Unique.And.None.Null);
        });
    }

    [Test]
    public async Task Nobody_decides_what_they_have_proposed()
    {
        await using var app = await StartAsync();
        var admin = await app.BrowserAsync(Roles.Administrator);

        var page = await admin.ProposeAsync();
        var answer = await PostAsync(admin, page);

        Assert.Multiple(() =>
        {
            Assert.That(
                page.Text,
                Does.Contain("Une autre personne décide").And.Contain("Vous avez fait cette proposition")
            );
            Assert.That(page.Document.QuerySelector("main form"), Is.Null);
            Assert.That(answer.Text, Does.Contain("Vous avez fait cette proposition"));
        });
        Assert.That((await admin.GetAsync("/gestion")).Document.QuerySelector("a[href*='/propositions/']"), Is.Null);
        Assert.That(await app.StatusAsync(), Is.EqualTo(LabelStatus.Active));
    }

    [Test]
    public async Task Nobody_decides_what_they_answer_for_through_somebody_else()
    {
        await using var app = await StartAsync();
        var absent = Guid.NewGuid();
        var admin = new Person("admin@test.example", Roles.Administrator);
        var proposal = await ProposedForAsync(app, [Guid.NewGuid(), await admin.EnsureAsync(app), absent]);

        var page = await (await app.BrowserAsync(admin)).GetAsync($"/gestion/labellisation/propositions/{proposal}");

        Assert.That(page.Text, Does.Contain("vous-même ou à la place d’une autre personne"));
    }

    [Test]
    public async Task An_agent_reads_a_proposal_and_decides_nothing()
    {
        await using var app = await StartAsync();
        var agent = await app.BrowserAsync(Roles.Agent);

        var page = await agent.ProposeAsync();
        var answer = await PostAsync(agent, page);

        Assert.That(page.Document.QuerySelector("main form"), Is.Null);
        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.Forbidden));
        Assert.That(await app.StatusAsync(), Is.EqualTo(LabelStatus.Active));
    }

    [Test]
    public async Task A_suspension_is_carried_out_by_the_decision()
    {
        await using var app = await StartAsync();
        var url = (await (await app.BrowserAsync(Roles.Agent)).ProposeAsync(reason: "Local fermé depuis mars")).Url;
        var admin = await app.BrowserAsync(Roles.Administrator);

        var page = await admin.SubmitAsync(await admin.GetAsync(url), "main form", [], "Suspendre le label");
        var label = await admin.GetAsync("/gestion/labellisation/labels/CASE-001");

        Assert.Multiple(() =>
        {
            Assert.That(page.Text, Does.Contain("Label suspendu.").And.Contain("Acceptée"));
            Assert.That(label.Text, Does.Contain("Local fermé depuis mars").And.Contain("par Test administrateur"));
            Assert.That(app.Announced<LabelStatusChanged>().Single().Status, Is.EqualTo("suspendu"));
        });
    }

    [Test]
    public async Task It_is_turned_down_with_reasons_only_and_once()
    {
        await using var app = await StartAsync();
        var url = (await (await app.BrowserAsync(Roles.Agent)).ProposeAsync()).Url;
        var admin = await app.BrowserAsync(Roles.Administrator);
        var form = await admin.GetAsync(url);

        var mute = await admin.SubmitAsync(form, "main form", [], "Écarter");
        var done = await admin.SubmitAsync(form, "main form", new() { ["Form.Reason"] = "Rouvert hier" }, "Écarter");
        var again = await admin.SubmitAsync(form, "main form", [], "Suspendre le label");

        Assert.Multiple(() =>
        {
            Assert.That(mute.Text, Does.Contain("Dites pourquoi la proposition est écartée."));
            Assert.That(done.Text, Does.Contain("La proposition est écartée.").And.Contain("Rouvert hier"));
            Assert.That(again.Text, Does.Contain("Écartée"));
            Assert.That(app.Announced<LabelStatusChanged>(), Is.Empty);
        });
        Assert.That(await app.StatusAsync(), Is.EqualTo(LabelStatus.Active));
    }

    [Test]
    public async Task What_is_no_longer_possible_can_only_be_turned_down()
    {
        await using var app = await StartAsync();
        var url = (await (await app.BrowserAsync(Roles.Agent)).ProposeAsync()).Url;
        await app.WithAsync(
            (LabellingDbContext db) =>
                db.Labels.ExecuteUpdateAsync(set => set.SetProperty(l => l.Status, LabelStatus.Expired))
        );
        var admin = await app.BrowserAsync(Roles.Administrator);

        var page = await admin.SubmitAsync(await admin.GetAsync(url), "main form", [], "Suspendre le label");

        Assert.That(page.Text, Does.Contain("Le label est expiré : écartez la proposition."));
    }

    private static async Task<App> StartAsync()
    {
        var app = await App.StartAsync();
        await app.LesBaniansAsync();
        await app.LabelEndingInAsync(90);
        return app;
    }

    private static async Task<Guid> ProposedForAsync(App app, Guid[] ids)
    {
        return await app.WithAsync(
            async (LabellingDbContext db) =>
            {
                var proposal = new Proposal
                {
                    EpnId = Given.EpnId,
                    LabelId = await db.Labels.Select(l => l.Id).SingleAsync(),
                    ActPath = "suspension",
                    Reason = "Local fermé",
                    ProposedBy = "Suppléante",
                    ProposedById = ids[0],
                    AnswerableIds = string.Join(' ', ids),
                    ProposedAt = app.Clock.UtcNow,
                };
                db.Add(proposal);
                await db.SaveChangesAsync();
                return proposal.Id;
            }
        );
    }

    private static Task<Page> PostAsync(Browser browser, Page proposal) =>
        browser.PostAsync(proposal, new() { ["Form.IsAccepted"] = "true" });
}
