using System.Net;
using CaseNumerique.Labelling.Data;
using CaseNumerique.SharedKernel;
using CaseNumerique.TestKit;
using NUnit.Framework;

namespace CaseNumerique.Labelling.Tests.Features.Messages;

internal sealed class PostMessageTests
{
    [Test]
    public async Task Each_side_reads_the_other_and_is_told_by_a_mail_without_the_words()
    {
        await using var app = await App.StartAsync();
        await app.LesBaniansAsync();
        var id = await app.FileAsync(ApplicationStatus.UnderAssessment);
        var assessor = await app.AssessorOfAsync(id);
        var manager = await app.ManagerAsync();

        await WriteAsync(assessor, id, "Le bail est-il signé ?");
        var todo = await manager.GetAsync("/gestion");
        var answered = await WriteAsync(manager, id, "Oui, depuis mardi.");

        await app.DispatchAsync();
        var mails = await app.MailsAsync();
        Assert.That(todo.Text, Does.Contain("Lire 1 message sur Les Banians"));
        Assert.That((await manager.GetAsync("/gestion")).Text, Does.Not.Contain("Lire 1 message"));
        Assert.That(answered.Text, Does.Contain("Le bail est-il signé").And.Contain("Oui, depuis mardi."));
        Assert.That(answered.Document.QuerySelectorAll("main .tag.todo"), Has.Length.EqualTo(1));
        Assert.That(
            mails.Select(m => m.ToAddress),
            Is.EquivalentTo(new[] { Given.ManagerEmail, Given.FacilitatorEmail, GivenAssessment.AssessorEmail })
        );
        foreach (var mail in mails)
        {
            Assert.That(mail.Subject, Does.StartWith("Nouveau message sur le dossier"));
            Assert.That(await mail.TextAsync(), Does.Not.Contain("bail").And.Not.Contain("mardi"));
        }
    }

    [Test]
    public async Task To_look_is_not_to_read_but_to_say_so_is()
    {
        await using var app = await App.StartAsync();
        await app.LesBaniansAsync();
        var id = await app.FileAsync(ApplicationStatus.UnderAssessment);
        var assessor = await app.AssessorOfAsync(id);
        await WriteAsync(await app.ManagerAsync(), id, "Bonjour");

        await assessor.GetAsync(GivenAssessment.UrlOf(id, "/messages"));
        var page = await assessor.GetAsync(GivenAssessment.UrlOf(id, "/messages"));
        var read = await assessor.SubmitAsync(page, "form[action$=lus]", []);

        Assert.That(page.Text, Does.Contain("Non lu"));
        Assert.That(read.Text, Does.Not.Contain("Non lu").And.Contain("marqués comme lus"));
    }

    [Test]
    public async Task What_is_too_long_is_refused_and_kept()
    {
        await using var app = await App.StartAsync();
        await app.LesBaniansAsync();
        var id = await app.FileAsync(ApplicationStatus.UnderAssessment);
        var manager = await app.ManagerAsync();
        var text = new string('a', FileMessage.TextMaxLength + 1);

        var refused = await WriteAsync(manager, id, text);

        Assert.That(refused.Text, Does.Contain("Écrivez 4000 caractères au plus").And.Contain(text));
    }

    [Test]
    public async Task Another_EPN_neither_reads_nor_writes()
    {
        await using var app = await App.StartAsync();
        await app.LesBaniansAsync();
        var id = await app.FileAsync(ApplicationStatus.UnderAssessment);
        var stranger = await app.BrowserAsync(Roles.Manager, Guid.NewGuid());

        Assert.That(
            (await stranger.GetAsync(GivenAssessment.UrlOf(id, "/messages"))).Status,
            Is.EqualTo(HttpStatusCode.NotFound)
        );
    }

    private static async Task<Page> WriteAsync(Browser browser, Guid id, string text) =>
        await browser.SubmitAsync(
            await browser.GetAsync(GivenAssessment.UrlOf(id, "/messages")),
            "main form.panel",
            new() { ["Form.Text"] = text }
        );
}
