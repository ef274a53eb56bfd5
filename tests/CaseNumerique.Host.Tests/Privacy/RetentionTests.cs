using CaseNumerique.Accounts.Data;
using CaseNumerique.Accounts.Features.People;
using CaseNumerique.Platform.Data;
using CaseNumerique.Platform.Features.Privacy;
using CaseNumerique.Platform.Privacy;
using CaseNumerique.SharedKernel;
using CaseNumerique.TestKit;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using NUnit.Framework;

namespace CaseNumerique.Host.Tests.Privacy;

internal sealed class RetentionTests
{
    private const string Url = "/gestion/parametres/conservation";

    private static readonly PublishRetention.Command _thirtyDays = new()
    {
        Key = "courriels",
        Days = 30,
        Reason = "Décision du 24 novembre",
        IsSure = true,
    };

    [TestCase(Roles.Agent)]
    [TestCase(Roles.Manager)]
    public async Task Only_administrators_see_the_periods(string role)
    {
        await using var app = await App.StartAsync();

        var page = await (await app.BrowserAsync(role)).GetAsync(Url);

        Assert.That((int)page.Status, Is.EqualTo(403));
    }

    [Test]
    public async Task A_preview_counts_and_writes_nothing()
    {
        await using var app = await App.StartAsync();
        await app.MailAsync("vieux");
        app.Clock.Advance(TimeSpan.FromDays(40));
        await app.MailAsync("recent");
        var browser = await app.BrowserAsync(Roles.Administrator);

        var page = await browser.GetAsync($"{Url}/courriels?jours=30");

        Assert.That(page.Text, Does.Contain("365 jours, soit 0 élément échu"));
        Assert.That(page.Text, Does.Contain("La nuit prochaine, 1 élément sera traité, au lieu de 0."));
        Assert.That(await app.EmptiedMailsAsync(), Is.Empty);
        Assert.That(await app.WithAsync((PlatformDbContext db) => db.RetentionRules.CountAsync()), Is.Zero);
    }

    [Test]
    public async Task A_new_period_is_published_through_the_page_and_the_job_takes_exactly_what_was_said()
    {
        await using var app = await App.StartAsync();
        await app.MailAsync("vieux");
        app.Clock.Advance(TimeSpan.FromDays(40));
        await app.MailAsync("recent");
        var browser = await app.BrowserAsync(Roles.Administrator);
        var preview = await browser.GetAsync($"{Url}/courriels?jours=30");

        var page = await browser.SubmitAsync(
            preview,
            "main form[method=post]",
            new() { ["Form.Reason"] = "Décision du 24 novembre", ["Form.IsSure"] = "true" }
        );
        await app.RunJobAsync(ApplyRetentionJob.JobId);

        Assert.That(page.Text, Does.Contain("La nouvelle durée est en vigueur").And.Contain("Décision du 24 novembre"));
        Assert.That(await app.EmptiedMailsAsync(), Is.EqualTo(new[] { "vieux" }));
        await app.RunJobAsync(ApplyRetentionJob.JobId);
        Assert.That(await app.EmptiedMailsAsync(), Is.EqualTo(new[] { "vieux" }));
        Assert.That(
            await app.WithAsync(
                (PlatformDbContext db) => db.Set<AuditEntry>().CountAsync(e => e.Action == "retention.run")
            ),
            Is.EqualTo(1)
        );
    }

    [Test]
    public async Task What_is_typed_wrong_is_refused_beside_what_was_typed()
    {
        await using var app = await App.StartAsync();
        var browser = await app.BrowserAsync(Roles.Administrator);
        var preview = await browser.GetAsync($"{Url}/courriels?jours=30");

        var page = await browser.SubmitAsync(preview, "main form[method=post]", new() { ["Form.Reason"] = "" });

        Assert.That(page.Text, Does.Contain("Indiquez pourquoi la durée change").And.Contain("Cochez la case"));
        Assert.That(page.Document.QuerySelector("input[name='Form.Days']")!.GetAttribute("value"), Is.EqualTo("30"));
    }

    [TestCase(null)]
    [TestCase(0)]
    [TestCase(RetentionRule.MostDays + 1)]
    public async Task A_period_has_bounds(int? days)
    {
        await using var app = await App.StartAsync();

        Assert.ThrowsAsync<ValidationException>(() => app.SendAsync(_thirtyDays with { Days = days }));
    }

    [Test]
    public async Task Of_two_who_publish_at_once_the_second_is_told()
    {
        await using var app = await App.StartAsync();
        await app.SendAsync(_thirtyDays);

        var refused = Assert.ThrowsAsync<ValidationException>(() => app.SendAsync(_thirtyDays with { Days = 60 }));

        Assert.That(refused!.Errors.Single().ErrorMessage, Does.StartWith("Quelqu’un vient de publier"));
    }

    [Test]
    public async Task Nothing_goes_while_the_clock_is_not_trusted()
    {
        await using var app = await App.StartAsync();
        await app.MailAsync("vieux");
        await app.RunJobAsync(ApplyRetentionJob.JobId);
        app.Clock.Jump(TimeSpan.FromDays(400));

        await app.RunJobAsync(ApplyRetentionJob.JobId);

        Assert.That(await app.EmptiedMailsAsync(), Is.Empty);
    }

    [Test]
    public async Task A_mail_without_text_is_said_to_be_and_cannot_be_sent_again()
    {
        await using var app = await App.StartAsync();
        await app.MailAsync("vieux");
        await app.PassAsync(400);
        await app.RunJobAsync(ApplyRetentionJob.JobId);
        var id = await app.WithAsync((PlatformDbContext db) => db.Mails.Select(m => m.Id).SingleAsync());
        var browser = await app.BrowserAsync(Roles.Agent);

        var page = await browser.GetAsync($"/gestion/courriels/{id}");

        Assert.That(page.Text, Does.Contain("Le texte de ce courriel a été effacé"));
        Assert.That(page.Document.QuerySelector("a[href$='/renvoi']"), Is.Null);
    }

    [Test]
    public async Task Old_sessions_and_links_go_and_young_ones_stay()
    {
        await using var app = await App.StartAsync();
        await app.BrowserAsync(Roles.Facilitator);
        await app.PassAsync(181);
        await app.BrowserAsync(Roles.Facilitator);

        await app.RunJobAsync(ApplyRetentionJob.JobId);

        Assert.That(
            await app.WithAsync((AccountsDbContext db) => db.Sessions.Select(s => s.StartedAt).ToListAsync()),
            Is.EqualTo(new[] { app.Clock.UtcNow })
        );
    }

    [Test]
    public async Task An_idle_account_is_told_of_first_then_closed_then_made_anonymous_and_an_administrator_never()
    {
        await using var app = await App.StartAsync();
        await new Person("idle@banians.example", Roles.Facilitator) { Name = "Ida Idle" }.EnsureAsync(app);
        await new Person("idle-admin@econum.example", Roles.Administrator).EnsureAsync(app);

        await app.PassAsync(705);
        await app.RunJobAsync(ApplyRetentionJob.JobId);
        var todo = await (await app.BrowserAsync(Roles.Administrator)).GetAsync("/gestion");
        Assert.That(todo.Text, Does.Contain("Comptes sans connexion"));
        Assert.That(await StateAsync("idle@banians.example"), Is.EqualTo("ouvert"));

        await app.PassAsync(30);
        await app.RunJobAsync(ApplyRetentionJob.JobId);
        Assert.That(await StateAsync("idle@banians.example"), Is.EqualTo("ferme"));
        Assert.That(await StateAsync("idle-admin@econum.example"), Is.EqualTo("ouvert"));

        await app.PassAsync(366);
        await app.RunJobAsync(ApplyRetentionJob.JobId);
        Assert.That(await StateAsync("idle@banians.example"), Is.Null);
        Assert.That(
            await app.WithAsync((AccountsDbContext db) => db.Accounts.AnyAsync(a => a.DisplayName == "Ida Idle")),
            Is.False
        );

        Task<string?> StateAsync(string email) =>
            app.WithAsync(
                async (AccountsDbContext db) => (await db.Accounts.SingleOrDefaultAsync(a => a.Email == email))?.State
            );
    }

    [Test]
    public async Task An_idle_account_that_was_opened_again_stays_open_for_another_period()
    {
        await using var app = await App.StartAsync();
        var id = await new Person("idle@banians.example", Roles.Facilitator).EnsureAsync(app);
        await app.PassAsync(735);
        await app.RunJobAsync(ApplyRetentionJob.JobId);

        await app.SendAsync(new ReopenAccount.Command(id));
        await app.PassAsync(60);
        await app.RunJobAsync(ApplyRetentionJob.JobId);
        var reopened = await StateAsync();
        await app.PassAsync(690);
        await app.RunJobAsync(ApplyRetentionJob.JobId);

        Assert.That((reopened, await StateAsync()), Is.EqualTo(("ouvert", "ferme")));

        Task<string> StateAsync() =>
            app.WithAsync(async (AccountsDbContext db) => (await db.Accounts.SingleAsync(a => a.Id == id)).State);
    }

    [Test]
    public async Task Everybody_can_read_the_periods_that_are_in_force()
    {
        await using var app = await App.StartAsync();
        await app.SendAsync(_thirtyDays);

        var page = await app.Anonymous().GetAsync("/confidentialite");

        var row = page.Document.QuerySelectorAll("tr").Single(r => r.TextContent.Contains("Texte des courriels"));
        Assert.That(row.TextContent, Does.Contain("30\u00A0jours"));
        Assert.That(page.Document.QuerySelector("footer a[href='/confidentialite']"), Is.Not.Null);
    }
}

internal static class RetentionWorld
{
    extension(App app)
    {
        /// <summary>Time passes a month at a time, under the eyes of the clock's guard, which would not believe years at once.</summary>
        public async Task PassAsync(int days)
        {
            for (var left = days; left > 0; left -= 30)
            {
                app.Clock.Advance(TimeSpan.FromDays(Math.Min(30, left)));
                await app.WithAsync((IClockGuard guard) => guard.CheckAsync(default));
            }
        }

        /// <summary>A mail that has left, known by its key.</summary>
        public async Task MailAsync(string key, string text = "Bonjour", string to = "paul@lagon.example")
        {
            await app.WithAsync(
                (IMailer mailer) =>
                    mailer.QueueAsync(
                        new OutgoingMail(
                            key,
                            "essai",
                            Guid.NewGuid(),
                            "Paul Lagon",
                            to,
                            "Objet",
                            text,
                            $"<p>{text}</p>"
                        ),
                        default
                    )
            );
            await app.RunJobAsync("mail-delivery");
        }

        public Task<List<string>> EmptiedMailsAsync() =>
            app.WithAsync(
                (PlatformDbContext db) => db.Mails.Where(m => m.Mime == Mail.NoBytes).Select(m => m.Key).ToListAsync()
            );
    }
}
