using CaseNumerique.Labelling.Data;
using CaseNumerique.Labelling.Features.Deadlines;
using CaseNumerique.Platform.Delivery;
using CaseNumerique.SharedKernel;
using CaseNumerique.TestKit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NUnit.Framework;

namespace CaseNumerique.Labelling.Tests.Features.Deadlines;

/// <summary>What opens a deadline of each kind, who is reminded of it, and what ends it.</summary>
internal sealed class DeadlineSourcesTests
{
    [Test]
    public async Task An_opinion_that_is_late_is_recalled_to_its_assessor()
    {
        await using var app = await StartAsync();
        var id = await app.FileAsync(ApplicationStatus.UnderAssessment);
        await app.WithAsync(
            async (LabellingDbContext db) =>
            {
                var file = await db.Applications.SingleAsync(a => a.Id == id);
                file.AdmittedAt = app.Clock.UtcNow.AddDays(-40);
                file.OpinionDueOn = app.Today.AddDays(-1);
                await db.SaveChangesAsync();
            }
        );

        var mail = (await RemindAsync(app)).Single();

        Assert.That(mail.ToAddress, Is.EqualTo("nadege@econum.example"));
        Assert.That(mail.Subject, Is.EqualTo("Dossier CN-2026-0001, Les Banians\u00A0: le délai est passé"));
        await MoveAsync(app, id, ApplicationMove.GiveOpinion);
        Assert.That(await OpenAsync(app), Is.Empty);
    }

    [Test]
    public async Task A_condition_is_recalled_until_the_EPN_answers()
    {
        await using var app = await App.StartAsync();
        var id = await app.ConditionAsync(days: 31);
        var before = await app.MailsAsync();

        Assert.That(await RemindAsync(app), Has.Count.EqualTo(before.Count));
        app.Clock.Advance(TimeSpan.FromDays(1));
        var mails = await RemindAsync(app);

        Assert.That(mails, Has.Count.EqualTo(before.Count + 1));
        Assert.That(mails[^1].Subject, Does.StartWith("Rappel\u00A0: Réserve A1 du label CASE-001, avant le 25"));
        await (await app.BrowserAsync(Roles.Manager, Given.EpnId)).AnswerAsync(id);
        Assert.That(await OpenAsync(app), Is.Empty);
    }

    [Test]
    public async Task A_formal_notice_is_recalled_until_it_is_answered()
    {
        await using var app = await StartAsync();
        await app.LabelEndingInAsync(400);
        await AddAsync(
            app,
            db => new FormalNotice
            {
                LabelId = db.Labels.Single().Id,
                EpnId = Given.EpnId,
                Reasons = "Chiffres non transmis.",
                DueOn = app.Today.AddDays(1),
                SentAt = app.Clock.UtcNow.AddDays(-29),
                SentBy = "Nadège K.",
            }
        );

        var mail = (await RemindAsync(app)).Single();

        Assert.That(mail.ToAddress, Is.EqualTo(Given.ManagerEmail));
        Assert.That(mail.Subject, Does.StartWith("Rappel\u00A0: Mise en demeure, label CASE-001, avant le 25"));
        await ChangeAsync<FormalNotice>(app, n => n.Reply("C’est fait.", new Nobody(), app.Clock.UtcNow));
        Assert.That(await OpenAsync(app), Is.Empty);
    }

    [Test]
    public async Task A_confirmed_visit_is_recalled_to_both_sides_until_it_is_cancelled()
    {
        await using var app = await StartAsync();
        var id = await app.FileAsync(ApplicationStatus.UnderAssessment);
        await AddAsync(
            app,
            _ =>
            {
                var visit = new SiteVisit { ApplicationId = id, Minutes = 90 };
                visit.Confirm(NoumeaTime.ToUtc(app.Today.AddDays(1), new TimeOnly(9, 0)));
                return visit;
            }
        );

        var mails = await RemindAsync(app);

        Assert.That(
            mails.Select(m => m.ToAddress),
            Is.EquivalentTo(new[] { Given.ManagerEmail, "nadege@econum.example" })
        );
        Assert.That(mails[0].Subject, Does.StartWith("Rappel\u00A0: Visite de Les Banians le 25"));
        await ChangeAsync<SiteVisit>(app, v => v.Cancel("Cyclone"));
        Assert.That(await OpenAsync(app), Is.Empty);
    }

    [Test]
    public async Task A_session_is_recalled_to_whoever_sits_until_it_is_closed()
    {
        await using var app = await StartAsync();
        await AddAsync(
            app,
            _ =>
            {
                var session = new CommitteeSession
                {
                    HeldAt = NoumeaTime.ToUtc(app.Today.AddDays(2), new TimeOnly(14, 0)),
                    Place = "Nouméa",
                    QuorumPercent = 50,
                    PlannedBy = "Nadège K.",
                    Seats =
                    [
                        new CommitteeSeat
                        {
                            AccountId = Guid.NewGuid(),
                            Name = "Odile P.",
                            Email = "odile@comite.example",
                        },
                    ],
                };
                session.Convene(app.Clock.UtcNow.AddDays(-20));
                return session;
            }
        );

        var mail = (await RemindAsync(app)).Single();

        Assert.That(mail.ToAddress, Is.EqualTo("odile@comite.example"));
        Assert.That(mail.Subject, Does.StartWith("Rappel\u00A0: Comité du 26"));
        await ChangeAsync<CommitteeSession>(app, s => s.Close(null, new Nobody(), app.Clock.UtcNow));
        Assert.That(await OpenAsync(app), Is.Empty);
    }

    [Test]
    public async Task An_opinion_asked_outside_is_recalled_by_its_own_link_which_the_office_does_not_see()
    {
        await using var app = await StartAsync();
        var id = await app.FileAsync(ApplicationStatus.UnderAssessment);
        await AddAsync(
            app,
            _ => new ExternalOpinion
            {
                ApplicationId = id,
                Name = "Province Sud",
                Email = "sud@province.example",
                Question = "Que pensez-vous du lieu ?",
                DueOn = app.Today.AddDays(7),
                AskedAt = app.Clock.UtcNow.AddDays(-7),
                AskedBy = "Nadège K.",
            }
        );

        var mail = (await RemindAsync(app)).Single();
        var page = await (await app.BrowserAsync(Roles.Agent)).GetAsync("/gestion/relances/echeances");

        Assert.That(mail.ToAddress, Is.EqualTo("sud@province.example"));
        Assert.That(mail.IsSecret, Is.True);
        Assert.That(File.ReadAllText(app.MailFiles.Single()), Does.Contain("/avis-exterieur/"));
        Assert.That(page.Document.DocumentElement.OuterHtml, Does.Not.Contain("/avis-exterieur/"));
        Assert.That(page.Text, Does.Contain("Votre avis sur Les Banians"));
    }

    private static async Task<App> StartAsync()
    {
        var app = await App.StartAsync();
        await app.LesBaniansAsync();
        return app;
    }

    private static Task<IReadOnlyList<Deadline>> OpenAsync(App app) =>
        app.WithAsync((DeadlinePlan plan) => plan.OpenAsync(default));

    private static Task AddAsync(App app, Func<LabellingDbContext, object> make) =>
        app.WithAsync(
            (LabellingDbContext db) =>
            {
                db.Add(make(db));
                return db.SaveChangesAsync();
            }
        );

    private static Task ChangeAsync<TEntity>(App app, Action<TEntity> change)
        where TEntity : class =>
        app.WithAsync(
            async (LabellingDbContext db) =>
            {
                change(await db.Set<TEntity>().SingleAsync());
                await db.SaveChangesAsync();
            }
        );

    private static Task MoveAsync(App app, Guid id, ApplicationMove move) =>
        app.WithAsync(
            async (LabellingDbContext db) =>
            {
                var file = await db.Applications.SingleAsync(a => a.Id == id);
                db.ApplicationEvents.Add(file.Make(move, new Nobody(), app.Clock.UtcNow));
                await db.SaveChangesAsync();
            }
        );

    private static async Task<List<Platform.Data.Mail>> RemindAsync(App app)
    {
        await app.RunJobAsync(RemindOfDeadlines.JobId);
        await app.DispatchAsync();
        await app.Services.GetRequiredService<MailDelivery>().DeliverAsync(default);
        return await app.MailsAsync();
    }
}
