using System.Net;
using CaseNumerique.Labelling.Data;
using CaseNumerique.SharedKernel;
using CaseNumerique.TestKit;
using Microsoft.EntityFrameworkCore;
using NUnit.Framework;

namespace CaseNumerique.Labelling.Tests.Features.SelfChecks;

public class ApplyFromSelfCheckTests
{
    private static readonly Guid _caravan = new("01990000-0000-7000-8000-00000000aacc");

    [Test]
    public async Task It_takes_somebody_who_writes_for_a_space()
    {
        await using var app = await App.StartAsync();
        await app.LesBaniansAsync();
        var visitor = app.Anonymous();
        var url = $"{GivenSelfCheck.UrlOf(await visitor.BeginAsync())}/demande";

        Assert.That((await visitor.GetAsync(url)).Url, Does.Contain("/connexion"));
        var agent = await app.BrowserAsync(Roles.Agent);
        Assert.That((await agent.GetAsync(url)).Status, Is.EqualTo(HttpStatusCode.Forbidden));
        var reader = await app.BrowserAsync(Roles.Facilitator, Given.EpnId);
        Assert.That((await reader.GetAsync(url)).Text, Does.Contain("Aucun espace à votre nom"));
        var manager = await app.BrowserAsync(Roles.Manager, Given.EpnId);
        Assert.That(
            (await manager.GetAsync("/pre-diagnostic/inconnu/demande")).Status,
            Is.EqualTo(HttpStatusCode.NotFound)
        );
    }

    [Test]
    public async Task The_answers_become_those_of_a_draft()
    {
        await using var app = await App.StartAsync();
        await app.LesBaniansAsync();
        var first = await app.Anonymous().BeginAsync("Remote");
        await app.AnswerAsync(first, ("A1", "3"), ("A5", "so"), ("B1", "1"));
        var manager = await app.BrowserAsync(Roles.Manager, Given.EpnId);

        var asked = await manager.GetAsync($"{GivenSelfCheck.UrlOf(first)}/demande");
        Assert.That(
            asked.Text,
            Does.Contain("3 réponses deviennent le début d’un dossier").And.Contain("Les Banians, Koné")
        );
        var page = await manager.SubmitAsync(asked, "main form", []);

        Assert.That(page.Text, Does.Contain("3 réponses reprises d’un pré-diagnostic"));
        var file = await app.WithAsync((LabellingDbContext db) => db.Applications.SingleAsync());
        Assert.That(
            (file.EpnId, file.Status, file.Context, file.StartedBy),
            Is.EqualTo((Given.EpnId, ApplicationStatus.Draft, EpnContext.Remote, "Test gestionnaire"))
        );
        Assert.That(page.Url, Does.EndWith($"/gestion/labellisation/demandes/{file.Id}"));
        Assert.That(
            await AnswersAsync(app, file.Id),
            Is.EqualTo(new (string, int?, bool)[] { ("A1", 3, false), ("A5", null, true), ("B1", 1, false) })
        );
    }

    [Test]
    public async Task A_draft_that_is_there_keeps_what_it_says()
    {
        await using var app = await App.StartAsync();
        await app.LesBaniansAsync();
        var id = await app.FileAsync(ApplicationStatus.Draft);
        await app.WithAsync(
            (LabellingDbContext db) =>
                db
                    .Answers.Where(a => db.Criteria.Any(k => k.Id == a.CriterionId && k.Code == "A1"))
                    .ExecuteUpdateAsync(set => set.SetProperty(a => a.SelfScore, (int?)null))
        );
        var first = await app.Anonymous().BeginAsync();
        await app.AnswerAsync(first, ("A1", "3"), ("A2", "0"));
        var manager = await app.BrowserAsync(Roles.Manager, Given.EpnId);

        await manager.SubmitAsync(await manager.GetAsync($"{GivenSelfCheck.UrlOf(first)}/demande"), "main form", []);

        var answers = await AnswersAsync(app, id);
        Assert.That(answers.Take(2).Select(a => a.Score), Is.EqualTo(new int?[] { 3, 2 }));
        Assert.That(await app.WithAsync((LabellingDbContext db) => db.Applications.CountAsync()), Is.EqualTo(1));
    }

    [Test]
    public async Task A_score_given_by_another_threshold_is_not_carried_over()
    {
        await using var app = await App.StartAsync();
        await app.LesBaniansAsync();
        var first = await app.Anonymous().BeginAsync();
        await app.AnswerAsync(first, ("A1", "2"), ("B1", "2"));
        await app.DraftAsync();
        await app.ChangeDraftAsync(draft => draft.The("B1").RuralThreshold = "18 heures");
        await app.WithAsync(
            async (LabellingDbContext db) =>
            {
                var (former, draft) = (
                    await db.CriteriaSets.SingleAsync(s => s.Number == 1),
                    await db.CriteriaSets.SingleAsync(s => s.Number == 2)
                );
                former.Archive(app.Today);
                draft.PutInForce(new Nobody(), app.Clock.UtcNow);
                await db.SaveChangesAsync();
            }
        );
        var manager = await app.BrowserAsync(Roles.Manager, Given.EpnId);

        await manager.SubmitAsync(await manager.GetAsync($"{GivenSelfCheck.UrlOf(first)}/demande"), "main form", []);

        var file = await app.WithAsync((LabellingDbContext db) => db.Applications.SingleAsync());
        Assert.That(file.CriteriaSetId, Is.EqualTo((await app.SetAsync(2)).Id));
        Assert.That(await AnswersAsync(app, file.Id), Is.EqualTo(new (string, int?, bool)[] { ("A1", 2, false) }));
    }

    [Test]
    public async Task Of_several_spaces_one_is_chosen_and_another_s_is_none()
    {
        await using var app = await App.StartAsync();
        await app.LesBaniansAsync();
        await app.EpnAsync(_caravan, "La Caravane");
        var other = Guid.CreateVersion7();
        await app.EpnAsync(other, "Un autre");
        var first = await app.Anonymous().BeginAsync();
        await app.AnswerAsync(first, ("A1", "2"));
        var manager = await app.BrowserAsync(Roles.Manager, Given.EpnId, _caravan);
        var form = await manager.GetAsync($"{GivenSelfCheck.UrlOf(first)}/demande");
        Assert.That(form.Text, Does.Not.Contain("Un autre"));

        var page = await manager.SubmitAsync(form, "main form", []);
        Assert.That(page.Text, Does.Contain("Choisissez un de vos espaces."));
        page = await manager.PostAsync(form, new() { ["Form.EpnId"] = $"{other}" });
        Assert.That(page.Text, Does.Contain("Choisissez un de vos espaces."));

        await manager.SubmitAsync(form, "main form", new() { ["Form.EpnId"] = $"{_caravan}" });
        Assert.That(
            await app.WithAsync((LabellingDbContext db) => db.Applications.Select(a => a.EpnId).SingleAsync()),
            Is.EqualTo(_caravan)
        );
    }

    [Test]
    public async Task A_file_that_was_filed_or_a_label_that_is_held_is_said_with_what_to_do()
    {
        await using var app = await App.StartAsync();
        await app.LesBaniansAsync();
        await app.EpnAsync(_caravan, "La Caravane");
        var fileId = await app.FileAsync(ApplicationStatus.Submitted);
        await app.LabelEndingInAsync(300, _caravan);
        var first = await app.Anonymous().BeginAsync();
        var manager = await app.BrowserAsync(Roles.Manager, Given.EpnId, _caravan);

        var page = await manager.GetAsync($"{GivenSelfCheck.UrlOf(first)}/demande");
        var forced = await manager.PostAsync(page, new() { ["Form.EpnId"] = $"{_caravan}" });

        Assert.That(page.Document.QuerySelector("main form"), Is.Null);
        Assert.That(
            page.Text,
            Does.Contain("Le dossier CN-2026-0001 de cet espace est déjà déposé")
                .And.Contain("Cet espace a le label CASE-001 : il se renouvelle.")
        );
        Assert.That(
            page.Document.QuerySelectorAll("main .note a").Select(a => a.GetAttribute("href")),
            Is.EquivalentTo(
                new[] { $"/gestion/labellisation/demandes/{fileId}", "/gestion/labellisation/renouveler/CASE-001" }
            )
        );
        Assert.That(
            forced.Document.QuerySelector("main .errors")!.TextContent,
            Does.Contain("Cet espace a le label CASE-001")
        );
        Assert.That(await app.WithAsync((LabellingDbContext db) => db.Applications.CountAsync()), Is.EqualTo(1));
    }

    [Test]
    public async Task After_a_withdrawal_one_waits_here_as_elsewhere_and_is_told_until_when()
    {
        await using var app = await App.StartAsync();
        await app.LesBaniansAsync();
        await app.LabelEndingInAsync(300);
        await app.ChangeAsync("CASE-001", "retrait");
        var first = await app.Anonymous().BeginAsync();
        var manager = await app.BrowserAsync(Roles.Manager, Given.EpnId);
        var url = $"{GivenSelfCheck.UrlOf(first)}/demande";

        var early = await manager.GetAsync(url);
        app.Clock.AdvanceTo(new DateOnly(2027, 11, 24));
        var late = await (await app.BrowserAsync(Roles.Manager, Given.EpnId)).GetAsync(
            $"{GivenSelfCheck.UrlOf(await app.Anonymous().BeginAsync())}/demande"
        );

        Assert.That(early.Text, Does.Contain("Une nouvelle demande est possible à partir du 24 novembre 2027."));
        Assert.That(early.Document.QuerySelector("main form"), Is.Null);
        Assert.That(late.Document.QuerySelector("main form"), Is.Not.Null);
    }

    private static Task<List<(string Code, int? Score, bool IsNotApplicable)>> AnswersAsync(App app, Guid fileId) =>
        app.WithAsync(
            async (LabellingDbContext db) =>
                (
                    await db
                        .Answers.Where(a => a.ApplicationId == fileId)
                        .Join(
                            db.Criteria,
                            a => a.CriterionId,
                            k => k.Id,
                            (a, k) =>
                                new
                                {
                                    k.Code,
                                    a.SelfScore,
                                    a.IsNotApplicable,
                                }
                        )
                        .OrderBy(x => x.Code)
                        .ToListAsync()
                ).ConvertAll(x => (x.Code, x.SelfScore, x.IsNotApplicable))
        );
}
