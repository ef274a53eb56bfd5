using CaseNumerique.Accounts.Data;
using CaseNumerique.Platform.Data;
using CaseNumerique.Platform.Features.Privacy;
using CaseNumerique.Platform.Privacy;
using CaseNumerique.SharedKernel;
using CaseNumerique.TestKit;
using FluentValidation;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NUnit.Framework;

namespace CaseNumerique.Host.Tests.Privacy;

internal sealed class ErasureTests
{
    private const string Email = "zephirine.oubliee@banians.example";
    private const string Name = "Zéphirine Oubliée";
    private const string AskUrl = "/mon-compte/effacement";
    private const string ListUrl = "/gestion/comptes/effacements";

    private static readonly Person _person = new(Email, Roles.Facilitator) { Name = Name };

    [TestCase(Roles.Agent)]
    [TestCase(Roles.Manager)]
    public async Task Only_administrators_see_who_wants_to_be_forgotten(string role)
    {
        await using var app = await App.StartAsync();

        var page = await (await app.BrowserAsync(role)).GetAsync(ListUrl);

        Assert.That((int)page.Status, Is.EqualTo(403));
    }

    [Test]
    public async Task A_slip_of_the_hand_asks_for_nothing()
    {
        await using var app = await App.StartAsync();
        var browser = await app.BrowserAsync(_person);

        var page = await AskAsync(browser, "effacer");

        Assert.That(page.Text, Does.Contain("Écrivez EFFACER en capitales"));
        Assert.That(await app.WithAsync((PlatformDbContext db) => db.Erasures.CountAsync()), Is.Zero);
    }

    [Test]
    public async Task A_wish_is_asked_once_and_waits_on_the_to_do_list_of_administrators()
    {
        await using var app = await App.StartAsync();
        var browser = await app.BrowserAsync(_person);

        var asked = await AskAsync(browser);
        var todo = await (await app.BrowserAsync(Roles.Administrator)).GetAsync("/gestion");

        Assert.That(asked.Text, Does.Contain("Votre demande est enregistrée"));
        Assert.That(asked.Document.QuerySelector("main form"), Is.Null);
        Assert.That(todo.Text, Does.Contain("1 demande d’effacement à traiter"));
    }

    [Test]
    public async Task A_refusal_has_a_reason_that_the_person_reads()
    {
        await using var app = await App.StartAsync();
        var browser = await app.BrowserAsync(_person);
        await AskAsync(browser);
        var id = await app.WithAsync((PlatformDbContext db) => db.Erasures.Select(e => e.Id).SingleAsync());

        Assert.ThrowsAsync<ValidationException>(() => app.SendAsync(new DecideErasure.Command { Id = id }));
        await app.SendAsync(new DecideErasure.Command { Id = id, Reason = "Dossier en cours d’instruction" });

        Assert.That((await browser.GetAsync(AskUrl)).Text, Does.Contain("Dossier en cours d’instruction"));
        Assert.ThrowsAsync<ValidationException>(() => app.SendAsync(Granted(id)));
    }

    [Test]
    public async Task Administrators_do_not_decide_on_themselves()
    {
        await using var app = await App.StartAsync();
        var browser = await app.BrowserAsync(Roles.Administrator);
        await AskAsync(browser);

        var page = await GrantAsync(app, browser);

        Assert.That(page.Text, Does.Contain("un autre administrateur doit la traiter"));
    }

    [Test]
    public async Task No_byte_of_the_person_is_left()
    {
        await using var app = await App.StartAsync();
        var browser = await app.BrowserAsync(_person);
        await app.MailAsync("a-la-personne", $"Bonjour {Name}", Email);
        await app.MailAsync("a-un-autre", $"{Name} est à appeler, {Email}");
        await AskAsync(browser);
        await AnnounceAsync(app);
        var before = await ByteScan.RunAsync(app, Name, Email);
        var admin = await app.BrowserAsync(Roles.Administrator);

        await GrantAsync(app, admin);
        await app.RunJobAsync(ErasePeopleJob.JobId);
        await app.DispatchAsync();
        await app.RunJobAsync(ErasePeopleJob.JobId);

        Assert.That(
            before.Select(h => h.File),
            Is.SupersetOf(new[] { "case.db-wal", "mail/a-la-personne.eml", "mail/a-un-autre.eml" })
        );
        Assert.That(before.Select(h => h.Text), Does.Contain(Name).And.Contain(Email));
        var erasure = await app.WithAsync((PlatformDbContext db) => db.Erasures.SingleAsync());
        Assert.That((erasure.State, erasure.Waiting), Is.EqualTo((ErasureState.Done, (string?)null)));
        Assert.That(await ByteScan.RunAsync(app, Name, Email), Is.Empty);
        Assert.That((await browser.GetAsync("/gestion")).Url, Does.Contain("/connexion"));
        var account = await app.WithAsync(
            (AccountsDbContext db) => db.Accounts.SingleAsync(a => a.Id == erasure.AccountId)
        );
        Assert.That((account.State, account.DisplayName), Is.EqualTo(("ferme", erasure.Pseudonym)));
        Assert.That((await admin.GetAsync($"{ListUrl}/{erasure.Id}")).Text, Does.Contain("Terminée"));
    }

    [Test]
    public async Task The_scan_finds_what_stands_in_a_free_page()
    {
        await using var app = await App.StartAsync();
        await app.MailAsync("a-la-personne", $"Bonjour {Name}", Email);
        await using (var careless = new SqliteConnection($"Data Source={app.DatabaseFile}"))
        {
            await careless.OpenAsync();
            await using var command = careless.CreateCommand();
            command.CommandText =
                "PRAGMA secure_delete = OFF; DELETE FROM platform_MailEvent; DELETE FROM platform_Mail; PRAGMA wal_checkpoint(TRUNCATE)";
            await command.ExecuteNonQueryAsync();
        }

        Assert.That(await ByteScan.RunAsync(app, Email), Does.Contain(("case.db", Email)));
    }

    [Test]
    public async Task An_erasure_that_was_interrupted_goes_on_and_a_second_one_finds_nothing()
    {
        var fragile = new Fragile();
        await using var app = await App.StartAsync(configure: s => s.AddSingleton<IPersonalData>(fragile));
        await app.BrowserAsync(_person);
        var id = await WriteDownAsync(app);
        await app.SendAsync(Granted(id));

        Assert.ThrowsAsync<AggregateException>(() => app.RunJobAsync(ErasePeopleJob.JobId));
        var halfway = await app.WithAsync((PlatformDbContext db) => db.Erasures.SingleAsync());
        await app.DispatchAsync();
        await app.RunJobAsync(ErasePeopleJob.JobId);

        Assert.That((halfway.State, halfway.Step), Is.EqualTo((ErasureState.Running, ErasureStep.Modules)));
        Assert.That(await ByteScan.RunAsync(app, Name, Email), Is.Empty);
        var again = await WriteDownAsync(app);
        await app.SendAsync(Granted(again));
        await app.RunJobAsync(ErasePeopleJob.JobId);
        Assert.That(
            await app.WithAsync((PlatformDbContext db) => db.Erasures.Select(e => e.State).ToListAsync()),
            Is.All.EqualTo(ErasureState.Done)
        );
        Assert.That(await ByteScan.RunAsync(app, Name, Email), Is.Empty);
    }

    [Test]
    public async Task A_notification_under_way_is_waited_for()
    {
        await using var app = await App.StartAsync();
        await _person.EnsureAsync(app);
        await app.DispatchAsync();
        await AnnounceAsync(app);
        var id = await WriteDownAsync(app);
        await app.SendAsync(Granted(id));

        await app.RunJobAsync(ErasePeopleJob.JobId);
        var waiting = await app.WithAsync((PlatformDbContext db) => db.Erasures.SingleAsync());
        await app.DispatchAsync();
        await app.RunJobAsync(ErasePeopleJob.JobId);

        Assert.That(waiting.Waiting, Does.StartWith("Une notification en cours"));
        Assert.That(waiting.Step, Is.EqualTo(ErasureStep.Quiet));
        Assert.That(
            await app.WithAsync((PlatformDbContext db) => db.Erasures.Select(e => e.State).SingleAsync()),
            Is.EqualTo(ErasureState.Done)
        );
    }

    /// <summary>A module says who the person is, to whoever keeps a copy.</summary>
    private static Task AnnounceAsync(App app) =>
        app.WithAsync(
            async (AccountsDbContext db) =>
            {
                var id = Guid.NewGuid();
                db.Announce(new Contracts.Accounts.AccountChanged(id, 1, Name, Email, "ouvert", []), id);
                await db.SaveChangesAsync();
            }
        );

    private static Task<Guid> WriteDownAsync(App app) =>
        app.SendAsync(
            new ListErasures.Command
            {
                Email = Email,
                Name = Name,
                Words = "Par téléphone, rappelée au numéro connu",
            }
        );

    private static DecideErasure.Command Granted(Guid id) =>
        new()
        {
            Id = id,
            IsGranted = true,
            Typed = AskForErasure.Confirmation,
        };

    private static async Task<Page> AskAsync(Browser browser, string typed = AskForErasure.Confirmation) =>
        await browser.SubmitAsync(await browser.GetAsync(AskUrl), "main form", new() { ["Form.Typed"] = typed });

    private static async Task<Page> GrantAsync(App app, Browser admin)
    {
        var id = await app.WithAsync((PlatformDbContext db) => db.Erasures.Select(e => e.Id).SingleAsync());
        return await admin.SubmitAsync(
            await admin.GetAsync($"{ListUrl}/{id}"),
            "main form:has([name='Form.Typed'])",
            new() { ["Form.Typed"] = AskForErasure.Confirmation }
        );
    }

    /// <summary>A module that is not itself at the first try.</summary>
    private sealed class Fragile : IPersonalData
    {
        private bool _hasFailed;

        public Task<IReadOnlyList<PersonalRecord>> ReadAsync(PersonKey person, CancellationToken cancellationToken) =>
            Task.FromResult<IReadOnlyList<PersonalRecord>>([]);

        public Task EraseAsync(PersonKey person, string pseudonym, CancellationToken cancellationToken)
        {
            if (_hasFailed)
            {
                return Task.CompletedTask;
            }

            _hasFailed = true;
            throw new InvalidOperationException("Interrupted.");
        }
    }
}
