using CaseNumerique.Contracts.Labelling;
using CaseNumerique.Labelling.Data;
using CaseNumerique.Labelling.Features.Deadlines;
using CaseNumerique.Platform.Delivery;
using CaseNumerique.SharedKernel;
using CaseNumerique.TestKit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NUnit.Framework;

namespace CaseNumerique.Labelling.Tests.Features.Deadlines;

internal sealed class RemindOfDeadlinesTests
{
    [Test]
    public async Task A_milestone_is_reminded_of_once()
    {
        await using var app = await StartAsync(daysLeft: 7);

        await RemindAsync(app);
        await RemindAsync(app);

        var mails = await app.MailsAsync();
        Assert.That(mails.Select(m => m.ToAddress), Is.EqualTo([Given.ManagerEmail]));
        Assert.That(
            mails[0].Subject.Replace('\u00A0', ' '),
            Is.EqualTo("Rappel : Dossier CN-2026-0001, avant le 1er décembre 2026")
        );
        Assert.That(app.Announced<DeadlineReminderDue>(), Has.Count.EqualTo(1));
    }

    [TestCase(8, 0)]
    [TestCase(7, 1)]
    [TestCase(6, 1, TestName = "A missed day is made good")]
    public async Task Nobody_is_reminded_before_the_milestone(int daysLeft, int mails)
    {
        await using var app = await StartAsync(daysLeft);

        await RemindAsync(app);

        Assert.That(await app.MailsAsync(), Has.Count.EqualTo(mails));
    }

    [Test]
    public async Task Of_two_missed_milestones_only_the_newer_goes()
    {
        await using var app = await StartAsync(daysLeft: 1);

        await RemindAsync(app);

        var states = await app.WithAsync(
            (LabellingDbContext db) =>
                db.DeadlineReminders.OrderByDescending(r => r.DaysBefore).Select(r => r.State).ToListAsync()
        );
        Assert.That(states, Is.EqualTo([ReminderState.Superseded, ReminderState.Sent]));
    }

    [Test]
    public async Task What_is_settled_is_reminded_of_no_more()
    {
        await using var app = await StartAsync(daysLeft: 7);
        await SettleAsync(app);

        await RemindAsync(app);

        Assert.That(await app.MailsAsync(), Is.Empty);
    }

    [Test]
    public async Task What_is_settled_before_the_mail_leaves_stops_it()
    {
        await using var app = await StartAsync(daysLeft: 7);
        await app.RunJobAsync(RemindOfDeadlines.JobId);
        await app.DispatchAsync();
        await SettleAsync(app);

        await DeliverAsync(app);

        var reminder = await app.WithAsync((LabellingDbContext db) => db.DeadlineReminders.SingleAsync());
        Assert.That(reminder.State, Is.EqualTo(ReminderState.Withdrawn));
        Assert.That(reminder.Words, Is.EqualTo("Les compléments ne sont plus attendus."));
        Assert.That(app.MailFiles, Is.Empty);
    }

    [Test]
    public async Task What_is_settled_before_the_mail_is_written_is_noted_as_such()
    {
        await using var app = await StartAsync(daysLeft: 7);
        await app.RunJobAsync(RemindOfDeadlines.JobId);
        await SettleAsync(app);

        await app.DispatchAsync();

        var reminder = await app.WithAsync((LabellingDbContext db) => db.DeadlineReminders.SingleAsync());
        Assert.That(reminder.State, Is.EqualTo(ReminderState.Withdrawn));
        Assert.That(await app.MailsAsync(), Is.Empty);
    }

    [Test]
    public async Task A_deadline_that_moves_starts_a_new_series()
    {
        await using var app = await StartAsync(daysLeft: 7);
        await RemindAsync(app);
        await SetAsync(app, app.Today.AddDays(20));

        await RemindAsync(app);
        app.Clock.Advance(TimeSpan.FromDays(13));
        await RemindAsync(app);

        Assert.That(await app.MailsAsync(), Has.Count.EqualTo(2));
    }

    [Test]
    public async Task Who_has_no_address_is_shown_to_be_called()
    {
        await using var app = await StartAsync(daysLeft: 7, Given.Manager with { Email = null });
        await RemindAsync(app);

        var page = await (await app.BrowserAsync(Roles.Agent)).GetAsync("/gestion/relances/echeances");

        Assert.That(page.Text, Does.Contain("Hélène W. (gestionnaire)").And.Contain("À appeler"));
    }

    [Test]
    public async Task The_page_shows_a_day_to_come_and_writes_nothing()
    {
        await using var app = await StartAsync(daysLeft: 10);
        var agent = await app.BrowserAsync(Roles.Agent);

        var today = await agent.GetAsync("/gestion/relances/echeances");
        var day = await agent.GetAsync($"/gestion/relances/echeances?le={app.Today.AddDays(3):yyyy-MM-dd}");

        Assert.That(today.Text, Does.Contain("0 rappel").And.Contain("1 échéance ouverte"));
        Assert.That(
            day.Text,
            Does.Contain("1 rappel").And.Contain("Dossier CN-2026-0001").And.Contain(Given.ManagerEmail)
        );
        Assert.That(await app.WithAsync((LabellingDbContext db) => db.DeadlineReminders.AnyAsync()), Is.False);
    }

    [Test]
    public async Task Changed_rules_keep_the_milestones_of_deadlines()
    {
        await using var app = await StartAsync(daysLeft: 5);
        var admin = await app.BrowserAsync(Roles.Administrator);
        var page = await admin.GetAsync("/gestion/parametres/relances");

        await admin.SubmitAsync(
            page,
            "main form",
            new() { ["Form.Deadlines[0].IsEnabled"] = "false", ["Form.Reason"] = "Un seul rappel suffit" }
        );
        await RemindAsync(app);

        Assert.That(await app.MailsAsync(), Is.Empty);
        var rules = await app.WithAsync((LabellingDbContext db) => db.ReminderRules.InForceAsync(default));
        Assert.That(rules.Number, Is.EqualTo(2));
        Assert.That(rules.DeadlineMilestones, Has.Count.EqualTo(15));
    }

    private static async Task<App> StartAsync(int daysLeft, params Contracts.Network.EpnContact[] contacts)
    {
        var app = await App.StartAsync();
        await app.LesBaniansAsync(contacts);
        var id = await app.FileAsync(ApplicationStatus.ToComplete);
        await app.WithAsync(
            (LabellingDbContext db) =>
            {
                db.Completions.Add(
                    new CompletionRequest
                    {
                        ApplicationId = id,
                        Number = 1,
                        AskedAt = app.Clock.UtcNow.AddDays(-30),
                        AskedBy = "Nadège K.",
                    }
                );
                return db.SaveChangesAsync();
            }
        );
        await SetAsync(app, app.Today.AddDays(daysLeft));
        return app;
    }

    private static Task SetAsync(App app, DateOnly dueOn) =>
        app.WithAsync(
            async (LabellingDbContext db) =>
            {
                (await db.Applications.SingleAsync()).CompletionDueOn = dueOn;
                await db.SaveChangesAsync();
            }
        );

    /// <summary>The EPN sends what was missing.</summary>
    private static Task SettleAsync(App app) =>
        app.WithAsync(
            async (LabellingDbContext db) =>
            {
                var file = await db.Applications.SingleAsync();
                db.ApplicationEvents.Add(file.Make(ApplicationMove.Complete, new Nobody(), app.Clock.UtcNow));
                await db.SaveChangesAsync();
            }
        );

    private static async Task RemindAsync(App app)
    {
        await app.RunJobAsync(RemindOfDeadlines.JobId);
        await app.DispatchAsync();
        await DeliverAsync(app);
    }

    private static async Task DeliverAsync(App app)
    {
        await app.Services.GetRequiredService<MailDelivery>().DeliverAsync(default);
        await app.DispatchAsync();
    }
}
