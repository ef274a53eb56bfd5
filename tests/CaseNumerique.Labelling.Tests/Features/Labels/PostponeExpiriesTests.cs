using System.Net;
using CaseNumerique.Contracts.Labelling;
using CaseNumerique.Labelling.Data;
using CaseNumerique.SharedKernel;
using CaseNumerique.TestKit;
using Microsoft.EntityFrameworkCore;
using NUnit.Framework;

namespace CaseNumerique.Labelling.Tests.Features.Labels;

public class PostponeExpiriesTests
{
    private const string Url = "/gestion/labellisation/reports";

    [Test]
    public async Task An_agent_may_not_postpone()
    {
        await using var app = await App.StartAsync();
        var browser = await app.BrowserAsync(Roles.Agent);

        Assert.That((await browser.GetAsync(Url)).Status, Is.EqualTo(HttpStatusCode.Forbidden));
    }

    [Test]
    public async Task The_labels_are_shown_first_and_postponed_only_once_confirmed()
    {
        await using var app = await App.StartAsync();
        await app.LesBaniansAsync();
        await app.LabelEndingInAsync(20);
        var browser = await app.BrowserAsync(Roles.Administrator);

        var shown = await browser.SubmitAsync(await browser.GetAsync(Url), "main form", Typed());
        Assert.That(shown.Text, Does.Contain("Reporter 1 échéance de 60 jours").And.Contain("Les Banians, Koné"));
        Assert.That(await EndAsync(app), Is.EqualTo(Given.Today.AddDays(20)));

        var done = await browser.SubmitAsync(shown, "main form", []);
        Assert.That(done.Text, Does.Contain("1 échéance reportée."));
        Assert.That(await EndAsync(app), Is.EqualTo(Given.Today.AddDays(80)));
        Assert.That(app.Announced<LabelStatusChanged>().Single().ExpiresOn, Is.EqualTo(Given.Today.AddDays(80)));
    }

    [Test]
    public async Task Reminders_of_the_former_end_stop_and_only_milestones_still_ahead_follow()
    {
        await using var app = await App.StartAsync();
        await app.LesBaniansAsync();
        await app.LabelEndingInAsync(30);
        await app.RunJobAsync("label-renewal-reminders");
        await app.DispatchAsync();
        var browser = await app.BrowserAsync(Roles.Administrator);
        var shown = await browser.SubmitAsync(await browser.GetAsync(Url), "main form", Typed());
        await browser.SubmitAsync(shown, "main form", []);

        await app.RemindAsync();

        Assert.That(app.MailFiles, Is.Empty);
        Assert.That(
            (await app.RemindersAsync()).Select(r => r.Words),
            Is.All.EqualTo("L’échéance a été reportée au 22\u00A0février\u00A02027.")
        );

        app.Clock.Advance(TimeSpan.FromDays(60));
        await app.RemindAsync();
        Assert.That(
            (await app.RemindersAsync()).Where(r => r.State == ReminderState.Sent).Select(r => r.DaysBefore),
            Is.EqualTo(new[] { 30, 30 })
        );
    }

    [Test]
    public async Task A_label_that_has_expired_does_not_come_back_beside_the_next_one()
    {
        await using var app = await App.StartAsync();
        await app.LesBaniansAsync();
        await app.SetStatusAsync(await app.LabelEndingInAsync(-20), LabelStatus.Expired);
        await app.SetStatusAsync(await app.LabelEndingInAsync(-10), LabelStatus.Expired);
        var browser = await app.BrowserAsync(Roles.Administrator);
        var typed = new Dictionary<string, string>(Typed()) { ["Form.From"] = "2026-11-01" };

        var latest = await browser.SubmitAsync(await browser.GetAsync(Url), "main form", typed);
        await app.LabelEndingInAsync(400);
        var none = await browser.SubmitAsync(await browser.GetAsync(Url), "main form", typed);

        Assert.That(latest.Text, Does.Contain("CASE-002").And.Not.Contain("CASE-001"));
        Assert.That(none.Text, Does.Contain("Aucun label n’expire dans cette période"));
    }

    [Test]
    public async Task A_list_that_has_changed_since_it_was_read_is_not_confirmed()
    {
        await using var app = await App.StartAsync();
        await app.LesBaniansAsync();
        await app.LabelEndingInAsync(20);
        var browser = await app.BrowserAsync(Roles.Administrator);
        var shown = await browser.SubmitAsync(await browser.GetAsync(Url), "main form", Typed());
        await app.ChangeAsync("CASE-001", "retrait");

        var page = await browser.SubmitAsync(shown, "main form", []);

        Assert.That(page.Text, Does.Contain("La liste a changé depuis que vous l’avez lue."));
    }

    [TestCase("Form.Days", "0", "Le report va de 1 à 730 jours.")]
    [TestCase("Form.Reason", "", "Indiquez le motif")]
    [TestCase("Form.To", "2020-01-01", "La dernière échéance vient après la première.")]
    public async Task A_wrong_answer_is_refused(string field, string value, string message)
    {
        await using var app = await App.StartAsync();
        var browser = await app.BrowserAsync(Roles.Administrator);
        var typed = Typed();
        typed[field] = value;

        var page = await browser.SubmitAsync(await browser.GetAsync(Url), "main form", typed);

        Assert.That(page.Text, Does.Contain(message));
    }

    private static Dictionary<string, string> Typed() =>
        new()
        {
            ["Form.From"] = "2026-11-24",
            ["Form.To"] = "2027-01-31",
            ["Form.Days"] = "60",
            ["Form.Reason"] = "Cyclone",
        };

    private static Task<DateOnly> EndAsync(App app) =>
        app.WithAsync((LabellingDbContext db) => db.Labels.Select(l => l.ExpiresOn).SingleAsync());
}
