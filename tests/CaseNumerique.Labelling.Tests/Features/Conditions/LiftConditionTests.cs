using System.Net;
using CaseNumerique.Labelling.Data;
using CaseNumerique.SharedKernel;
using CaseNumerique.TestKit;
using NUnit.Framework;

namespace CaseNumerique.Labelling.Tests.Features.Conditions;

internal sealed class LiftConditionTests
{
    [Test]
    public async Task One_proposes_another_lifts_and_the_label_is_plain_again()
    {
        await using var app = await App.StartAsync();
        var id = await app.ConditionAsync();
        await (await app.BrowserAsync(Roles.Manager, Given.EpnId)).AnswerAsync(id);
        var agent = await app.BrowserAsync(Roles.Agent);
        var admin = await app.BrowserAsync(Roles.Administrator);
        var before = await agent.GetAsync("/gestion/labellisation/labels/CASE-001");
        await agent.ActOnConditionAsync(id, "examen", "Proposer la levée");
        var todo = await admin.GetAsync("/gestion");

        var page = await admin.ActOnConditionAsync(id, "levee", "Lever la réserve");
        await app.DispatchAsync();

        var after = await agent.GetAsync("/gestion/labellisation/labels/CASE-001");
        var mail = (await app.MailsAsync())[^1];
        Assert.Multiple(() =>
        {
            Assert.That(before.Text, Does.Contain("Sous réserve").And.Contain("1 réserve à lever"));
            Assert.That(
                todo.Document.QuerySelector("a[href$='/levee']")!.TextContent,
                Does.Contain("Lever une réserve")
            );
            Assert.That(page.Text, Does.Contain("Toutes les réserves sont levées."));
            Assert.That(
                after.Text,
                Does.Contain("Toutes levées").And.Contain("Réserve levée : A1").And.Not.Contain("Sous réserve")
            );
            Assert.That(mail.Subject, Does.StartWith("Réserve levée\u00A0: A1"));
            Assert.That(GivenDecision.WordsOf(mail), Does.Contain("le label est accordé sans réserve"));
        });
        Assert.That((await app.TheConditionAsync()).LiftedBy, Is.EqualTo("Test administrateur"));
        Assert.That(await app.StatusAsync(), Is.EqualTo(LabelStatus.Active));
    }

    [Test]
    public async Task Nobody_lifts_what_they_have_proposed_to_lift()
    {
        await using var app = await App.StartAsync();
        var id = await app.ConditionAsync();
        var admin = await app.BrowserAsync(Roles.Administrator);
        var form = await admin.GetAsync(GivenCondition.UrlOf(id, "examen"));
        await admin.SubmitAsync(form, "main form", [], "Proposer la levée");

        var page = await admin.GetAsync(GivenCondition.UrlOf(id, "levee"));
        var answer = await admin.PostAsync(
            form with
            {
                Url = page.Url,
            },
            new() { ["Form.IsLifted"] = "true", ["Form.Version"] = "1" }
        );

        Assert.That(page.Text, Does.Contain("Vous avez proposé cette levée"));
        Assert.That(page.Document.QuerySelector("main form"), Is.Null);
        Assert.That(answer.Text, Does.Contain("Vous avez proposé cette levée"));
        Assert.That((await app.TheConditionAsync()).IsOpen, Is.True);
    }

    [Test]
    public async Task What_nobody_proposed_is_not_lifted_and_no_agent_lifts()
    {
        await using var app = await App.StartAsync();
        var id = await app.ConditionAsync();
        var admin = await app.BrowserAsync(Roles.Administrator);
        var agent = await app.BrowserAsync(Roles.Agent);

        Assert.That(
            (await admin.GetAsync(GivenCondition.UrlOf(id, "levee"))).Text,
            Does.Contain("Personne n’a proposé de lever cette réserve.")
        );
        Assert.That(
            (await agent.GetAsync(GivenCondition.UrlOf(id, "levee"))).Status,
            Is.EqualTo(HttpStatusCode.Forbidden)
        );
    }

    [TestCase("examen", "Demander une autre preuve")]
    [TestCase("levee", "Ne pas la lever")]
    public async Task A_proof_that_does_not_do_is_sent_back_with_what_is_missing(string page, string button)
    {
        await using var app = await App.StartAsync();
        var id = await app.ConditionAsync();
        var manager = await app.BrowserAsync(Roles.Manager, Given.EpnId);
        await manager.AnswerAsync(id);
        if (page == "levee")
        {
            await (await app.BrowserAsync(Roles.Agent)).ActOnConditionAsync(id, "examen", "Proposer la levée");
        }

        var admin = await app.BrowserAsync(Roles.Administrator);

        var mute = await admin.ActOnConditionAsync(id, page, button);
        await admin.ActOnConditionAsync(id, page, button, "La signature manque.");
        await app.DispatchAsync();

        var shown = await manager.GetAsync(GivenCondition.ListUrl);
        var mail = (await app.MailsAsync())[^1];
        Assert.Multiple(() =>
        {
            Assert.That(mute.Text, Does.Contain("Dites à l’espace ce qui manque encore."));
            Assert.That(shown.Text, Does.Contain("À lever").And.Contain("La signature manque."));
            Assert.That(mail.Subject, Is.EqualTo("Une autre preuve est demandée\u00A0: A1"));
        });
        Assert.That((await manager.GetAsync("/gestion")).Text, Does.Contain("Lever une réserve"));
    }
}
