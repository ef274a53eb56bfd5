using System.Net;
using CaseNumerique.Platform.Data;
using CaseNumerique.SharedKernel;
using CaseNumerique.TestKit;
using Microsoft.EntityFrameworkCore;
using NUnit.Framework;

namespace CaseNumerique.Host.Tests.Jobs;

internal sealed class ClockGuardTests
{
    private const string ClockPage = "/gestion/parametres/horloge";

    [Test]
    public async Task A_host_that_stood_still_for_a_hundred_days_goes_on()
    {
        await using var app = await StartAsync();

        await using var again = await app.RestartAsync(clock => clock.Advance(TimeSpan.FromDays(100)));

        Assert.That(await CheckAsync(again), Is.Null);
    }

    [Test]
    public async Task Time_that_passes_while_the_host_runs_holds_nothing()
    {
        await using var app = await StartAsync();

        for (var week = 0; week < 15; week++)
        {
            app.Clock.Advance(TimeSpan.FromDays(7));
            Assert.That(await CheckAsync(app), Is.Null);
        }
    }

    [TestCase(400)]
    [TestCase(3)]
    [TestCase(-3)]
    [TestCase(-30)]
    public async Task A_clock_that_jumps_holds_reminders_and_mails(int days)
    {
        await using var app = await StartWithAMailAsync();
        await app.LabelEndingInAsync(30, "Le Kaori");
        var reminders = await app.CountRemindersAsync();

        app.Clock.Jump(TimeSpan.FromDays(days));
        await app.FindRemindersAsync();
        await app.RunJobAsync("mail-delivery");

        Assert.That(await app.CountRemindersAsync(), Is.EqualTo(reminders));
        Assert.That(app.MailFiles, Is.Empty);
        var readiness = await app.ReadinessAsync();
        Assert.That(readiness.Status, Is.EqualTo(HttpStatusCode.ServiceUnavailable));
        Assert.That(readiness.Reasons, Has.One.StartsWith("L’horloge du serveur dit "));
    }

    [TestCase(47)]
    [TestCase(-47)]
    public async Task A_clock_that_is_set_right_by_less_than_two_days_holds_nothing(int hours)
    {
        await using var app = await StartAsync();

        app.Clock.Jump(TimeSpan.FromHours(hours));

        Assert.That(await CheckAsync(app), Is.Null);
    }

    [Test]
    public async Task The_page_of_reminders_says_why_nothing_leaves()
    {
        await using var app = await StartAsync();
        app.Clock.Jump(TimeSpan.FromDays(400));

        var page = await (await app.BrowserAsync(Roles.Agent)).GetAsync("/gestion/relances");

        Assert.That(page.Document.QuerySelector(".note.err")?.TextContent, Does.Contain("Rien ne part pour l’instant"));
        Assert.That(page.Text, Does.Contain("elle a sauté pendant la marche"));
    }

    [Test]
    public async Task A_clock_that_comes_back_lets_all_go_on_by_itself()
    {
        await using var app = await StartWithAMailAsync();
        app.Clock.Jump(TimeSpan.FromDays(400));
        await app.RunJobAsync("mail-delivery");

        app.Clock.Jump(TimeSpan.FromDays(-400));
        await app.RunJobAsync("mail-delivery");

        Assert.That(app.MailFiles, Is.Not.Empty);
        Assert.That((await app.ReadinessAsync()).Status, Is.EqualTo(HttpStatusCode.OK));
    }

    [Test]
    public async Task An_administrator_who_says_that_the_clock_is_right_lets_all_go_on()
    {
        await using var app = await StartWithAMailAsync();
        app.Clock.Jump(TimeSpan.FromDays(3));
        await app.RunJobAsync("mail-delivery");
        var browser = await app.BrowserAsync(Roles.Administrator);

        var page = await browser.SubmitAsync(
            await browser.GetAsync(ClockPage),
            "main form",
            new() { ["Form.IsSure"] = "true" }
        );
        await app.RunJobAsync("mail-delivery");

        Assert.That(page.Url, Does.EndWith("/gestion/relances"));
        Assert.That(page.Text, Does.Contain("Les envois reprennent").And.Not.Contain("Rien ne part pour l’instant"));
        Assert.That(app.MailFiles, Is.Not.Empty);
        Assert.That((await app.ReadinessAsync()).Status, Is.EqualTo(HttpStatusCode.OK));
    }

    [Test]
    public async Task Whoever_is_not_sure_changes_nothing()
    {
        await using var app = await StartAsync();
        app.Clock.Jump(TimeSpan.FromDays(400));
        var browser = await app.BrowserAsync(Roles.Administrator);

        var page = await browser.SubmitAsync(await browser.GetAsync(ClockPage), "main form", []);

        Assert.That(page.Document.QuerySelector(".errors")?.TextContent, Does.Contain("Cochez la case"));
        Assert.That(await CheckAsync(app), Is.Not.Null);
    }

    [Test]
    public async Task An_agent_may_not_say_so()
    {
        await using var app = await StartAsync();
        app.Clock.Jump(TimeSpan.FromDays(400));

        var page = await (await app.BrowserAsync(Roles.Agent)).GetAsync(ClockPage);

        Assert.That(page.Status, Is.EqualTo(HttpStatusCode.Forbidden));
    }

    /// <summary>The new process has no count of time of its own that could tell of the jump.</summary>
    [Test]
    public async Task What_is_held_stays_held_after_a_restart()
    {
        await using var app = await StartAsync();
        app.Clock.Jump(TimeSpan.FromDays(100));
        await CheckAsync(app);

        await using var again = await app.RestartAsync();

        Assert.That(await CheckAsync(again), Does.Contain("elle avait sauté avant l’arrêt"));
        Assert.That((await again.ReadinessAsync()).Status, Is.EqualTo(HttpStatusCode.ServiceUnavailable));
    }

    [Test]
    public async Task What_was_confirmed_stays_confirmed_after_a_restart()
    {
        await using var app = await StartAsync();
        app.Clock.Jump(TimeSpan.FromDays(100));
        await CheckAsync(app);
        await app.SendAsync(new Platform.Features.Health.TrustClock.Command { IsSure = true });

        await using var again = await app.RestartAsync();

        Assert.That(await CheckAsync(again), Is.Null);
    }

    [TestCase(-30, "elle a reculé")]
    [TestCase(400, "plus d’un an")]
    public async Task A_clock_that_is_far_off_at_the_start_holds(int days, string reason)
    {
        await using var app = await StartAsync();

        await using var again = await app.RestartAsync(clock => clock.Jump(TimeSpan.FromDays(days)));

        Assert.That(await CheckAsync(again), Does.Contain(reason));
    }

    /// <summary>A host that has looked at the clock once, as its jobs do.</summary>
    private static async Task<App> StartAsync()
    {
        var app = await App.StartAsync();
        await CheckAsync(app);
        return app;
    }

    private static async Task<App> StartWithAMailAsync()
    {
        var app = await StartAsync();
        await app.LabelEndingInAsync(30);
        await app.FindRemindersAsync();
        Assert.That(await app.WithAsync((PlatformDbContext db) => db.Mails.CountAsync()), Is.Positive);
        return app;
    }

    private static Task<string?> CheckAsync(App app) => app.WithAsync((IClockGuard guard) => guard.CheckAsync(default));
}
