using CaseNumerique.Labelling.Data;
using CaseNumerique.SharedKernel;
using CaseNumerique.TestKit;
using Microsoft.EntityFrameworkCore;
using NUnit.Framework;

namespace CaseNumerique.Labelling.Tests.Features.Completions;

internal sealed class AnswerCompletionTests
{
    [Test]
    public async Task The_file_comes_back_with_what_has_changed()
    {
        await using var app = await App.StartAsync();
        await app.LesBaniansAsync();
        var id = await app.FileAsync(ApplicationStatus.Admissibility);
        var assessor = await app.AssessorOfAsync(id);
        await assessor.AskAsync(app, id, "C1", "Le contrat.");
        await ChangeAsync(app, id, "C1", score: 3, proof: "Contrat de travail");
        var manager = await app.ManagerAsync();

        var sent = await manager.ReplyAsync(id, "Le contrat est joint.");

        var shown = await assessor.GetAsync(GivenAssessment.UrlOf(id, "/complements/1"));
        await app.DispatchAsync();
        var mail = (await app.MailsAsync()).Single(m => m.ToAddress == GivenAssessment.AssessorEmail);
        Assert.That(sent.Text, Does.Contain("Vos compléments sont envoyés"));
        Assert.That((await app.FileAsync(id)).Status, Is.EqualTo(ApplicationStatus.Admissibility));
        Assert.That(shown.Text, Does.Contain("Le contrat est joint.").And.Contain("Ajoutée : Contrat de travail"));
        Assert.That(shown.Document.QuerySelector("del")!.TextContent, Is.EqualTo("2"));
        Assert.That(shown.Document.QuerySelector("ins")!.TextContent, Is.EqualTo("3"));
        Assert.That(shown.Document.QuerySelectorAll("tbody tr"), Has.Length.EqualTo(1));
        Assert.That(mail.Subject, Does.StartWith("Compléments reçus"));
        Assert.That(await mail.TextAsync(), Does.Contain("note 2, puis 3"));
    }

    [Test]
    public async Task The_opinion_is_due_later_by_the_working_days_of_waiting()
    {
        await using var app = await App.StartAsync();
        await app.LesBaniansAsync();
        var id = await app.FileAsync(ApplicationStatus.UnderAssessment);
        var due = new DateOnly(2027, 3, 1);
        await app.WithAsync(
            (LabellingDbContext db) =>
                db
                    .Applications.Where(a => a.Id == id)
                    .ExecuteUpdateAsync(set => set.SetProperty(a => a.OpinionDueOn, due))
        );
        var assessor = await app.AssessorOfAsync(id);
        await assessor.AskAsync(app, id, "C1", "Le contrat.");
        app.Clock.Advance(TimeSpan.FromDays(14));

        await (await app.ManagerAsync()).ReplyAsync(id, "Le voici.");

        var file = await app.FileAsync(id);
        Assert.That(file.Status, Is.EqualTo(ApplicationStatus.UnderAssessment));
        Assert.That(file.OpinionDueOn, Is.EqualTo(WorkingDays.Ordinary.After(due, 10)));
        Assert.That(file.CompletionDueOn, Is.Null);
    }

    [Test]
    public async Task What_is_kept_is_not_sent_and_an_unanswered_point_stops_the_sending()
    {
        await using var app = await App.StartAsync();
        await app.LesBaniansAsync();
        var id = await app.FileAsync(ApplicationStatus.Admissibility);
        var assessor = await app.AssessorOfAsync(id);
        await assessor.AskAsync(app, id, "C1", "Le contrat.");
        var manager = await app.ManagerAsync();

        var refused = await manager.ReplyAsync(id, "");
        var kept = await manager.ReplyAsync(id, "Demain sans faute.", "Garder");

        Assert.That(refused.Text, Does.Contain("Répondez à ce point avant d’envoyer"));
        Assert.That(kept.Text, Does.Contain("Vos réponses sont gardées").And.Contain("Demain sans faute."));
        Assert.That((await app.FileAsync(id)).Status, Is.EqualTo(ApplicationStatus.ToComplete));
        Assert.That(
            (await assessor.GetAsync(GivenAssessment.UrlOf(id, "/complements"))).Text,
            Does.Not.Contain("Demain sans faute.")
        );
    }

    [Test]
    public async Task What_is_sent_back_is_a_version_of_its_own_with_its_seal_beside_what_was_filed()
    {
        await using var app = await App.StartAsync();
        await app.LesBaniansAsync();
        var id = await app.FileAsync(ApplicationStatus.Admissibility);
        await KeepFirstAsync(app, id);
        await (await app.AssessorOfAsync(id)).AskAsync(app, id, "C1", "Le contrat.");
        await ChangeAsync(app, id, "C1", score: 3, proof: "Contrat de travail");
        app.Clock.Advance(TimeSpan.FromDays(1));
        var manager = await app.ManagerAsync();

        await manager.ReplyAsync(id, "Demain.", "Garder");
        var kept = await app.WithAsync((LabellingDbContext db) => db.FiledVersions.CountAsync());
        await manager.ReplyAsync(id, "Le voici.");

        var receipt = await manager.GetAsync(GivenAssessment.UrlOf(id, "/recepisse"));
        var versions = await app.WithAsync(
            (LabellingDbContext db) => db.FiledVersions.AsNoTracking().OrderBy(v => v.Number).ToListAsync()
        );
        Assert.That(kept, Is.EqualTo(1));
        Assert.That(versions.Select(v => v.Number), Is.EqualTo(new[] { 1, 2 }));
        Assert.That((await app.FileAsync(id)).Seal, Is.EqualTo(versions[1].Seal).And.Not.EqualTo(versions[0].Seal));
        Assert.That(receipt.Text, Does.Contain("Version 2, complétée le 25 novembre 2026"));
        foreach (var version in versions)
        {
            var content = await manager.GetAsync(GivenAssessment.UrlOf(id, $"/depots/{version.Number}"));
            Assert.That(SealedContent.SealOf(content.Body), Is.EqualTo(version.Seal));
            Assert.That(content.Body.Contains("Contrat de travail"), Is.EqualTo(version.Number == 2));
            Assert.That(receipt.Text, Does.Contain(version.Seal));
        }
    }

    [Test]
    public async Task Two_who_reply_read_each_others_words_and_lose_nothing()
    {
        await using var app = await App.StartAsync();
        await app.LesBaniansAsync();
        var id = await app.FileAsync(ApplicationStatus.Admissibility);
        await (await app.AssessorOfAsync(id)).AskAsync(app, id, "C1", "Le contrat.");
        var manager = await app.ManagerAsync();
        var early = await manager.GetAsync(GivenAssessment.UrlOf(id, "/complements"));
        await manager.ReplyAsync(id, "Signé lundi.\nIl arrive.", "Garder");

        var refused = await manager.SubmitAsync(
            early,
            "main form",
            new() { ["Form.Replies[0].Text"] = "Perdu, on le refait." },
            "Envoyer"
        );
        var sent = await manager.SubmitAsync(refused, "main form", [], "Envoyer");

        Assert.That(refused.Text, Does.Contain("Quelqu’un a répondu entre-temps : « Signé lundi. Il arrive. »"));
        Assert.That(refused.Document.QuerySelector("textarea")!.TextContent, Does.Contain("Perdu, on le refait."));
        Assert.That(sent.Text, Does.Contain("Vos compléments sont envoyés"));
        Assert.That(
            await app.WithAsync((LabellingDbContext db) => db.Set<MissingItem>().Select(i => i.Reply).SingleAsync()),
            Is.EqualTo("Perdu, on le refait.")
        );
    }

    [Test]
    public async Task It_is_like_none_to_another_EPN()
    {
        await using var app = await App.StartAsync();
        await app.LesBaniansAsync();
        var id = await app.FileAsync(ApplicationStatus.ToComplete);
        var stranger = await app.BrowserAsync(Roles.Manager, Guid.NewGuid());

        foreach (var path in (string[])["/complements", "/complements/1", "/complements/delai", "/notation"])
        {
            Assert.That(
                (await stranger.GetAsync(GivenAssessment.UrlOf(id, path))).Status,
                Is.EqualTo(System.Net.HttpStatusCode.NotFound),
                path
            );
        }
    }

    [Test]
    public async Task What_was_emptied_meanwhile_stops_the_sending()
    {
        await using var app = await App.StartAsync();
        await app.LesBaniansAsync();
        var id = await app.FileAsync(ApplicationStatus.Admissibility);
        await (await app.AssessorOfAsync(id)).AskAsync(app, id, "C1", "Le contrat.");
        var (emptied, stripped) = (await app.AnswerAsync(id, "A1"), await app.AnswerAsync(id, "C1"));
        await app.WithAsync(
            async (LabellingDbContext db) =>
            {
                await db
                    .Answers.Where(a => a.Id == emptied.Id)
                    .ExecuteUpdateAsync(set => set.SetProperty(a => a.SelfScore, (int?)null));
                await db.EvidenceUses.Where(u => u.AnswerId == stripped.Id).ExecuteDeleteAsync();
            }
        );
        var manager = await app.ManagerAsync();

        var refused = await manager.ReplyAsync(id, "Le voici.");

        Assert.That(refused.Text, Does.Contain("A1, obligatoire : donnez-vous une note."));
        Assert.That(refused.Text, Does.Contain("C1 : joignez une pièce").And.Contain("Le voici."));
        Assert.That((await app.FileAsync(id)).Status, Is.EqualTo(ApplicationStatus.ToComplete));
    }

    [Test]
    public async Task A_reply_that_is_not_posted_stays_as_it_was()
    {
        await using var app = await App.StartAsync();
        await app.LesBaniansAsync();
        var id = await app.FileAsync(ApplicationStatus.Admissibility);
        await (await app.AssessorOfAsync(id)).AskAsync(app, id, "C1", "Le contrat.");
        var manager = await app.ManagerAsync();
        var kept = await manager.ReplyAsync(id, "Signé lundi.", "Garder");

        await manager.PostAsync(kept, new() { ["Form.IsSent"] = "false" });

        Assert.That(
            await app.WithAsync((LabellingDbContext db) => db.Set<MissingItem>().Select(i => i.Reply).SingleAsync()),
            Is.EqualTo("Signé lundi.")
        );
    }

    [Test]
    public async Task The_assessor_reads_what_changed_beside_the_answers()
    {
        await using var app = await App.StartAsync();
        await app.LesBaniansAsync();
        var id = await app.FileAsync(ApplicationStatus.Admissibility);
        await KeepFirstAsync(app, id);
        var assessor = await app.AssessorOfAsync(id);
        await assessor.AskAsync(app, id, "C1", "Le contrat.");
        await app.WithAsync(
            (LabellingDbContext db) =>
                db
                    .Applications.Where(a => a.Id == id)
                    .ExecuteUpdateAsync(set =>
                        set.SetProperty(a => a.OperatorName, "Commune de Koné")
                            .SetProperty(a => a.Context, EpnContext.Urban)
                    )
        );

        await (await app.ManagerAsync()).ReplyAsync(id, "Le voici.");

        var shown = await assessor.GetAsync(GivenAssessment.UrlOf(id, "/complements/1"));
        await app.DispatchAsync();
        var mail = (await app.MailsAsync()).Single(m =>
            m.Subject.StartsWith("Compléments reçus", StringComparison.Ordinal)
        );
        var rows = shown.Document.QuerySelectorAll("tbody tr").Select(r => r.TextContent).ToList();
        Assert.That(rows, Has.Count.EqualTo(2));
        Assert.That(rows[0], Does.StartWith("Contexte"));
        Assert.That(rows[1], Does.Contain("Association Les Banians").And.Contain("Commune de Koné"));
        Assert.That(shown.Text, Does.Not.Contain("Aucune note"));
        Assert.That(await mail.TextAsync(), Does.Contain("Gestionnaire"));
    }

    /// <summary>What the EPN filed at first, as the filing keeps it.</summary>
    private static Task<int> KeepFirstAsync(App app, Guid id) =>
        app.WithAsync(
            (LabellingDbContext db) =>
                app.WithAsync(
                    async (IFileStore store) =>
                    {
                        var content = await FileContent.LoadAsync(db, id, default);
                        var now = app.Clock.UtcNow;
                        db.FiledVersions.Add(
                            await db.NextVersionAsync(content, content.File.Number!, store, now, default)
                        );
                        return await db.SaveChangesAsync();
                    }
                )
        );

    private static Task ChangeAsync(App app, Guid id, string code, int score, string proof) =>
        app.WithAsync(
            async (LabellingDbContext db) =>
            {
                var answer = await db.Answers.SingleAsync(a =>
                    a.ApplicationId == id && db.Criteria.Any(k => k.Id == a.CriterionId && k.Code == code)
                );
                answer.SelfScore = score;
                var added = new Evidence
                {
                    EpnId = Given.EpnId,
                    Title = proof,
                    AddedAt = app.Clock.UtcNow,
                    AddedBy = "Hélène W.",
                };
                db.Evidence.Add(added);
                db.EvidenceUses.Add(new EvidenceUse { AnswerId = answer.Id, EvidenceId = added.Id });
                await db.SaveChangesAsync();
            }
        );
}
