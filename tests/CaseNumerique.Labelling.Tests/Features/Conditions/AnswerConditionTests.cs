using System.Net;
using CaseNumerique.Labelling.Data;
using CaseNumerique.SharedKernel;
using CaseNumerique.TestKit;
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
        Assert.That((await app.TheConditionAsync()).Answer, Is.EqualTo("La première."));
    }

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
