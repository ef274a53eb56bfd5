using CaseNumerique.Labelling.Data;
using CaseNumerique.SharedKernel;
using CaseNumerique.TestKit;
using Microsoft.EntityFrameworkCore;
using NUnit.Framework;

namespace CaseNumerique.Labelling.Tests.Features.Assessments;

internal sealed class ScoreCriterionTests
{
    [Test]
    public async Task A_score_is_saved_beside_that_of_the_EPN_and_leads_to_the_next()
    {
        await using var app = await App.StartAsync();
        await app.LesBaniansAsync();
        var id = await app.FileAsync(ApplicationStatus.UnderAssessment);
        var assessor = await app.AssessorOfAsync(id);

        var next = await ScoreAsync(assessor, id, "A1", "3");

        var answer = await AnswerAsync(app, id, "A1");
        Assert.That(next.Url, Does.EndWith("/notation/A2"));
        Assert.That(next.Text, Does.Contain("A1 est noté").And.Contain("1 critère noté sur 43"));
        Assert.That((answer.SelfScore, answer.AssessorScore, answer.ScoredBy), Is.EqualTo((2, 3, "Nadège K.")));
        Assert.That(
            (await assessor.GetAsync(GivenAssessment.UrlOf(id, "/notation"))).Text,
            Does.Contain("Avis calculé à ce stade").And.Contain("Exemplaire")
        );
    }

    [Test]
    public async Task A_lower_score_wants_a_comment_and_what_was_chosen_stays()
    {
        await using var app = await App.StartAsync();
        await app.LesBaniansAsync();
        var id = await app.FileAsync(ApplicationStatus.UnderAssessment);
        var assessor = await app.AssessorOfAsync(id);

        var refused = await ScoreAsync(assessor, id, "A1", "1");
        var none = await ScoreAsync(assessor, id, "A1", "");
        await ScoreAsync(assessor, id, "A1", "1", "Les statuts manquent.");

        Assert.That(refused.Text, Does.Contain("Expliquez pourquoi votre note est plus basse"));
        Assert.That(refused.Document.QuerySelector("input[value='1'][checked]"), Is.Not.Null);
        Assert.That(none.Text, Does.Contain("Choisissez une note."));
        Assert.That((await AnswerAsync(app, id, "A1")).AssessorComment, Is.EqualTo("Les statuts manquent."));
    }

    [Test]
    public async Task Two_at_one_criterion_see_both_versions_and_nothing_is_lost()
    {
        await using var app = await App.StartAsync();
        await app.LesBaniansAsync();
        var id = await app.FileAsync(ApplicationStatus.UnderAssessment);
        var assessor = await app.AssessorOfAsync(id);
        var late = await assessor.GetAsync(GivenAssessment.UrlOf(id, "/notation/A1"));
        await ScoreAsync(assessor, id, "A1", "3", "Vu sur place.");

        var refused = await assessor.SubmitAsync(
            late,
            "main form",
            new() { ["Form.Choice"] = "1", ["Form.Comment"] = "Pièce illisible." }
        );
        var mine = await assessor.SubmitAsync(refused, "main form", []);

        Assert.That(refused.Text, Does.Contain("Quelqu’un vient de noter ce critère"));
        Assert.That(refused.Text, Does.Contain("3, exemplaire. Vu sur place.").And.Contain("Pièce illisible."));
        Assert.That(mine.Text, Does.Contain("A1 est noté"));
        Assert.That((await AnswerAsync(app, id, "A1")).AssessorScore, Is.EqualTo(1));
    }

    [Test]
    public async Task Only_who_follows_the_file_scores_it()
    {
        await using var app = await App.StartAsync();
        await app.LesBaniansAsync();
        var id = await app.FileAsync(ApplicationStatus.UnderAssessment);
        var other = await app.BrowserAsync(Roles.Agent);

        var refused = await ScoreAsync(other, id, "A1", "2");

        Assert.That(refused.Text, Does.Contain("Ce dossier est suivi par Nadège K."));
        Assert.That((await AnswerAsync(app, id, "A1")).IsScored, Is.False);
    }

    [Test]
    public async Task Nothing_is_scored_while_the_EPN_completes()
    {
        await using var app = await App.StartAsync();
        await app.LesBaniansAsync();
        var id = await app.FileAsync(ApplicationStatus.ToComplete);
        var assessor = await app.AssessorOfAsync(id);

        Assert.That(
            (await ScoreAsync(assessor, id, "A1", "2")).Text,
            Does.Contain("Impossible de noter les critères").And.Contain("à compléter")
        );
    }

    [TestCase(ApplicationStatus.UnderAssessment, false)]
    [TestCase(ApplicationStatus.OpinionGiven, false)]
    [TestCase(ApplicationStatus.Refused, true)]
    public async Task The_EPN_reads_the_scores_after_the_decision_only(ApplicationStatus status, bool isShown)
    {
        await using var app = await App.StartAsync();
        await app.LesBaniansAsync();
        var id = await app.FileAsync(status, assessorScore: 1);
        var manager = await app.ManagerAsync();

        var shown = await manager.GetAsync(GivenAssessment.UrlOf(id, "/notation"));

        Assert.That(shown.Text.Contains("Partiel", StringComparison.Ordinal), Is.EqualTo(isShown));
    }

    private static async Task<Page> ScoreAsync(
        Browser browser,
        Guid id,
        string code,
        string choice,
        string comment = ""
    ) =>
        await browser.SubmitAsync(
            await browser.GetAsync(GivenAssessment.UrlOf(id, $"/notation/{code}")),
            "main form",
            new() { ["Form.Choice"] = choice, ["Form.Comment"] = comment }
        );

    private static Task<Answer> AnswerAsync(App app, Guid id, string code) =>
        app.WithAsync(
            (LabellingDbContext db) =>
                db
                    .Answers.AsNoTracking()
                    .SingleAsync(a =>
                        a.ApplicationId == id && db.Criteria.Any(k => k.Id == a.CriterionId && k.Code == code)
                    )
        );
}
