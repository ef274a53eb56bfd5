using CaseNumerique.Labelling.Data;
using CaseNumerique.TestKit;
using Microsoft.EntityFrameworkCore;
using NUnit.Framework;

namespace CaseNumerique.Labelling.Tests.Features.Assessments;

internal sealed class GiveOpinionTests
{
    private const string Short = "Tout est conforme, rien à ajouter.";

    [Test]
    public async Task An_opinion_with_reasons_makes_the_file_wait_for_a_decision()
    {
        await using var app = await App.StartAsync();
        await app.LesBaniansAsync();
        var id = await app.FileAsync(ApplicationStatus.UnderAssessment, assessorScore: 2);
        var assessor = await app.AssessorOfAsync(id);
        await WriteToAdministrationAsync(app);

        await OpineAsync(assessor, id, OpinionKind.Favourable, Short);

        var file = await app.FileAsync(id);
        Assert.That(file.Status, Is.EqualTo(ApplicationStatus.OpinionGiven));
        Assert.That(
            (file.Opinion, file.OpinionReasons, file.OpinionBy),
            Is.EqualTo((OpinionKind.Favourable, Short, "Nadège K."))
        );
        Assert.That(
            await app.SubjectsToAsync("label@econum.example"),
            Has.One.EqualTo("Avis d’instruction rendu\u00A0: Les Banians")
        );
        Assert.That(await app.SubjectsToAsync(Given.ManagerEmail), Is.Empty);
    }

    [Test]
    public async Task Of_two_who_give_it_the_later_reads_both_and_keeps_what_was_typed()
    {
        await using var app = await App.StartAsync();
        await app.LesBaniansAsync();
        var id = await app.FileAsync(ApplicationStatus.UnderAssessment, assessorScore: 2);
        var assessor = await app.AssessorOfAsync(id);
        var late = await assessor.GetAsync(GivenAssessment.UrlOf(id, "/avis"));
        app.Clock.Advance(TimeSpan.FromMinutes(1));
        await OpineAsync(assessor, id, OpinionKind.Favourable, Short);

        var refused = await assessor.SubmitAsync(
            late,
            "main form",
            new() { ["Form.Opinion"] = "Defer", ["Form.Reasons"] = "Le bail n’est pas signé." }
        );

        Assert.That(refused.Text, Does.Contain("Impossible de rendre l’avis : le dossier est en attente de décision"));
        Assert.That(
            refused.Text,
            Does.Contain("Pendant que vous écriviez : Avis rendu, par Nadège K.").And.Contain(Short)
        );
        Assert.That(refused.Document.QuerySelector("textarea")!.TextContent, Does.Contain("Le bail n’est pas signé."));
        Assert.That(refused.Document.QuerySelector("input[value=Defer][checked]"), Is.Not.Null);
        Assert.That((await app.FileAsync(id)).Opinion, Is.EqualTo(OpinionKind.Favourable));
    }

    [Test]
    public async Task What_happens_to_the_file_meanwhile_is_read_before_it_is_given()
    {
        await using var app = await App.StartAsync();
        await app.LesBaniansAsync();
        var id = await app.FileAsync(ApplicationStatus.UnderAssessment, assessorScore: 2);
        var assessor = await app.AssessorOfAsync(id);
        var late = await assessor.GetAsync(GivenAssessment.UrlOf(id, "/avis"));
        await app.WithAsync(
            (LabellingDbContext db) =>
                db.Applications.ExecuteUpdateAsync(set => set.SetProperty(a => a.Version, a => a.Version + 1))
        );

        var refused = await assessor.SubmitAsync(
            late,
            "main form",
            new() { ["Form.Opinion"] = "Favourable", ["Form.Reasons"] = Short }
        );
        await assessor.SubmitAsync(refused, "main form", []);

        Assert.That(refused.Text, Does.Contain("Quelqu’un vient de modifier ce dossier"));
        Assert.That((await app.FileAsync(id)).OpinionReasons, Is.EqualTo(Short));
    }

    [Test]
    public async Task There_is_none_before_every_criterion_is_scored()
    {
        await using var app = await App.StartAsync();
        await app.LesBaniansAsync();
        var id = await app.FileAsync(ApplicationStatus.UnderAssessment);
        var assessor = await app.AssessorOfAsync(id);

        var refused = await OpineAsync(assessor, id, OpinionKind.Favourable, Short);

        Assert.That(refused.Text, Does.Contain("Notez d’abord tous les critères : 43 restent à noter"));
        Assert.That((await app.FileAsync(id)).Opinion, Is.Null);
    }

    [Test]
    public async Task Whoever_departs_from_the_computed_advice_says_more()
    {
        await using var app = await App.StartAsync();
        await app.LesBaniansAsync();
        var id = await app.FileAsync(ApplicationStatus.UnderAssessment, assessorScore: 2);
        var assessor = await app.AssessorOfAsync(id);

        var refused = await OpineAsync(assessor, id, OpinionKind.Unfavourable, Short);
        var reasons = string.Concat(Enumerable.Repeat("Le local ne peut pas accueillir de public. ", 3));
        await OpineAsync(assessor, id, OpinionKind.Unfavourable, reasons);

        Assert.That(refused.Text, Does.Contain("Votre avis s’écarte de l’avis calculé").And.Contain(Short));
        Assert.That((await app.FileAsync(id)).Opinion, Is.EqualTo(OpinionKind.Unfavourable));
    }

    private static async Task<Page> OpineAsync(Browser browser, Guid id, OpinionKind opinion, string reasons) =>
        await browser.SubmitAsync(
            await browser.GetAsync(GivenAssessment.UrlOf(id, "/avis")),
            "main form",
            new() { ["Form.Opinion"] = $"{opinion}", ["Form.Reasons"] = reasons }
        );

    private static Task WriteToAdministrationAsync(App app) =>
        app.WithAsync(
            (LabellingDbContext db) =>
                db.ReminderRules.ExecuteUpdateAsync(set =>
                    set.SetProperty(r => r.AdministrationEmail, "label@econum.example")
                )
        );
}
