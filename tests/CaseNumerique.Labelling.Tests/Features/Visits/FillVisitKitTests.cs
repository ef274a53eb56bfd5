using CaseNumerique.Labelling.Data;
using CaseNumerique.TestKit;
using Microsoft.EntityFrameworkCore;
using NUnit.Framework;

namespace CaseNumerique.Labelling.Tests.Features.Visits;

internal sealed class FillVisitKitTests
{
    private const string FirstText = "Lines[0].Entry.Text";

    [Test]
    public async Task Without_a_script_the_kit_is_a_form_of_all_criteria()
    {
        await using var app = await App.StartAsync();
        var (id, assessor) = await app.GivenConfirmedVisitAsync();

        var page = await assessor.GetAsync(GivenAssessment.UrlOf(id, "/visite/kit"));
        var saved = await assessor.SubmitAsync(
            page,
            "main form",
            new() { [FirstText] = "Affiché.", ["Lines[0].Entry.Choice"] = "2" }
        );

        Assert.That(page.Document.QuerySelectorAll("textarea"), Has.Length.EqualTo(43));
        Assert.That(saved.Text, Does.Contain("Vos constats sont enregistrés."));
        Assert.That((await FindingAsync(app)).Words, Is.EqualTo(new FindingWords("Affiché.", 2, false)));
    }

    [Test]
    public async Task Two_forms_in_conflict_show_both_texts_until_the_person_chooses()
    {
        await using var app = await App.StartAsync();
        var (id, assessor) = await app.GivenConfirmedVisitAsync();
        var url = GivenAssessment.UrlOf(id, "/visite/kit");
        var late = await assessor.GetAsync(url);
        await assessor.SubmitAsync(await assessor.GetAsync(url), "main form", new() { [FirstText] = "Un." });

        var conflict = await assessor.SubmitAsync(late, "main form", new() { [FirstText] = "Deux." });
        var undecided = await assessor.SubmitAsync(conflict, "main form", []);
        var kept = (await FindingAsync(app)).Text;
        var chosen = await assessor.SubmitAsync(undecided, "main form", new() { ["Lines[0].Stays"] = "mienne" });

        Assert.That(conflict.Text, Does.Contain("1 constat a changé entre-temps").And.Contain("Un."));
        Assert.That(conflict.Document.QuerySelector($"[name='{FirstText}']")!.TextContent, Is.EqualTo("Deux."));
        Assert.That(kept, Is.EqualTo("Un."));
        Assert.That(chosen.Text, Does.Contain("Vos constats sont enregistrés."));
        Assert.That((await FindingAsync(app)).Text, Is.EqualTo("Deux."));
    }

    [Test]
    public async Task The_version_that_is_not_chosen_can_be_read_at_the_visit()
    {
        await using var app = await App.StartAsync();
        var (id, _) = await app.GivenConfirmedVisitAsync();
        app.Clock.Advance(TimeSpan.FromDays(11));
        var assessor = await app.AssessorOfAsync(id);
        var url = GivenAssessment.UrlOf(id, "/visite/kit");
        var late = await assessor.GetAsync(url);
        await assessor.SubmitAsync(await assessor.GetAsync(url), "main form", new() { [FirstText] = "Un." });
        var conflict = await assessor.SubmitAsync(late, "main form", new() { [FirstText] = "Deux." });
        await assessor.SubmitAsync(conflict, "main form", new() { ["Lines[0].Stays"] = "sienne" });

        var shown = await assessor.SubmitAsync(
            await assessor.GetAsync(GivenAssessment.UrlOf(id, "/visite/compte-rendu")),
            "main form",
            new() { ["Form.Present"] = "Jo P.", ["Form.Report"] = "Clair." }
        );

        Assert.That(shown.Text, Does.Contain("Un.").And.Contain("1 version écartée").And.Contain("Deux."));
    }

    [Test]
    public async Task It_stays_open_while_the_EPN_asks_for_another_day()
    {
        await using var app = await App.StartAsync();
        var (id, assessor) = await app.GivenConfirmedVisitAsync();
        var page = await assessor.GetAsync(GivenAssessment.UrlOf(id, "/visite/kit"));
        await (await app.ManagerAsync()).ProposeVisitAsync(id, app.Today.AddDays(20));

        var saved = await assessor.SubmitAsync(page, "main form", new() { [FirstText] = "Affiché." });

        Assert.That(saved.Text, Does.Contain("Vos constats sont enregistrés."));
        Assert.That((await FindingAsync(app)).Text, Is.EqualTo("Affiché."));
    }

    private static Task<VisitFinding> FindingAsync(App app) =>
        app.WithAsync((LabellingDbContext db) => db.Visits.AsNoTracking().SelectMany(v => v.Findings).SingleAsync());
}
