using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using CaseNumerique.Labelling.Data;
using CaseNumerique.Labelling.Features.Visits;
using CaseNumerique.SharedKernel;
using CaseNumerique.TestKit;
using Microsoft.EntityFrameworkCore;
using NUnit.Framework;

namespace CaseNumerique.Labelling.Tests.Features.Visits;

internal sealed class KeepFindingsTests
{
    [Test]
    public async Task What_a_device_has_noted_is_kept_once_however_often_it_is_sent()
    {
        await using var app = await App.StartAsync();
        var (id, assessor) = await app.GivenConfirmedVisitAsync();
        var entry = Entry("A1", "Registre affiché.\r\nVu.", choice: "2");

        var first = await SendAsync(assessor, id, entry, Entry("B1", " "));
        var again = await SendAsync(assessor, id, entry);

        var visit = await VisitAsync(app);
        Assert.That(first.Select(o => o.IsSaved), Is.All.True);
        Assert.That(again.Single().Version, Is.EqualTo(1));
        Assert.That(visit.Findings.Single().Words, Is.EqualTo(new FindingWords("Registre affiché.\nVu.", 2, false)));
        Assert.That(visit.Findings.Single().ChangedBy, Is.EqualTo("Nadège K."));
        Assert.That(visit.Revisions, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Two_devices_are_told_of_each_other_and_what_loses_stays_in_the_history()
    {
        await using var app = await App.StartAsync();
        var (id, assessor) = await app.GivenConfirmedVisitAsync();
        await SendAsync(assessor, id, Entry("A1", "Du téléphone."));
        var late = Entry("A1", "De la tablette.");

        var refused = (await SendAsync(assessor, id, late, Entry("A2", "Autre critère.")))[0];
        var again = (await SendAsync(assessor, id, late)).Single();
        var before = (await VisitAsync(app)).Findings.Single(f => f.Text.StartsWith("Du", StringComparison.Ordinal));
        var chosen = await SendAsync(assessor, id, Entry("A1", "Les deux.", from: refused.Current.Version));

        var visit = await VisitAsync(app);
        Assert.That((refused.IsSaved, again.IsSaved, chosen.Single().IsSaved), Is.EqualTo((false, false, true)));
        Assert.That((refused.Current.Text, refused.Current.By), Is.EqualTo(("Du téléphone.", "Nadège K.")));
        Assert.That(before.Version, Is.EqualTo(1));
        Assert.That(visit.Findings.Select(f => f.Text), Is.EquivalentTo(new[] { "Les deux.", "Autre critère." }));
        Assert.That(
            visit.Revisions.Where(r => r.CriterionId == before.CriterionId).Select(r => (r.Text, r.IsKept)),
            Is.EquivalentTo(new[] { ("Du téléphone.", true), ("De la tablette.", false), ("Les deux.", true) })
        );
    }

    [Test]
    public async Task Nobody_is_in_conflict_with_words_of_their_own_whose_answer_was_lost()
    {
        await using var app = await App.StartAsync();
        var (id, assessor) = await app.GivenConfirmedVisitAsync();
        var lost = Entry("A1", "Six postes");
        await SendAsync(assessor, id, lost);

        var next = await SendAsync(
            assessor,
            id,
            Entry("A1", "Six postes, dont un en panne.") with
            {
                Tried = [lost.Key, Guid.NewGuid()],
            }
        );
        var stranger = await SendAsync(assessor, id, Entry("A1", "Cinq postes.") with { Tried = [Guid.NewGuid()] });

        Assert.That((next.Single().IsSaved, stranger.Single().IsSaved), Is.EqualTo((true, false)));
        Assert.That((await VisitAsync(app)).Findings.Single().Text, Is.EqualTo("Six postes, dont un en panne."));
    }

    [Test]
    public async Task A_criterion_that_was_left_as_it_was_takes_nothing_back()
    {
        await using var app = await App.StartAsync();
        var (id, assessor) = await app.GivenConfirmedVisitAsync();
        await SendAsync(assessor, id, Entry("A1", "Un."));
        await SendAsync(assessor, id, Entry("A1", "Deux.", from: 1));

        var untouched = await SendAsync(assessor, id, Entry("A1", "Un.", from: 1));

        Assert.That(untouched.Single().IsSaved, Is.True);
        Assert.That((await VisitAsync(app)).Findings.Single().Text, Is.EqualTo("Deux."));
    }

    [Test]
    public async Task Only_who_follows_the_file_notes_and_only_criteria_of_its_referential()
    {
        await using var app = await App.StartAsync();
        var (id, assessor) = await app.GivenConfirmedVisitAsync();
        var colleague = await app.BrowserAsync(Roles.Agent);
        var manager = await app.ManagerAsync();

        var byColleague = await PostAsync(colleague, id, await TokenAsync(colleague), Entry("A1", "Vu."));
        var unknown = await PostAsync(assessor, id, await StateTokenAsync(assessor, id), Entry("Z9", "Vu."));
        var forged = await PostAsync(assessor, id, token: "", Entry("A1", "Vu."));
        var byManager = await manager.GetAsync(GivenAssessment.UrlOf(id, "/visite/kit"));
        var kit = await colleague.GetAsync(GivenAssessment.UrlOf(id, "/visite/kit"));

        Assert.That(await byColleague.Content.ReadAsStringAsync(), Does.Contain("suivi par"));
        Assert.That(await unknown.Content.ReadAsStringAsync(), Does.Contain("Z9"));
        Assert.That(unknown.StatusCode, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
        Assert.That(forged.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That(byManager.Status, Is.EqualTo(HttpStatusCode.Forbidden).Or.EqualTo(HttpStatusCode.NotFound));
        Assert.That(kit.Status, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That(
            kit.Response.Headers.GetValues(FillVisitKit.AccountHeader).Single(),
            Is.EqualTo($"{await new Person("agent@test.example", Roles.Agent).EnsureAsync(app)}")
        );
        Assert.That((await VisitAsync(app)).Findings, Is.Empty);
    }

    [Test]
    public async Task The_report_and_the_devices_do_not_overwrite_each_other()
    {
        await using var app = await App.StartAsync();
        var (id, _) = await app.GivenConfirmedVisitAsync();
        app.Clock.Advance(TimeSpan.FromDays(11));
        var assessor = await app.AssessorOfAsync(id);
        var report = await assessor.GetAsync(GivenAssessment.UrlOf(id, "/visite/compte-rendu"));
        await SendAsync(assessor, id, Entry("A1", "Du téléphone.", choice: "3"));

        var refused = await assessor.SubmitAsync(
            report,
            "main form",
            new() { ["Form.Present"] = "Jo P.", ["Form.Report"] = "Clair." }
        );

        var kept = (await VisitAsync(app)).Status;
        var again = await assessor.SubmitAsync(refused, "main form", []);

        var visit = await VisitAsync(app);
        Assert.That(
            refused.Text,
            Does.Contain("Quelqu’un vient de modifier ce dossier").And.Contain("Du téléphone.").And.Contain("Clair.")
        );
        Assert.That(kept, Is.EqualTo(VisitStatus.Confirmed));
        Assert.That(again.Text, Does.Contain("Le compte rendu est enregistré."));
        Assert.That(visit.Findings.Single().Text, Is.EqualTo("Du téléphone."), "the report did not touch it");
    }

    private static KeepFindings.Entry Entry(string code, string text, int from = 0, string choice = "") =>
        new()
        {
            Code = code,
            Text = text,
            Choice = choice,
            Base = from,
            Key = Guid.NewGuid(),
        };

    private static async Task<List<KeepFindings.Outcome>> SendAsync(
        Browser browser,
        Guid id,
        params KeepFindings.Entry[] entries
    )
    {
        var answer = await PostAsync(browser, id, await StateTokenAsync(browser, id), entries);
        var body = await answer.Content.ReadAsStringAsync();
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.OK), body);
        return JsonSerializer.Deserialize<List<KeepFindings.Outcome>>(body, JsonSerializerOptions.Web)!;
    }

    private static async Task<HttpResponseMessage> PostAsync(
        Browser browser,
        Guid id,
        string token,
        params KeepFindings.Entry[] entries
    )
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, GivenAssessment.UrlOf(id, "/visite/constats"))
        {
            Content = JsonContent.Create(new { entries }, options: JsonSerializerOptions.Web),
        };
        request.Headers.Add("RequestVerificationToken", token);
        return await browser.Client.SendAsync(request);
    }

    private static async Task<string> StateTokenAsync(Browser browser, Guid id)
    {
        var state = await browser.GetAsync(GivenAssessment.UrlOf(id, "/visite/constats"));
        return JsonDocument.Parse(state.Body).RootElement.GetProperty("token").GetString()!;
    }

    private static async Task<string> TokenAsync(Browser browser) =>
        (await browser.GetAsync("/gestion"))
            .Document.QuerySelector("input[name=__RequestVerificationToken]")!
            .GetAttribute("value")!;

    private static Task<SiteVisit> VisitAsync(App app) =>
        app.WithAsync(
            (LabellingDbContext db) =>
                db.Visits.AsNoTracking().Include(v => v.Findings).Include(v => v.Revisions).AsSplitQuery().SingleAsync()
        );
}
