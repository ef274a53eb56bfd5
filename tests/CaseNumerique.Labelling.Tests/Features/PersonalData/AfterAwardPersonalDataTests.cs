using CaseNumerique.Labelling.Data;
using CaseNumerique.Labelling.Features.PersonalData;
using CaseNumerique.Labelling.Tests.Features.Closures;
using CaseNumerique.Labelling.Tests.Features.Verification;
using CaseNumerique.SharedKernel;
using CaseNumerique.TestKit;
using Microsoft.EntityFrameworkCore;
using NUnit.Framework;

namespace CaseNumerique.Labelling.Tests.Features.PersonalData;

public class AfterAwardPersonalDataTests
{
    private const string Pseudonym = "Personne effacée 7F3A";

    [Test]
    public async Task What_a_person_declared_and_answered_is_shown_and_stays_under_a_pseudonym()
    {
        await using var app = await VerifyLabelTests.StartAsync();
        var manager = new Person("gestionnaire@test.example", Roles.Manager) { EpnIds = [Given.EpnId] };
        var key = new PersonKey(await manager.EnsureAsync(app), manager.Email, manager.Name);
        await DeclareClosureTests.DeclareAsync(await app.BrowserAsync(manager), "2026-11-24", "2026-11-30");
        await app.WithAsync(
            async (LabellingDbContext db) =>
            {
                db.FormalNotices.Add(
                    new FormalNotice
                    {
                        LabelId = await db.Labels.Select(l => l.Id).SingleAsync(),
                        EpnId = Given.EpnId,
                        Reasons = "Deux bilans manquent.",
                        DueOn = app.Today.AddDays(30),
                        SentAt = app.Clock.UtcNow,
                        SentBy = manager.Name,
                        SentById = key.AccountId,
                    }
                );
                await db.SaveChangesAsync();
            }
        );
        var asked = await app.WithAsync((LabellingDbContext db) => db.FormalNotices.Select(n => n.Id).SingleAsync());
        var browser = await app.BrowserAsync(manager);
        await browser.SubmitAsync(
            await browser.GetAsync($"/gestion/labellisation/mises-en-demeure/{asked}"),
            "main form",
            new() { ["Form.Answer"] = "Les bilans partent demain." }
        );

        var kinds = await WithAsync(app, async d => (await d.ReadAsync(key, default)).Select(r => r.Kind).ToArray());
        await WithAsync(
            app,
            async d =>
            {
                await d.EraseAsync(key, Pseudonym, default);
                return true;
            }
        );

        var closure = await app.WithAsync((LabellingDbContext db) => db.TemporaryClosures.SingleAsync());
        var notice = await app.WithAsync((LabellingDbContext db) => db.FormalNotices.SingleAsync());
        var reply = await app.WithAsync((LabellingDbContext db) => db.EpnReplies.SingleAsync());
        Assert.Multiple(() =>
        {
            Assert.That(
                kinds,
                Is.EqualTo(new[] { "Fermeture temporaire déclarée", "Mise en demeure", "Réponse au nom d’un espace" })
            );
            Assert.That(
                (closure.DeclaredBy, notice.SentBy, notice.AnsweredBy, reply.SentBy),
                Is.EqualTo((Pseudonym, Pseudonym, Pseudonym, Pseudonym))
            );
        });
    }

    private static Task<T> WithAsync<T>(App app, Func<AfterAwardPersonalData, Task<T>> use) =>
        app.WithAsync((IEnumerable<IPersonalData> all) => use(all.OfType<AfterAwardPersonalData>().Single()));
}
