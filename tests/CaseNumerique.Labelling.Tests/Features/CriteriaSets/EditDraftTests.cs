using System.Net;
using CaseNumerique.Labelling.Data;
using CaseNumerique.SharedKernel;
using CaseNumerique.TestKit;
using Microsoft.EntityFrameworkCore;
using NUnit.Framework;

namespace CaseNumerique.Labelling.Tests.Features.CriteriaSets;

public class EditDraftTests
{
    private const string Root = "/gestion/parametres/referentiels";
    private const string Url = GivenSetDraft.Url;

    [TestCase($"{Root}/nouveau")]
    [TestCase($"{Url}/modifier")]
    [TestCase($"{Url}/criteres/A1")]
    [TestCase($"{Url}/criteres/A1/retirer")]
    [TestCase($"{Url}/chapitres/A")]
    [TestCase($"{Url}/chapitres/A/retirer")]
    [TestCase($"{Url}/abandonner")]
    public async Task An_agent_may_not_change_it(string url)
    {
        await using var app = await App.StartAsync();
        await app.DraftAsync();
        var browser = await app.BrowserAsync(Roles.Agent);

        Assert.That((await browser.GetAsync(url)).Status, Is.EqualTo(HttpStatusCode.Forbidden));
    }

    [Test]
    public async Task A_draft_begins_as_the_version_in_force_stands_and_there_is_one_at_a_time()
    {
        await using var app = await App.StartAsync();
        var browser = await app.BrowserAsync(Roles.Administrator);
        var form = await browser.GetAsync($"{Root}/nouveau");

        var page = await browser.SubmitAsync(form, "main form", new() { ["Form.Title"] = "Référentiel 2027" });

        Assert.That(page.Url, Does.EndWith(Url));
        Assert.That(page.Text, Does.Contain("Le brouillon est prêt").And.Contain("Référentiel 2027"));
        var (first, draft) = (await app.SetAsync(1), await app.SetAsync(2));
        Assert.That(draft.Status, Is.EqualTo(CriteriaSetStatus.Draft));
        Assert.That(draft.Criteria.Select(k => k.Code), Is.EqualTo(first.Criteria.Select(k => k.Code)));
        Assert.That(draft.Criteria.Select(k => k.Id).Intersect(first.Criteria.Select(k => k.Id)), Is.Empty);
        var again = await browser.SubmitAsync(form, "main form", []);
        Assert.That(again.Text, Does.Contain("Une version est déjà en préparation"));
    }

    [Test]
    public async Task A_published_version_cannot_be_changed()
    {
        await using var app = await App.StartAsync();
        await app.DraftAsync();
        var browser = await app.BrowserAsync(Roles.Administrator);

        foreach (
            var path in (string[])
                ["modifier", "criteres/A1", "criteres/A1/retirer", "chapitres/A/retirer", "abandonner"]
        )
        {
            Assert.That((await browser.GetAsync($"{Root}/1/{path}")).Status, Is.EqualTo(HttpStatusCode.NotFound), path);
        }

        var form = await browser.GetAsync($"{Url}/abandonner");
        var refused = await browser.PostAsync(form with { Url = form.Url.Replace("/2/", "/1/") }, []);
        Assert.That(refused.Text, Does.Contain("Cette version n’est plus un brouillon"));
        Assert.That((await app.SetAsync(1)).Criteria.Count(), Is.EqualTo(43));
    }

    [Test]
    public async Task Its_title_and_rules_of_opinion_change()
    {
        await using var app = await App.StartAsync();
        await app.DraftAsync();
        var browser = await app.BrowserAsync(Roles.Administrator);

        var page = await browser.SubmitAsync(
            await browser.GetAsync($"{Url}/modifier"),
            "main form",
            new()
            {
                ["Form.OverallPercent"] = "70",
                ["Form.MaxConditions"] = "1",
                ["Form.Notice"] = "Voté en comité : voir l'avis",
            }
        );

        Assert.That(page.Text, Does.Contain("70 % de tous les points").And.Contain("un critère obligatoire partiel"));
        var draft = await app.SetAsync(2);
        Assert.That(
            (draft.OverallPercent, draft.ChapterPercent, draft.MaxConditions, draft.Notice),
            Is.EqualTo((70, 50, 1, "Voté en comité\u00A0: voir l’avis"))
        );
    }

    [TestCase("Form.Title", "", "Donnez un titre à cette version.")]
    [TestCase("Form.OverallPercent", "101", "Le score global va de 0 à 100 %.")]
    [TestCase("Form.ChapterPercent", "", "Indiquez le score requis par chapitre.")]
    [TestCase("Form.MaxConditions", "21", "Les critères sous réserve vont de 0 à 20.")]
    [TestCase("Form.ConditionMonths", "0", "Une réserve se lève en 1 à 36 mois.")]
    public async Task A_wrong_rule_is_refused(string field, string value, string message)
    {
        await using var app = await App.StartAsync();
        await app.DraftAsync();
        var browser = await app.BrowserAsync(Roles.Administrator);
        var form = await browser.GetAsync($"{Url}/modifier");

        var page = await browser.SubmitAsync(form, "main form", new() { [field] = value });

        Assert.That(page.Text, Does.Contain(message));
        Assert.That((await app.SetAsync(2)).Version, Is.Zero);
    }

    [Test]
    public async Task Of_two_editors_the_later_is_told_and_loses_nothing()
    {
        await using var app = await App.StartAsync();
        await app.DraftAsync();
        var browser = await app.BrowserAsync(Roles.Administrator);
        var form = await browser.GetAsync($"{Url}/criteres/B1");
        await browser.SubmitAsync(form, "main form", new() { ["Form.Title"] = "Écrit par la première" });

        var page = await browser.SubmitAsync(form, "main form", new() { ["Form.Title"] = "Écrit par la seconde" });

        Assert.That(page.Text, Does.Contain("Quelqu’un a changé ce brouillon pendant que vous écriviez"));
        var row = page.Document.QuerySelectorAll("table tbody tr").Single();
        Assert.That(row.TextContent, Does.Contain("Écrit par la première").And.Contain("Écrit par la seconde"));
        Assert.That((await app.SetAsync(2)).The("B1").Title, Is.EqualTo("Écrit par la première"));

        await browser.SubmitAsync(page, "main form", []);
        Assert.That((await app.SetAsync(2)).The("B1").Title, Is.EqualTo("Écrit par la seconde"));
    }

    [Test]
    public async Task A_draft_is_discarded_after_a_confirmation()
    {
        await using var app = await App.StartAsync();
        await app.DraftAsync();
        var browser = await app.BrowserAsync(Roles.Administrator);

        var page = await browser.SubmitAsync(await browser.GetAsync($"{Url}/abandonner"), "main form", []);

        Assert.That(page.Text, Does.Contain("Le brouillon est abandonné."));
        var numbers = await app.WithAsync(
            (LabellingDbContext db) => db.CriteriaSets.Select(s => s.Number).ToListAsync()
        );
        Assert.That(numbers, Is.EqualTo(new[] { 1 }));
        Assert.That(await app.WithAsync((LabellingDbContext db) => db.Criteria.CountAsync()), Is.EqualTo(43));
    }
}
