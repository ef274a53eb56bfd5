using System.Net;
using CaseNumerique.Labelling.Data;
using CaseNumerique.Labelling.Tests.Features.Labels;
using CaseNumerique.Labelling.Tests.Features.Verification;
using CaseNumerique.SharedKernel;
using CaseNumerique.TestKit;
using Microsoft.EntityFrameworkCore;
using NUnit.Framework;

namespace CaseNumerique.Labelling.Tests.Features.FormalNotices;

public class FormalNoticeTests
{
    private const string SendUrl = "/gestion/labellisation/labels/CASE-001/mise-en-demeure";
    private const string Reasons = "1. Deux bilans manquent.\r\n2. L’espace n’ouvre plus le samedi.";

    [TestCase(Roles.Agent, HttpStatusCode.OK)]
    [TestCase(Roles.Manager, HttpStatusCode.Forbidden)]
    [TestCase(Roles.Committee, HttpStatusCode.Forbidden)]
    public async Task It_is_sent_by_the_people_of_EcoNum(string role, HttpStatusCode status)
    {
        await using var app = await VerifyLabelTests.StartAsync();
        var browser = await app.BrowserAsync(role, role == Roles.Manager ? [Given.EpnId] : []);

        Assert.That((await browser.GetAsync(SendUrl)).Status, Is.EqualTo(status));
    }

    [Test]
    public async Task The_manager_reads_it_in_a_mail_and_on_the_list_of_things_to_do()
    {
        await using var app = await VerifyLabelTests.StartAsync();

        var page = await SendAsync(app);
        await app.DispatchAsync();

        var mail = (await app.MailsAsync()).Single();
        var text = TellOfLabelActTests.TextOf(mail.Mime);
        var manager = await app.BrowserAsync(Roles.Manager, Given.EpnId);
        var todo = await manager.GetAsync("/gestion");
        Assert.Multiple(() =>
        {
            Assert.That(page.Text, Does.Contain("La mise en demeure est envoyée.").And.Contain("Réponse attendue"));
            Assert.That(mail.ToAddress, Is.EqualTo(Given.ManagerEmail));
            Assert.That(
                mail.Subject.Replace('\u00A0', ' '),
                Is.EqualTo("Mise en demeure : points à régulariser avant le 24 décembre 2026")
            );
            Assert.That(text, Does.Contain("Deux bilans manquent.").And.Contain("Le label reste valable"));
            Assert.That(todo.Text, Does.Contain("Répondre à la mise en demeure de Les Banians"));
        });
        Assert.That(await app.StatusAsync(), Is.EqualTo(LabelStatus.Active));
        Assert.That(
            (await app.Anonymous().GetAsync("/verification/CASE-001")).Text,
            Does.Contain("Ce label est valide").And.Not.Contain("demeure")
        );
    }

    [TestCase("", "2026-12-24", "Dites point par point")]
    [TestCase(Reasons, "2026-12-23", "Laissez au moins 30 jours")]
    [TestCase(Reasons, "", "Indiquez jusqu’à quand")]
    public async Task What_is_missing_or_too_short_is_said(string reasons, string due, string message)
    {
        await using var app = await VerifyLabelTests.StartAsync();

        var page = await SendAsync(app, reasons, due);

        Assert.That(page.Text, Does.Contain(message));
        Assert.That(await app.WithAsync((LabellingDbContext db) => db.FormalNotices.CountAsync()), Is.Zero);
    }

    [Test]
    public async Task One_at_a_time_and_by_somebody_without_a_stake()
    {
        await using var app = await VerifyLabelTests.StartAsync();
        await SendAsync(app);

        var second = await SendAsync(app);
        await app.WithAsync(
            async (LabellingDbContext db) =>
            {
                await db.FormalNotices.ExecuteDeleteAsync();
                db.ConflictsOfInterest.Add(
                    new ConflictOfInterest
                    {
                        EpnId = Given.EpnId,
                        AccountId = await new Person("agent@test.example", Roles.Agent).EnsureAsync(app),
                        PersonName = "Test agent",
                        Reason = "Ma sœur y travaille",
                        DeclaredAt = app.Clock.UtcNow,
                    }
                );
                await db.SaveChangesAsync();
            }
        );
        var partial = await SendAsync(app);

        Assert.That(second.Text, Does.Contain("Une mise en demeure est déjà en cours"));
        Assert.That(partial.Text, Does.Contain("Un intérêt est déclaré dans l’espace"));
    }

    [Test]
    public async Task The_place_answers_and_EcoNum_hears_of_it()
    {
        await using var app = await VerifyLabelTests.StartAsync();
        var url = (await SendAsync(app)).Url;
        var manager = await app.BrowserAsync(Roles.Manager, Given.EpnId);
        var form = await manager.GetAsync(url);

        var mute = await manager.SubmitAsync(form, "main form", new() { ["Form.Answer"] = " " });
        var done = await manager.SubmitAsync(
            form,
            "main form",
            new() { ["Form.Answer"] = "Les bilans partent demain." }
        );
        var stale = await manager.SubmitAsync(form, "main form", new() { ["Form.Answer"] = "Autre chose" });
        var again = await manager.SubmitAsync(stale, "main form", []);
        await app.DispatchAsync();

        var mail = (await app.MailsAsync()).First(m => m.ToAddress == "nadege@econum.example");
        var todo = await (await app.BrowserAsync(Roles.Agent)).GetAsync("/gestion");
        Assert.Multiple(() =>
        {
            Assert.That(mute.Text, Does.Contain("Écrivez votre réponse"));
            Assert.That(done.Text, Does.Contain("Votre réponse est enregistrée.").And.Contain("Réponse reçue"));
            Assert.That(
                stale.Text,
                Does.Contain("Quelqu’un vient de répondre, ou de conclure.").And.Contain("Autre chose")
            );
            Assert.That(stale.Text, Does.Contain("Les bilans partent demain."));
            Assert.That(again.Text, Does.Contain("Votre réponse est enregistrée.").And.Contain("Autre chose"));
            Assert.That(mail.Subject.Replace('\u00A0', ' '), Is.EqualTo("Réponse à la mise en demeure : Les Banians"));
            Assert.That(todo.Text, Does.Contain("Lire la réponse de Les Banians"));
        });
    }

    [Test]
    public async Task Files_go_with_the_answer_and_survive_a_form_that_is_refused()
    {
        await using var app = await VerifyLabelTests.StartAsync();
        var url = (await SendAsync(app)).Url;
        var manager = await app.BrowserAsync(Roles.Manager, Given.EpnId);

        var mute = await AnswerAsync(manager, url, "", ("bilan.pdf", GivenCondition.Pdf));
        await AnswerAsync(manager, url, "Voici le bilan.");

        var read = await (await app.BrowserAsync(Roles.Agent)).GetAsync(url);
        var href = read.Document.QuerySelector("main a[href^='/fichiers/']")!.GetAttribute("href")!;
        var stranger = await app.BrowserAsync(new Person("autre@test.example", Roles.Manager));
        Assert.That(mute.Text, Does.Contain("Écrivez votre réponse").And.Contain("1 fichier déjà joint"));
        Assert.That(read.Text, Does.Contain("Voici le bilan.").And.Contain("bilan.pdf"));
        Assert.That((await (await app.BrowserAsync(Roles.Agent)).GetAsync(href)).Status, Is.EqualTo(HttpStatusCode.OK));
        Assert.That((await stranger.GetAsync(href)).Status, Is.EqualTo(HttpStatusCode.NotFound));
    }

    [Test]
    public async Task It_belongs_to_the_place_and_only_its_people_answer()
    {
        await using var app = await VerifyLabelTests.StartAsync();
        var url = (await SendAsync(app)).Url;
        var another = await app.BrowserAsync(new Person("autre@test.example", Roles.Manager));
        var facilitator = await app.BrowserAsync(Roles.Facilitator, Given.EpnId);
        var agent = await app.BrowserAsync(Roles.Agent);

        var seen = await agent.GetAsync(url);
        var forced = await agent.PostAsync(seen, new() { ["Form.Answer"] = "À leur place" });
        var read = await facilitator.GetAsync(url);
        var wrong = await facilitator.PostAsync(read, new() { ["Form.Answer"] = "Sans mandat" });

        Assert.Multiple(() =>
        {
            Assert.That(seen.Document.QuerySelector("main form"), Is.Null);
            Assert.That(forced.Status, Is.EqualTo(HttpStatusCode.Forbidden));
            Assert.That(read.Status, Is.EqualTo(HttpStatusCode.OK));
            Assert.That(wrong.Status, Is.EqualTo(HttpStatusCode.Forbidden));
        });
        Assert.That((await another.GetAsync(url)).Status, Is.EqualTo(HttpStatusCode.NotFound));
    }

    [Test]
    public async Task Nothing_is_held_against_a_place_before_it_could_answer()
    {
        await using var app = await VerifyLabelTests.StartAsync();
        var url = (await SendAsync(app)).Url;

        var early = await CloseAsync(app, url, isSettled: false);
        await AnswerAsync(await app.BrowserAsync(Roles.Manager, Given.EpnId), url, "Les bilans partent demain.");
        var answered = await CloseAsync(app, url, isSettled: false);
        app.Clock.AdvanceTo(new DateOnly(2026, 12, 25));
        var todo = await (await app.BrowserAsync(Roles.Agent)).GetAsync("/gestion");
        var late = await CloseAsync(app, url, isSettled: false);

        Assert.Multiple(() =>
        {
            Assert.That(
                early.Text,
                Does.Contain("L’espace peut répondre et régulariser jusqu’au 24 décembre 2026 inclus")
            );
            Assert.That(answered.Text, Does.Contain("inclus : concluez que tout est en ordre"));
            Assert.That(todo.Text, Does.Contain("de Les Banians"));
            Assert.That(late.Url, Does.EndWith("/labels/CASE-001/suspension"));
        });
        Assert.That(await app.StatusAsync(), Is.EqualTo(LabelStatus.Active));
    }

    [Test]
    public async Task What_is_put_right_is_closed_and_told()
    {
        await using var app = await VerifyLabelTests.StartAsync();
        var url = (await SendAsync(app)).Url;

        var label = await CloseAsync(app, url, isSettled: true);
        var again = await CloseAsync(app, url, isSettled: true);
        await app.DispatchAsync();

        var manager = await app.BrowserAsync(Roles.Manager, Given.EpnId);
        var closed = await manager.GetAsync(url);
        var subjects = (await app.MailsAsync()).Select(m => m.Subject.Replace('\u00A0', ' '));
        Assert.Multiple(() =>
        {
            Assert.That(label.Text, Does.Contain("Mise en demeure régularisée").And.Contain("Bilans reçus"));
            Assert.That(again.Text, Does.Contain("déjà conclue"));
            Assert.That(closed.Text, Does.Contain("Tout est en ordre").And.Contain("Bilans reçus"));
            Assert.That(closed.Document.QuerySelector("main form"), Is.Null);
            Assert.That(subjects, Does.Contain("Mise en demeure régularisée : Les Banians"));
        });
    }

    private static async Task<Page> SendAsync(App app, string reasons = Reasons, string due = "2026-12-24")
    {
        var agent = await app.BrowserAsync(Roles.Agent);
        return await agent.SubmitAsync(
            await agent.GetAsync(SendUrl),
            "main form",
            new() { ["Form.Reasons"] = reasons, ["Form.DueOn"] = due }
        );
    }

    private static async Task<Page> AnswerAsync(
        Browser browser,
        string url,
        string answer,
        params (string, string)[] files
    ) =>
        await browser.SendFilesAsync(
            await browser.GetAsync(url),
            "main form",
            new() { ["Form.Answer"] = answer },
            "Form.Sent.Files",
            files
        );

    private static async Task<Page> CloseAsync(App app, string url, bool isSettled)
    {
        var agent = await app.BrowserAsync(Roles.Agent);
        return await agent.SubmitAsync(
            await agent.GetAsync($"{url}/cloture"),
            "main form",
            new() { ["Form.IsSettled"] = isSettled ? "true" : "false", ["Form.Conclusion"] = "Bilans reçus" }
        );
    }
}
