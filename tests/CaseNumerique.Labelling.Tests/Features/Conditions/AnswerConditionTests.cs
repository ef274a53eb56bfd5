using System.Net;
using CaseNumerique.Labelling.Data;
using CaseNumerique.Platform.Data;
using CaseNumerique.SharedKernel;
using CaseNumerique.TestKit;
using Microsoft.EntityFrameworkCore;
using NUnit.Framework;

namespace CaseNumerique.Labelling.Tests.Features.Conditions;

internal sealed class AnswerConditionTests
{
    [Test]
    public async Task The_EPN_is_asked_answers_with_a_proof_and_the_assessor_hears_of_it()
    {
        await using var app = await App.StartAsync();
        var id = await app.ConditionAsync();
        var proof = await EvidenceAsync(app, Given.EpnId);
        var manager = await app.BrowserAsync(Roles.Manager, Given.EpnId);
        var todo = await manager.GetAsync("/gestion");
        var form = await manager.GetAsync(GivenCondition.UrlOf(id, "reponse"));

        var mute = await manager.SubmitAsync(form, "main form", []);
        var page = await manager.SubmitAsync(
            form,
            "main form",
            new() { ["Form.Answer"] = "La charte est signée.", ["Form.EvidenceId"] = proof.ToString() }
        );
        await app.DispatchAsync();

        var mail = (await app.MailsAsync())[^1];
        Assert.Multiple(() =>
        {
            Assert.That(todo.Text, Does.Contain("Lever une réserve, Les Banians"));
            Assert.That(mute.Text, Does.Contain("Dites ce qui est fait, et ce qui le montre."));
            Assert.That(page.Text, Does.Contain("Preuve envoyée").And.Contain("pièce : Charte signée"));
            Assert.That(
                (mail.ToAddress, mail.Subject),
                Is.EqualTo(("nadege@econum.example", "Preuve reçue pour une réserve\u00A0: Les Banians"))
            );
        });
        var agent = await app.BrowserAsync(Roles.Agent);
        Assert.That(
            (await agent.GetAsync("/gestion")).Text,
            Does.Contain("Examiner la preuve d’une réserve, Les Banians")
        );
        Assert.That((await manager.GetAsync("/gestion")).Text, Does.Not.Contain("Lever une réserve"));
    }

    [Test]
    public async Task Another_EPNs_proof_is_no_proof_and_its_people_see_nothing()
    {
        await using var app = await App.StartAsync();
        var id = await app.ConditionAsync();
        var other = Guid.NewGuid();
        await app.EpnAsync(other, "La Source");
        var foreign = await EvidenceAsync(app, other);
        await EvidenceAsync(app, Given.EpnId);
        var manager = await app.BrowserAsync(Roles.Manager, Given.EpnId);
        var stranger = await app.BrowserAsync(new Person("voisin@test.example", Roles.Manager) { EpnIds = [other] });

        var page = await manager.SubmitAsync(
            await manager.GetAsync(GivenCondition.UrlOf(id, "reponse")),
            "main form",
            new() { ["Form.Answer"] = "Signée.", ["Form.EvidenceId"] = foreign.ToString() }
        );

        Assert.That(page.Text, Does.Contain("Choisissez une pièce de votre bibliothèque."));
        foreach (var url in (string[])[GivenCondition.ListUrl, GivenCondition.UrlOf(id, "reponse")])
        {
            Assert.That((await stranger.GetAsync(url)).Status, Is.EqualTo(HttpStatusCode.NotFound), url);
        }
    }

    [Test]
    public async Task An_answer_typed_while_another_was_sent_is_kept_on_the_page_and_not_saved()
    {
        await using var app = await App.StartAsync();
        var id = await app.ConditionAsync();
        var manager = await app.BrowserAsync(Roles.Manager, Given.EpnId);
        var form = await manager.GetAsync(GivenCondition.UrlOf(id, "reponse"));
        await manager.AnswerAsync(id, "La première.");

        var page = await manager.SubmitAsync(form, "main form", new() { ["Form.Answer"] = "La seconde." });

        Assert.That(page.Text, Does.Contain("Quelqu’un vient de modifier cette réserve.").And.Contain("La première."));
        Assert.That(page.Document.QuerySelector("textarea")!.TextContent.Trim(), Is.EqualTo("La seconde."));
        Assert.That(page.Text, Does.Contain("Cette page a changé pendant que vous écriviez"));
        Assert.That((await app.TheConditionAsync()).Answer, Is.EqualTo("La première."));
        await manager.SubmitAsync(page, "main form", []);
        Assert.That((await app.TheConditionAsync()).Answer, Is.EqualTo("La seconde."));
    }

    [Test]
    public async Task Files_go_with_the_answer_to_who_examines_it_and_to_nobody_else()
    {
        await using var app = await App.StartAsync();
        var id = await app.ConditionAsync();
        var manager = await app.BrowserAsync(Roles.Manager, Given.EpnId);
        var agent = await app.BrowserAsync(Roles.Agent);
        var stranger = await app.BrowserAsync(new Person("voisin@test.example", Roles.Manager));
        var committee = await app.BrowserAsync(Roles.Committee);

        await manager.AnswerWithFilesAsync(
            id,
            "La charte est signée.",
            ("charte.pdf", GivenCondition.Pdf),
            ("planning.pdf", GivenCondition.Pdf + "\n")
        );

        var list = await manager.GetAsync(GivenCondition.ListUrl);
        var examined = await agent.GetAsync(GivenCondition.UrlOf(id, "examen"));
        var links = LinksIn(examined);
        Assert.That(list.Text, Does.Contain("1 envoi de l’espace, 2 fichiers"));
        Assert.That(examined.Text, Does.Contain("La charte est signée.").And.Contain("charte.pdf"));
        Assert.That(links, Has.Count.EqualTo(2).And.EquivalentTo(LinksIn(list)));
        foreach (var browser in new[] { manager, agent })
        {
            Assert.That((await browser.GetAsync(links[0])).Status, Is.EqualTo(HttpStatusCode.OK));
        }

        foreach (var browser in new[] { stranger, committee, app.Anonymous() })
        {
            Assert.That((await browser.GetAsync(links[0])).Status, Is.EqualTo(HttpStatusCode.NotFound));
        }
    }

    [Test]
    public async Task What_was_attached_survives_a_form_that_is_refused_and_stays_with_the_EPN_until_it_is_sent()
    {
        await using var app = await App.StartAsync();
        var id = await app.ConditionAsync();
        var manager = await app.BrowserAsync(Roles.Manager, Given.EpnId);
        var agent = await app.BrowserAsync(Roles.Agent);

        var mute = await manager.AnswerWithFilesAsync(id, "", ("charte.pdf", GivenCondition.Pdf));
        var waiting = await app.WithAsync((PlatformDbContext db) => db.StoredFiles.SingleAsync());
        var early = await agent.GetAsync($"/fichiers/{waiting.Id}");
        var wrong = await manager.AnswerWithFilesAsync(id, "Signée hier.", ("page.pdf", "<html>"));
        var unsent = (await app.TheConditionAsync()).AnsweredAt;
        await manager.AnswerAsync(id, "Signée hier.");

        Assert.That(
            mute.Text,
            Does.Contain("Dites ce qui est fait").And.Contain("1 fichier déjà joint").And.Contain("charte.pdf")
        );
        Assert.That(early.Status, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That(wrong.Text, Does.Contain("« page.pdf »").And.Contain("1 fichier déjà joint"));
        Assert.That(wrong.Document.QuerySelector("textarea")!.TextContent.Trim(), Is.EqualTo("Signée hier."));
        Assert.That(unsent, Is.Null);
        Assert.That(
            LinksIn(await agent.GetAsync(GivenCondition.UrlOf(id, "examen"))),
            Is.EqualTo(new[] { $"/fichiers/{waiting.Id}" })
        );
    }

    [Test]
    public async Task A_file_attached_by_mistake_is_taken_out_before_the_answer_is_sent()
    {
        await using var app = await App.StartAsync();
        var id = await app.ConditionAsync();
        var manager = await app.BrowserAsync(Roles.Manager, Given.EpnId);
        var form = await manager.AnswerWithFilesAsync(id, "", ("brouillon.pdf", GivenCondition.Pdf));

        var page = await manager.SubmitAsync(
            form,
            "main form",
            new() { ["Form.Answer"] = "Signée.", ["Form.Removed"] = "true" }
        );

        Assert.That(
            page.Text,
            Does.Contain("Votre réponse est envoyée.").And.Contain("1 envoi de l’espace, 0 fichier")
        );
        Assert.That(LinksIn(page), Is.Empty);
    }

    [Test]
    public async Task A_proof_that_did_not_do_stays_in_the_history_with_what_was_said_of_it()
    {
        await using var app = await App.StartAsync();
        var id = await app.ConditionAsync();
        var manager = await app.BrowserAsync(Roles.Manager, Given.EpnId);
        var agent = await app.BrowserAsync(Roles.Agent);
        await manager.AnswerWithFilesAsync(id, "La première.", ("un.pdf", GivenCondition.Pdf));
        await agent.ActOnConditionAsync(id, "examen", "Demander une autre preuve", "Il manque la signature.");
        app.Clock.Advance(TimeSpan.FromMinutes(10));

        await manager.AnswerWithFilesAsync(id, "La seconde.", ("deux.pdf", GivenCondition.Pdf));

        var page = await agent.GetAsync(GivenCondition.UrlOf(id, "examen"));
        var sent = page.Document.QuerySelectorAll("main .timeline > li").Select(l => l.TextContent).ToList();
        Assert.That(sent, Has.Count.EqualTo(2));
        Assert.That(sent[0], Does.Contain("La seconde.").And.Contain("deux.pdf").And.Not.Contain("signature"));
        Assert.That(sent[1], Does.Contain("La première.").And.Contain("un.pdf").And.Contain("Il manque la signature."));
    }

    private static List<string> LinksIn(Page page) =>
        [.. page.Document.QuerySelectorAll("main a[href^='/fichiers/']").Select(a => a.GetAttribute("href")!)];

    private static Task<Guid> EvidenceAsync(App app, Guid epnId) =>
        app.WithAsync(
            async (LabellingDbContext db) =>
            {
                var proof = new Evidence
                {
                    EpnId = epnId,
                    Title = "Charte signée",
                    AddedAt = app.Clock.UtcNow,
                    AddedBy = "Hélène W.",
                };
                db.Evidence.Add(proof);
                await db.SaveChangesAsync();
                return proof.Id;
            }
        );
}
