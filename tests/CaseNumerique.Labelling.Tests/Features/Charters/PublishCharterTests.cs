using CaseNumerique.Labelling.Data;
using CaseNumerique.SharedKernel;
using CaseNumerique.TestKit;
using Microsoft.EntityFrameworkCore;
using NUnit.Framework;

namespace CaseNumerique.Labelling.Tests.Features.Charters;

internal sealed class PublishCharterTests
{
    private const string Root = "/gestion/parametres/charte";
    private const string Url = $"{Root}/2/publier";

    [Test]
    public async Task It_is_signed_from_its_day_on_and_not_before()
    {
        await using var app = await App.StartAsync();
        await app.LesBaniansAsync();
        var id = await app.CompleteFileAsync();
        var helene = await app.HeleneAsync();
        var browser = await app.BrowserAsync(Roles.Administrator);
        await app.CharterDraftAsync();
        var form = await browser.GetAsync(Url);
        await browser.SubmitAsync(
            form,
            "main form",
            new() { ["Form.StartsOn"] = "2026-12-01", ["Form.Reason"] = "Voté en réunion de réseau" }
        );

        var before = await browser.GetAsync(Root);
        var stillSigned = await helene.GetAsync(GivenDraft.Url(id, "/charte"));
        app.Clock.AdvanceTo(new DateOnly(2026, 12, 1));
        // A session does not last a week.
        helene = await app.HeleneAsync();
        browser = await app.BrowserAsync(Roles.Administrator);
        var after = await browser.GetAsync(Root);
        var toSign = await helene.GetAsync(GivenDraft.Url(id, "/charte"));

        Assert.That(form.Text, Does.Contain("1 demande signée et pas encore déposée devra être signée de nouveau"));
        Assert.That(
            before.Text,
            Does.Contain("Version 2 À partir du 1er décembre 2026").And.Contain("Version 1 En vigueur")
        );
        Assert.That(stillSigned.Text, Does.Contain("Charte signée").And.Contain("La charte, version 1"));
        Assert.That(after.Text, Does.Contain("Version 2 En vigueur").And.Contain("Version 1 Remplacée"));
        Assert.That(
            toSign.Text,
            Does.Contain("La charte a changé depuis votre signature").And.Contain(GivenCharter.Text)
        );
        Assert.That((await app.JournalAsync("Labelling.PublishCharter")).Count, Is.Positive);
    }

    [TestCase("Form.StartsOn", "", "Indiquez à partir de quel jour cette version se signe.")]
    [TestCase("Form.StartsOn", "2026-11-23", "Ce jour est passé")]
    [TestCase("Form.StartsOn", "2030-01-01", "Ce jour est à plus de 3 ans")]
    [TestCase("Form.Reason", "", "Indiquez pourquoi la charte change.")]
    public async Task A_wrong_answer_is_refused(string field, string value, string message)
    {
        await using var app = await App.StartAsync();
        await app.CharterDraftAsync();
        var browser = await app.BrowserAsync(Roles.Administrator);

        var page = await browser.SubmitAsync(
            await browser.GetAsync(Url),
            "main form",
            new() { ["Form.Reason"] = "Un motif", [field] = value }
        );

        Assert.That(page.Text, Does.Contain(message));
        Assert.That((await app.CharterAsync(2)).Status, Is.EqualTo(CharterStatus.Draft));
    }

    [Test]
    public async Task It_does_not_begin_before_the_last_published_one_but_may_take_its_place()
    {
        await using var app = await App.StartAsync();
        await app.PublishedCharterAsync(startsOn: new DateOnly(2027, 1, 1));
        await app.CharterDraftAsync("L’espace reste ouvert, même en janvier.");
        var browser = await app.BrowserAsync(Roles.Administrator);
        var form = await browser.GetAsync($"{Root}/3/publier");

        var refused = await browser.SubmitAsync(form, "main form", new() { ["Form.Reason"] = "Une faute" });
        var done = await browser.SubmitAsync(refused, "main form", new() { ["Form.StartsOn"] = "2027-01-01" });

        Assert.That(refused.Text, Does.Contain("La version 2 se signe à partir du 1er janvier 2027"));
        Assert.That(done.Text, Does.Contain("Cette version est publiée"));
        app.Clock.AdvanceTo(new DateOnly(2027, 1, 1));
        browser = await app.BrowserAsync(Roles.Administrator);
        Assert.That(
            (await browser.GetAsync(Root)).Text,
            Does.Contain("Version 3 En vigueur").And.Contain("Version 2 Remplacée")
        );
    }

    [Test]
    public async Task Nothing_is_published_by_who_has_not_read_the_draft_as_it_stands()
    {
        await using var app = await App.StartAsync();
        await app.CharterDraftAsync();
        var browser = await app.BrowserAsync(Roles.Administrator);
        var early = await browser.GetAsync(Url);
        await browser.SubmitAsync(
            await browser.GetAsync($"{Root}/2/modifier"),
            "main form",
            new() { ["Form.Text"] = "Changé entre-temps." }
        );

        var page = await browser.SubmitAsync(early, "main form", new() { ["Form.Reason"] = "Voté" });

        Assert.That(page.Text, Does.Contain("Quelqu’un a changé ce brouillon").And.Contain("Changé entre-temps."));
        Assert.That(page.Document.QuerySelector("textarea")!.TextContent, Does.Contain("Voté"));
        Assert.That((await app.CharterAsync(2)).Status, Is.EqualTo(CharterStatus.Draft));
    }

    [Test]
    public async Task A_filed_file_keeps_the_version_it_signed_and_a_renewal_signs_the_one_in_force()
    {
        await using var app = await App.StartAsync();
        await app.LesBaniansAsync();
        var id = await app.CompleteFileAsync();
        var helene = await app.HeleneAsync();
        await helene.SubmitAsync(await helene.GetAsync(GivenDraft.Url(id, "/depot")), "main form", []);
        await app.PublishedCharterAsync();
        var first = await app.CharterAsync(1);

        var receipt = await helene.GetAsync(GivenDraft.Url(id, "/recepisse"));
        var filed = await app.WithAsync((LabellingDbContext db) => db.FiledVersions.SingleAsync());
        await app.WithAsync(
            (LabellingDbContext db) =>
                db.Applications.ExecuteUpdateAsync(set => set.SetProperty(a => a.Status, ApplicationStatus.ToComplete))
        );
        var completed = await helene.GetAsync(GivenDraft.Url(id, "/charte"));
        var renewal = await app.FileAsync(ApplicationStatus.Draft, kind: ApplicationKind.Renewal);
        var renewed = await helene.GetAsync(GivenDraft.Url(renewal, "/charte"));

        Assert.That(receipt.Text, Does.Contain("La charte signée, version 1").And.Contain(first.Commitments[0]));
        Assert.That(receipt.Text, Does.Not.Contain(GivenCharter.Text));
        Assert.That(filed.Json, Does.Contain("\"charter\":1").And.Contain(first.Commitments[0]));
        Assert.That(completed.Text, Does.Contain("Charte signée").And.Contain("La charte, version 1"));
        Assert.That(renewed.Text, Does.Contain("La charte, version 2").And.Contain(GivenCharter.Text));
    }
}
