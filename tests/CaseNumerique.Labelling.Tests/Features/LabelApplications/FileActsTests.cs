using System.Net;
using CaseNumerique.Labelling.Data;
using CaseNumerique.SharedKernel;
using CaseNumerique.TestKit;
using NUnit.Framework;

namespace CaseNumerique.Labelling.Tests.Features.LabelApplications;

/// <summary>Somebody whom the manager trusts prepares a file; what binds the EPN is the manager's alone.</summary>
internal sealed class FileActsTests
{
    private static readonly Person _trusted = new("jo@test.example", Roles.Facilitator)
    {
        EpnIds = [Given.EpnId],
        CanEdit = true,
    };

    [Test]
    public async Task A_trusted_facilitator_fills_in_a_draft_and_neither_signs_nor_files_it()
    {
        await using var app = await App.StartAsync();
        await app.LesBaniansAsync();
        var id = await app.CompleteFileAsync();
        var browser = await app.BrowserAsync(_trusted);

        var answers = await browser.GetAsync(GivenDraft.Url(id, "/criteres/A"));
        var signing = await browser.GetAsync(GivenDraft.Url(id, "/charte"));
        var filing = await browser.GetAsync(GivenDraft.Url(id, "/depot"));
        var signed = await browser.PostAsync(signing, new() { ["Form.IsAccepted"] = "true" });
        var filed = await browser.PostAsync(filing, new() { ["version"] = "0" });

        Assert.That(answers.Document.QuerySelector("main form"), Is.Not.Null);
        Assert.That(signing.Text, Does.Contain("La signature revient à la personne qui gère l’espace"));
        Assert.That(filing.Text, Does.Contain("Le dépôt revient à la personne qui gère l’espace"));
        Assert.That((signed.Status, filed.Status), Is.EqualTo((HttpStatusCode.Forbidden, HttpStatusCode.Forbidden)));
        Assert.That((await app.FileAsync(id)).Status, Is.EqualTo(ApplicationStatus.Draft));
    }

    [Test]
    public async Task A_trusted_facilitator_neither_begins_nor_gives_up_nor_takes_back()
    {
        await using var app = await App.StartAsync();
        await app.LesBaniansAsync();
        var draft = await app.FileAsync(ApplicationStatus.Draft);
        var filed = await app.FileAsync(ApplicationStatus.Submitted, kind: ApplicationKind.Renewal);
        var browser = await app.BrowserAsync(_trusted);

        var shown = await browser.GetAsync(GivenDraft.Url(draft));

        Assert.That(shown.Text, Does.Contain("Continuer la demande").And.Not.Contain("Abandonner le brouillon"));
        foreach (
            var url in (string[])
                [
                    $"/gestion/labellisation/demandes/nouvelle?espace={Given.EpnId}",
                    GivenDraft.Url(draft, "/abandon"),
                    GivenDraft.Url(filed, "/retrait"),
                ]
        )
        {
            Assert.That((await browser.GetAsync(url)).Status, Is.EqualTo(HttpStatusCode.NotFound), url);
        }
    }

    [Test]
    public async Task A_trusted_facilitator_prepares_what_is_missing_and_the_manager_sends_it()
    {
        await using var app = await App.StartAsync();
        await app.LesBaniansAsync();
        var id = await app.FileAsync(ApplicationStatus.Admissibility);
        await (await app.AssessorOfAsync(id)).AskAsync(app, id, "C1", "Le contrat.");
        var browser = await app.BrowserAsync(_trusted);

        var kept = await browser.ReplyAsync(id, "Le voici.", "Garder");
        var sent = await browser.PostAsync(kept, new() { ["Form.IsSent"] = "true" });

        Assert.That(kept.Text, Does.Contain("Vos réponses sont gardées").And.Not.Contain("Envoyer les compléments"));
        Assert.That(sent.Status, Is.EqualTo(HttpStatusCode.Forbidden));
        Assert.That((await app.FileAsync(id)).Status, Is.EqualTo(ApplicationStatus.ToComplete));
    }

    [Test]
    public async Task A_trusted_facilitator_answers_no_condition()
    {
        await using var app = await App.StartAsync();
        var id = await app.ConditionAsync();
        var browser = await app.BrowserAsync(_trusted);

        Assert.That(
            (await browser.GetAsync(GivenCondition.UrlOf(id, "reponse"))).Status,
            Is.EqualTo(HttpStatusCode.NotFound)
        );
        Assert.That(
            (await browser.GetAsync(GivenCondition.ListUrl)).Document.QuerySelector("main a[href$='/reponse']"),
            Is.Null
        );
    }
}
