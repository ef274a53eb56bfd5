using System.Net;
using CaseNumerique.Labelling.Data;
using CaseNumerique.Labelling.Features.SelfChecks;
using CaseNumerique.SharedKernel;
using CaseNumerique.TestKit;
using Microsoft.EntityFrameworkCore;
using NUnit.Framework;

namespace CaseNumerique.Labelling.Tests.Features.SelfChecks;

public class SelfCheckTests
{
    [Test]
    public async Task Anybody_begins_without_an_account_and_receives_a_link_that_is_kept_nowhere()
    {
        await using var app = await App.StartAsync();
        var browser = app.Anonymous();

        var page = await browser.BeginAsync("Remote");

        Assert.That(page.Text, Does.Contain("Chapitre 1 sur 8 : Portage et pérennité").And.Contain("Tribu ou île"));
        Assert.That(page.Text, Does.Contain("22 février 2027 inclus"));
        var token = GivenSelfCheck.TokenOf(page);
        Assert.That(token, Has.Length.EqualTo(32));
        var check = await app.WithAsync((LabellingDbContext db) => db.SelfChecks.SingleAsync());
        Assert.That((check.Context, check.ExpiresOn), Is.EqualTo((EpnContext.Remote, new DateOnly(2027, 2, 22))));
        Assert.That(check.TokenHash, Is.EqualTo(SelfCheck.HashOf(token)).And.Not.Contain(token));
        Assert.That(
            page.Document.QuerySelector("#lien-a-garder")!.GetAttribute("value"),
            Does.EndWith($"/pre-diagnostic/{token}")
        );
        Assert.That(page.Response.Headers.CacheControl!.NoStore, Is.True);
        Assert.That((await app.JournalAsync()).Select(l => l.Entry.Action), Has.None.Contains("SelfCheck"));
    }

    [Test]
    public async Task The_context_must_be_chosen()
    {
        await using var app = await App.StartAsync();
        var browser = app.Anonymous();

        var page = await browser.SubmitAsync(await browser.GetAsync("/pre-diagnostic"), "main form", []);

        Assert.That(page.Text, Does.Contain("Choisissez où se trouve l’espace"));
        Assert.That(await app.WithAsync((LabellingDbContext db) => db.SelfChecks.CountAsync()), Is.Zero);
    }

    [Test]
    public async Task Answers_are_kept_chapter_by_chapter_and_can_be_taken_back()
    {
        await using var app = await App.StartAsync();
        var browser = app.Anonymous();
        var first = await browser.BeginAsync();

        var second = await browser.SubmitAsync(
            first,
            "main form",
            new()
            {
                ["Form.Answers[0].Value"] = "2",
                ["Form.Answers[1].Value"] = "1",
                ["Form.Answers[4].Value"] = "so",
            }
        );
        Assert.That(second.Text, Does.Contain("Chapitre 2 sur 8"));
        Assert.That(await ScoresAsync(app), Is.EqualTo(new int?[] { 2, 1, null }));

        // Somebody else, with the link, on another machine.
        var elsewhere = app.Anonymous();
        var again = await elsewhere.GetAsync(first.Url);
        Assert.That(
            again.Document.QuerySelectorAll("input[type=radio][checked]").Select(r => r.GetAttribute("value")),
            Is.EqualTo(new[] { "2", "1", "", "", "so" })
        );
        await elsewhere.SubmitAsync(again, "main form", new() { ["Form.Answers[1].Value"] = "" });
        Assert.That(await ScoresAsync(app), Is.EqualTo(new int?[] { 2, null }));
    }

    [Test]
    public async Task Sans_objet_is_refused_where_the_criterion_always_applies_and_nonsense_everywhere()
    {
        await using var app = await App.StartAsync();
        var browser = app.Anonymous();
        var first = await browser.BeginAsync();

        await browser.PostAsync(first, new() { ["Form.Answers[0].Code"] = "A1", ["Form.Answers[0].Value"] = "so" });
        var page = await browser.PostAsync(
            first,
            new() { ["Form.Answers[0].Code"] = "A1", ["Form.Answers[0].Value"] = "9" }
        );

        Assert.That(page.Text, Does.Contain("Choisissez l’une des réponses proposées."));
        Assert.That(await ScoresAsync(app), Is.Empty);
    }

    [Test]
    public async Task The_result_says_what_to_do_by_order_of_weight()
    {
        await using var app = await App.StartAsync();
        var browser = app.Anonymous();
        var first = await browser.BeginAsync("Remote");
        var url = GivenSelfCheck.UrlOf(first);
        Assert.That((await browser.GetAsync(url)).Text, Does.Contain("Répondez à un premier chapitre"));

        await app.AnswerAllAsync(first, 2);
        var ready = await browser.GetAsync(url);
        Assert.That(
            ready.Text,
            Does.Contain("Vous êtes prêt à demander le label").And.Contain("Chaque critère est atteint")
        );

        await app.AnswerAsync(first, ("A5", "0"), ("B1", "1"));
        var page = await browser.GetAsync(url);
        Assert.That(page.Text, Does.Contain("Vous êtes presque prêt").And.Contain("B1, obligatoire, est partiel."));
        Assert.That(
            page.Document.QuerySelectorAll(".todo h3").Select(h => h.QuerySelector(".num")!.TextContent),
            Is.EqualTo(new[] { "B1", "A5" })
        );
        Assert.That(page.Text, Does.Contain("Il faut : 12 heures par semaine.").And.Contain("Horaires publiés"));

        await app.AnswerAsync(first, ("B2", "0"));
        Assert.That((await browser.GetAsync(url)).Text, Does.Contain("Il reste du travail avant de demander le label"));
    }

    [Test]
    public async Task A_link_that_is_not_good_or_no_longer_leads_nowhere()
    {
        await using var app = await App.StartAsync();
        var browser = app.Anonymous();
        var first = await browser.BeginAsync();
        var url = GivenSelfCheck.UrlOf(first);

        Assert.That((await browser.GetAsync($"{url}x")).Status, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That((await browser.GetAsync($"{url}/Q")).Status, Is.EqualTo(HttpStatusCode.NotFound));
        app.Clock.AdvanceTo(new(2027, 2, 22));
        Assert.That((await browser.GetAsync(url)).Status, Is.EqualTo(HttpStatusCode.OK));
        app.Clock.AdvanceTo(new(2027, 2, 23));
        Assert.That((await browser.GetAsync(url)).Status, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That((await browser.SubmitAsync(first, "main form", [])).Status, Is.EqualTo(HttpStatusCode.NotFound));
    }

    [Test]
    public async Task An_answer_prolongs_it_and_what_has_run_out_is_deleted()
    {
        await using var app = await App.StartAsync();
        var browser = app.Anonymous();
        var first = await browser.BeginAsync();
        await browser.BeginAsync();
        app.Clock.AdvanceTo(new(2027, 1, 10));
        await app.AnswerAllAsync(first, 2);

        app.Clock.AdvanceTo(new(2027, 2, 23));
        Assert.That(await ApplyAsync(app, 1), Is.Zero);
        app.Clock.AdvanceTo(new(2027, 2, 24));
        Assert.That(await ApplyAsync(app, 1), Is.EqualTo(1));
        var left = await app.WithAsync((LabellingDbContext db) => db.SelfChecks.Include(c => c.Answers).SingleAsync());
        Assert.That((left.ExpiresOn, left.Answers.Count), Is.EqualTo((new DateOnly(2027, 4, 10), 43)));
        app.Clock.AdvanceTo(new(2027, 5, 1));
        Assert.That(await ApplyAsync(app, 1), Is.EqualTo(1));
        Assert.That(await ScoresAsync(app), Is.Empty);
    }

    [Test]
    public async Task From_one_address_not_more_than_a_few_begin_in_a_minute()
    {
        await using var app = await App.StartAsync();
        var browser = app.Anonymous("10.9.9.9");
        var form = await browser.GetAsync("/pre-diagnostic");
        for (var i = 0; i < SelfCheckRateLimit.StartsPerMinute; i++)
        {
            Assert.That((await browser.SubmitAsync(form, "main form", [])).Status, Is.EqualTo(HttpStatusCode.OK));
        }

        var page = await browser.SubmitAsync(form, "main form", []);

        Assert.That(page.Status, Is.EqualTo(HttpStatusCode.TooManyRequests));
        Assert.That((await browser.GetAsync("/pre-diagnostic")).Status, Is.EqualTo(HttpStatusCode.OK));
    }

    private static Task<int> ApplyAsync(App app, int days) =>
        app.WithAsync(
            (IEnumerable<IRetention> kinds) =>
                kinds.Single(k => k.Key == "pre-diagnostics").ApplyAsync(app.Clock.UtcNow.AddDays(-days), default)
        );

    private static Task<int?[]> ScoresAsync(App app) =>
        app.WithAsync(
            (LabellingDbContext db) =>
                db.SelfChecks.SelectMany(c => c.Answers).OrderBy(a => a.Id).Select(a => a.Score).ToArrayAsync()
        );
}
