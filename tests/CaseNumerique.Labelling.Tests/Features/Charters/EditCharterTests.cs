using System.Net;
using CaseNumerique.Labelling.Data;
using CaseNumerique.SharedKernel;
using CaseNumerique.TestKit;
using Microsoft.EntityFrameworkCore;
using NUnit.Framework;

namespace CaseNumerique.Labelling.Tests.Features.Charters;

internal sealed class EditCharterTests
{
    private const string Root = "/gestion/parametres/charte";
    private const string Url = $"{Root}/2";

    [Test]
    public async Task An_agent_reads_it_and_changes_nothing_an_EPN_does_not_see_the_versions()
    {
        await using var app = await App.StartAsync();
        await app.CharterDraftAsync();
        var agent = await app.BrowserAsync(Roles.Agent);
        var manager = await app.BrowserAsync(Roles.Manager, Given.EpnId);

        var list = await agent.GetAsync(Root);

        Assert.That(list.Text, Does.Contain("Version 1 En vigueur").And.Contain("Version 2 Brouillon"));
        Assert.That((await agent.GetAsync(Url)).Text, Does.Contain(GivenCharter.Text).And.Not.Contain("Modifier"));
        foreach (var path in new[] { "/nouvelle", "/2/modifier", "/2/publier", "/2/abandonner" })
        {
            Assert.That((await agent.GetAsync(Root + path)).Status, Is.EqualTo(HttpStatusCode.Forbidden), path);
        }

        Assert.That((await manager.GetAsync(Root)).Status, Is.EqualTo(HttpStatusCode.Forbidden));
    }

    [Test]
    public async Task A_draft_begins_as_the_last_version_and_is_shown_as_the_EPN_will_read_it()
    {
        await using var app = await App.StartAsync();
        var browser = await app.BrowserAsync(Roles.Administrator);
        var first = await app.CharterAsync(1);
        var list = await browser.GetAsync("/gestion/parametres/referentiels");
        var form = await browser.GetAsync($"{Root}/nouvelle");

        var page = await browser.SubmitAsync(
            form,
            "main form",
            new()
            {
                ["Form.Text"] = "L'espace accueille tout le monde : sans condition.\r\n\r\n  Il est gratuit.\r\n",
                ["Form.Notice"] = "Texte soumis au réseau",
            }
        );
        var second = await browser.SubmitAsync(form, "main form", new() { ["Form.Text"] = "Un autre texte" });

        Assert.That(list.Document.QuerySelector($"main a[href='{Root}']"), Is.Not.Null);
        Assert.That(first.Notice, Does.Contain("proposé"));
        Assert.That(form.Document.QuerySelector("textarea")!.TextContent.Trim(), Is.EqualTo(first.Text));
        Assert.That(page.Url, Does.EndWith(Url));
        Assert.That(
            page.Document.QuerySelectorAll("main ol:not(nav ol) li").Select(l => l.TextContent),
            Is.EqualTo(["L’espace accueille tout le monde\u00A0: sans condition.", "Il est gratuit."])
        );
        Assert.That(page.Text, Does.Contain("La charte, version 2 Texte soumis au réseau"));
        Assert.That(second.Text, Does.Contain("Une version est déjà en préparation"));
        Assert.That(second.Document.QuerySelector("textarea")!.TextContent, Does.Contain("Un autre texte"));
        Assert.That((await app.JournalAsync("Labelling.StartCharter")).Count, Is.Positive);
    }

    [TestCase("Form.Text", " \r\n ", "Écrivez au moins un engagement, un par ligne.")]
    [TestCase("Form.Text", null, "Raccourcissez la charte")]
    [TestCase("Form.Notice", null, "Résumez l’avertissement en 500 caractères.")]
    public async Task A_wrong_answer_is_refused(string field, string? value, string message)
    {
        await using var app = await App.StartAsync();
        await app.CharterDraftAsync();
        var browser = await app.BrowserAsync(Roles.Administrator);
        var form = await browser.GetAsync($"{Url}/modifier");

        var page = await browser.SubmitAsync(
            form,
            "main form",
            new() { [field] = value ?? new string('x', Charter.TextMaxLength + 1) }
        );

        Assert.That(page.Text, Does.Contain(message));
        Assert.That((await app.CharterAsync(2)).Version, Is.Zero);
    }

    [Test]
    public async Task Of_two_editors_the_later_reads_both_texts_and_loses_nothing()
    {
        await using var app = await App.StartAsync();
        await app.CharterDraftAsync();
        var browser = await app.BrowserAsync(Roles.Administrator);
        var form = await browser.GetAsync($"{Url}/modifier");
        await browser.SubmitAsync(form, "main form", new() { ["Form.Text"] = "Écrit par la première." });

        var page = await browser.SubmitAsync(form, "main form", new() { ["Form.Text"] = "Écrit par la seconde." });

        Assert.That(page.Text, Does.Contain("Quelqu’un a changé ce brouillon pendant que vous écriviez"));
        var row = page.Document.QuerySelectorAll("table tbody tr").Single();
        Assert.That(row.TextContent, Does.Contain("Écrit par la première.").And.Contain("Écrit par la seconde."));
        Assert.That(page.Document.QuerySelector("textarea")!.TextContent, Does.Contain("Écrit par la seconde."));
        Assert.That((await app.CharterAsync(2)).Text, Is.EqualTo("Écrit par la première."));

        await browser.SubmitAsync(page, "main form", []);
        Assert.That((await app.CharterAsync(2)).Text, Is.EqualTo("Écrit par la seconde."));
    }

    [Test]
    public async Task A_published_version_never_changes()
    {
        await using var app = await App.StartAsync();
        await app.CharterDraftAsync();
        var browser = await app.BrowserAsync(Roles.Administrator);
        var late = await browser.GetAsync($"{Url}/modifier");
        foreach (var path in new[] { "modifier", "publier", "abandonner" })
        {
            Assert.That((await browser.GetAsync($"{Root}/1/{path}")).Status, Is.EqualTo(HttpStatusCode.NotFound), path);
        }

        var published = await browser.SubmitAsync(
            await browser.GetAsync($"{Url}/publier"),
            "main form",
            new() { ["Form.Reason"] = "Voté" }
        );
        var refused = await browser.SubmitAsync(late, "main form", new() { ["Form.Text"] = "Trop tard." });

        Assert.That(published.Text, Does.Contain("Cette version est publiée : elle ne change plus."));
        Assert.That(refused.Text, Does.Contain("Cette version n’est plus un brouillon"));
        Assert.That(refused.Document.QuerySelector("textarea")!.TextContent, Does.Contain("Trop tard."));
        Assert.That((await app.CharterAsync(2)).Text, Is.EqualTo(GivenCharter.Text));
    }

    [Test]
    public async Task A_draft_is_discarded_after_a_confirmation_by_who_has_read_it()
    {
        await using var app = await App.StartAsync();
        await app.CharterDraftAsync();
        var browser = await app.BrowserAsync(Roles.Administrator);
        var early = await browser.GetAsync($"{Url}/abandonner");
        await browser.SubmitAsync(
            await browser.GetAsync($"{Url}/modifier"),
            "main form",
            new() { ["Form.Text"] = "Changé entre-temps." }
        );

        var refused = await browser.SubmitAsync(early, "main form", []);
        var done = await browser.SubmitAsync(refused, "main form", []);

        Assert.That(refused.Text, Does.Contain("Quelqu’un a changé ce brouillon"));
        Assert.That(done.Text, Does.Contain("Le brouillon est abandonné."));
        var numbers = await app.WithAsync((LabellingDbContext db) => db.Charters.Select(c => c.Number).ToListAsync());
        Assert.That(numbers, Is.EqualTo(new[] { 1 }));
    }
}
