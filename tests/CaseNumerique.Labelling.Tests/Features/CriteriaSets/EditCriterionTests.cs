using CaseNumerique.Labelling.Data;
using CaseNumerique.SharedKernel;
using CaseNumerique.TestKit;
using NUnit.Framework;

namespace CaseNumerique.Labelling.Tests.Features.CriteriaSets;

public class EditCriterionTests
{
    private const string Url = GivenSetDraft.Url;

    private static readonly Dictionary<string, string> _new = new()
    {
        ["Form.Code"] = "a9",
        ["Form.Title"] = "Un comité d'usagers",
        ["Form.Kind"] = nameof(CriterionKind.Mandatory),
        ["Form.Weight"] = "4",
        ["Form.UrbanThreshold"] = "Deux réunions par an",
        ["Form.ExpectedProof"] = "Comptes rendus",
        ["Form.ProvenBy"] = "figures-sent",
        ["Form.Place"] = "apres:A1",
    };

    [Test]
    public async Task A_criterion_is_added_in_its_place_with_one_threshold_for_all()
    {
        await using var app = await App.StartAsync();
        await app.DraftAsync();
        var browser = await app.BrowserAsync(Roles.Administrator);

        var page = await browser.SubmitAsync(
            await browser.GetAsync($"{Url}/criteres/nouveau?chapitre=A"),
            "main form",
            new(_new)
        );

        Assert.That(
            page.Text,
            Does.Contain("Le critère est enregistré.").And.Contain("L’espace a envoyé ses chiffres")
        );
        var draft = await app.SetAsync(2);
        Assert.That(draft.Criteria.Take(3).Select(k => k.Code), Is.EqualTo(new[] { "A1", "A9", "A2" }));
        var added = draft.The("A9");
        Assert.That(
            (added.Title, added.Weight, added.Kind),
            Is.EqualTo(("Un comité d’usagers", 4, CriterionKind.Mandatory))
        );
        Assert.That(Enum.GetValues<EpnContext>().Select(added.ThresholdFor), Is.All.EqualTo("Deux réunions par an"));
    }

    [TestCase("Form.Code", "B1", "Un autre critère de cette version porte ce code.")]
    [TestCase("Form.Code", "A-9", "Le code compte 1 à 6 lettres ou chiffres, comme C1.")]
    [TestCase("Form.Title", "", "Donnez un libellé au critère.")]
    [TestCase("Form.Weight", "11", "Le poids va de 1 à 10.")]
    [TestCase("Form.Weight", "0", "Le poids va de 1 à 10.")]
    [TestCase("Form.UrbanThreshold", "", "Indiquez ce seuil")]
    [TestCase("Form.IsSameEverywhere", "false", "Indiquez ce seuil")]
    [TestCase("Form.ExpectedProof", "", "Indiquez ce qui prouve ce critère.")]
    public async Task A_wrong_answer_is_refused_and_stays_in_the_form(string field, string value, string message)
    {
        await using var app = await App.StartAsync();
        await app.DraftAsync();
        var browser = await app.BrowserAsync(Roles.Administrator);
        var form = await browser.GetAsync($"{Url}/criteres/nouveau?chapitre=A");

        var page = await browser.SubmitAsync(form, "main form", new(_new) { [field] = value });

        Assert.That(page.Text, Does.Contain(message));
        Assert.That(page.Document.QuerySelector("#Form_Origin"), Is.Not.Null);
        Assert.That((await app.SetAsync(2)).Criteria.Count(), Is.EqualTo(43));
    }

    [Test]
    public async Task A_fact_that_nobody_knows_is_refused()
    {
        await using var app = await App.StartAsync();
        await app.DraftAsync();
        var browser = await app.BrowserAsync(Roles.Administrator);
        var form = await browser.GetAsync($"{Url}/criteres/A1");

        var page = await browser.SubmitAsync(form, "main form", new() { ["Form.ProvenBy"] = "moon-full" });

        Assert.That(page.Text, Does.Contain("La plateforme ne connaît pas ce fait"));
    }

    [Test]
    public async Task A_criterion_moves_to_another_chapter_and_keeps_the_rest()
    {
        await using var app = await App.StartAsync();
        await app.DraftAsync();
        var browser = await app.BrowserAsync(Roles.Administrator);

        await browser.SubmitAsync(
            await browser.GetAsync($"{Url}/criteres/A1"),
            "main form",
            new() { ["Form.Place"] = "debut:B" }
        );

        var draft = await app.SetAsync(2);
        var (a, b) = (draft.Chapters.Single(c => c.Code == "A"), draft.Chapters.Single(c => c.Code == "B"));
        Assert.That(a.Criteria.Select(k => k.Code), Has.None.EqualTo("A1"));
        Assert.That(b.Criteria.MinBy(k => k.Position)!.Code, Is.EqualTo("A1"));
        Assert.That(b.Criteria.Select(k => k.Position).Order(), Is.EqualTo(Enumerable.Range(1, b.Criteria.Count)));
        Assert.That(draft.The("A1").Title, Is.EqualTo((await app.SetAsync(1)).The("A1").Title));
    }

    [Test]
    public async Task Saved_as_it_stands_a_criterion_stays_where_it_is()
    {
        await using var app = await App.StartAsync();
        await app.DraftAsync();
        var before = (await app.SetAsync(2)).Criteria.Select(k => k.Code).ToArray();
        var browser = await app.BrowserAsync(Roles.Administrator);

        await browser.SubmitAsync(await browser.GetAsync($"{Url}/criteres/B2"), "main form", []);

        var after = await app.SetAsync(2);
        Assert.That(after.Criteria.Select(k => k.Code), Is.EqualTo(before));
        Assert.That(after.The("B2").RemoteThreshold, Is.EqualTo("4 heures par semaine"));
    }

    [Test]
    public async Task A_criterion_and_a_chapter_are_removed_after_a_confirmation()
    {
        await using var app = await App.StartAsync();
        await app.DraftAsync();
        var browser = await app.BrowserAsync(Roles.Administrator);

        var asked = await browser.GetAsync($"{Url}/criteres/A1/retirer");
        Assert.That(asked.Text, Does.Contain("Retirer le critère A1 de ce brouillon"));
        var page = await browser.SubmitAsync(asked, "main form", []);
        Assert.That(page.Text, Does.Contain("Le critère A1 est retiré du brouillon."));
        Assert.That((await app.SetAsync(2)).Criteria.Count(), Is.EqualTo(42));

        asked = await browser.GetAsync($"{Url}/chapitres/A/retirer");
        Assert.That(asked.Text, Does.Contain("Il contient 4 critères"));
        await browser.SubmitAsync(asked, "main form", []);
        var draft = await app.SetAsync(2);
        Assert.That(draft.Chapters.Select(c => c.Code), Has.None.EqualTo("A"));
        Assert.That(draft.Criteria.Count(), Is.EqualTo(38));
        Assert.That((await app.SetAsync(1)).Criteria.Count(), Is.EqualTo(43));
    }

    [Test]
    public async Task A_chapter_is_added_renamed_and_moved()
    {
        await using var app = await App.StartAsync();
        await app.DraftAsync();
        var browser = await app.BrowserAsync(Roles.Administrator);

        await browser.SubmitAsync(
            await browser.GetAsync($"{Url}/chapitres/nouveau"),
            "main form",
            new()
            {
                ["Form.Code"] = "z",
                ["Form.Title"] = "Sobriété",
                ["Form.After"] = "A",
            }
        );
        await browser.SubmitAsync(
            await browser.GetAsync($"{Url}/chapitres/B"),
            "main form",
            new() { ["Form.Title"] = "Accueil de tous", ["Form.After"] = "" }
        );

        var chapters = (await app.SetAsync(2)).Chapters.OrderBy(c => c.Position).ToArray();
        Assert.That(chapters.Take(4).Select(c => c.Code), Is.EqualTo(new[] { "B", "A", "Z", "C" }));
        Assert.That(chapters[0].Title, Is.EqualTo("Accueil de tous"));
        var taken = await browser.SubmitAsync(
            await browser.GetAsync($"{Url}/chapitres/nouveau"),
            "main form",
            new() { ["Form.Code"] = "A", ["Form.Title"] = "Encore" }
        );
        Assert.That(taken.Text, Does.Contain("Un autre chapitre de cette version porte ce code."));
    }
}
