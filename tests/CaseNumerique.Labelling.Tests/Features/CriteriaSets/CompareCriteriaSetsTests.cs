using System.Net;
using CaseNumerique.Labelling.Data;
using CaseNumerique.SharedKernel;
using CaseNumerique.TestKit;
using NUnit.Framework;

namespace CaseNumerique.Labelling.Tests.Features.CriteriaSets;

public class CompareCriteriaSetsTests
{
    private const string Url = $"{GivenSetDraft.Url}/comparer";

    [Test]
    public async Task What_was_added_removed_and_changed_is_said_field_by_field()
    {
        await using var app = await App.StartAsync();
        await app.DraftAsync();
        await app.ChangeDraftAsync(draft =>
        {
            draft.OverallPercent = 65;
            draft.Add("A9");
            draft.Chapters.Single(c => c.Code == "A").Criteria.RemoveAll(k => k.Code == "A5");
            draft.The("B1").UrbanThreshold = "24 heures par semaine";
            draft.The("B2").Kind = CriterionKind.Recommended;
            draft.Chapters.Single(c => c.Code == "C").Title = "Animer";
        });
        var browser = await app.BrowserAsync(Roles.Agent);

        var page = await browser.GetAsync($"{Url}?avec=1");

        Assert.That(page.Text, Does.Contain("1 critère ajouté, 1 retiré, 2 modifiés."));
        Assert.That(page.Text, Does.Contain("Score global requis60 %65 %"));
        Assert.That(page.Text, Does.Contain("A9 Nouveau critère, obligatoire, poids 2"));
        Assert.That(page.Text, Does.Contain("A5 Ancienneté d’activité"));
        Assert.That(page.Text, Does.Contain("Seuil en ville20 heures par semaine24 heures par semaine"));
        Assert.That(page.Text, Does.Contain("Typeobligatoirerecommandé"));
        Assert.That(page.Text, Does.Contain("Animer"));
        Assert.That(page.Document.QuerySelector("#critere-B3"), Is.Null);
        // The other way round, it is the same comparison.
        var back = await browser.GetAsync("/gestion/parametres/referentiels/1/comparer?avec=2");
        Assert.That(
            back.Document.QuerySelector("main")!.TextContent,
            Is.EqualTo(page.Document.QuerySelector("main")!.TextContent)
        );
    }

    [Test]
    public async Task A_draft_is_compared_with_the_version_in_force_and_by_nobody_else()
    {
        await using var app = await App.StartAsync();
        await app.DraftAsync();
        var agent = await app.BrowserAsync(Roles.Agent);
        var manager = await app.BrowserAsync(Roles.Manager);

        // A new draft has its own title only.
        Assert.That((await agent.GetAsync(Url)).Text, Does.Contain("0 critère ajouté, 0 retiré, 0 modifié."));
        Assert.That((await manager.GetAsync(Url)).Status, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That(
            (await manager.GetAsync("/gestion/parametres/referentiels/1/comparer?avec=2")).Status,
            Is.EqualTo(HttpStatusCode.NotFound)
        );
        Assert.That((await agent.GetAsync($"{Url}?avec=9")).Status, Is.EqualTo(HttpStatusCode.NotFound));
    }
}
