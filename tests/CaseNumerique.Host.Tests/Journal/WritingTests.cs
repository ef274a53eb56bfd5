using CaseNumerique.Accounts.Data;
using CaseNumerique.Contracts.Labelling;
using CaseNumerique.Labelling.Data;
using CaseNumerique.Labelling.Features.Proposals;
using CaseNumerique.Network.Data;
using CaseNumerique.Network.Features.Epns;
using CaseNumerique.Platform.Audit;
using CaseNumerique.Platform.Features.Notifications;
using CaseNumerique.SharedKernel;
using CaseNumerique.TestKit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NUnit.Framework;

namespace CaseNumerique.Host.Tests.Journal;

internal sealed class WritingTests
{
    private static readonly ChangeContact.Command _facilitator = new()
    {
        Slug = Given.Slug,
        Role = ContactRole.Facilitator,
        Name = "Jean-Yves K.",
        Email = "jean-yves@banians.example",
    };

    [Test]
    public async Task A_change_tells_who_what_before_and_after_and_from_where()
    {
        await using var app = await App.StartAsync();
        await app.SendAsync(Given.LesBanians);
        var id = await app.WithAsync((NetworkDbContext db) => db.Set<Contact>().Select(c => c.Id).SingleAsync());
        var browser = await app.BrowserAsync(Roles.Agent);
        browser.Client.DefaultRequestHeaders.UserAgent.ParseAdd("Navigateur/1.0");

        await browser.SubmitAsync(
            await browser.GetAsync($"/gestion/reseau/{Given.Slug}/contacts/{id}"),
            "main form",
            new() { ["Form.Email"] = "nouvelle@banians.example" }
        );

        var line = (await app.JournalAsync("Network.ChangeContact")).Single();
        var account = await app.WithAsync((AccountsDbContext db) => db.Accounts.SingleAsync());
        Assert.Multiple(() =>
        {
            Assert.That(line.Entry.ActorId, Is.EqualTo(account.Id));
            Assert.That(line.Entry.Title, Is.EqualTo("Contact modifié"));
            Assert.That(line.Entry.Subject, Does.StartWith($"Espace {Given.Slug} "));
            Assert.That(line.Entry.At, Is.EqualTo(app.Clock.UtcNow));
            Assert.That(line.From, Does.Contain("agent@test.example").And.Contain("Navigateur/1.0"));
            Assert.That(
                line.Changes,
                Does.Contain("marie-rose@banians.example").And.Contain("nouvelle@banians.example")
            );
        });
    }

    [Test]
    public async Task A_row_and_its_parts_are_one_line()
    {
        await using var app = await App.StartAsync();

        await app.SendAsync(Given.LesBanians);

        var lines = await app.JournalAsync("Network.RegisterEpn");
        var space = lines.Single(l => l.Entry.Subject.StartsWith("Espace", StringComparison.Ordinal));
        Assert.That(lines, Has.Count.EqualTo(2), "the space and its gestionnaire");
        Assert.That(AuditJson.ReadChanges(space.Changes).Select(c => c.On), Is.EquivalentTo(["Espace", "Contact"]));
    }

    [Test]
    public async Task The_system_acts_without_an_origin()
    {
        await using var app = await App.StartAsync();

        await app.SendAsync(Given.LesBanians);

        Assert.That(
            (await app.JournalAsync()).Select(l => (l.Entry.ActorId, l.From)),
            Is.All.EqualTo(((Guid?)null, ""))
        );
    }

    [Test]
    public async Task What_was_rolled_back_left_no_line()
    {
        await using var app = await App.StartAsync();
        await app.SendAsync(Given.LesBanians);
        var before = await app.JournalAsync();

        await app.WithAsync(
            async (NetworkDbContext db) =>
            {
                await using var transaction = await db.Database.BeginTransactionAsync();
                (await db.Epns.SingleAsync()).Close(app.Clock.Today, "Fin du bail");
                await db.SaveChangesAsync();
                await transaction.RollbackAsync();
            }
        );

        Assert.That(await app.JournalAsync(), Has.Count.EqualTo(before.Count));
    }

    [Test]
    public async Task A_save_that_failed_and_was_tried_again_is_one_line()
    {
        await using var app = await App.StartAsync();
        await app.WithAsync(
            async (NetworkDbContext db) =>
            {
                db.Add(new Operator { Name = "Mairie", Kind = OperatorKind.Commune });
                var second = db.Add(new Operator { Name = "mairie", Kind = OperatorKind.Commune });
                Assert.That(() => db.SaveChangesAsync(), Throws.InstanceOf<DbUpdateException>());
                second.State = EntityState.Detached;
                await db.SaveChangesAsync();
            }
        );

        var lines = (await app.JournalAsync()).Where(l =>
            l.Entry.Subject.StartsWith("Gestionnaire", StringComparison.Ordinal)
        );
        Assert.That(lines.ToList(), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task A_command_that_no_saved_row_tells_of_is_a_line_all_the_same()
    {
        await using var app = await App.StartAsync();
        await app.LabelEndingInAsync(30);
        var id = await app.WithAsync(
            async (NetworkDbContext db) =>
            {
                await db.Deliveries.ExecuteUpdateAsync(set => set.SetProperty(d => d.State, DeliveryState.Dead));
                return await db.Deliveries.Select(d => d.Id).FirstAsync();
            }
        );

        await app.SendAsync(new ListDeadLetters.Command { Module = "network", DeliveryId = id });

        var line = (await app.JournalAsync("Platform.ListDeadLetters")).Single();
        Assert.That(line.Entry.Title, Is.EqualTo("Notification relancée"));
    }

    [Test]
    public async Task A_command_that_was_refused_is_no_line()
    {
        await using var app = await App.StartAsync();

        Assert.That(() => app.SendAsync(new ProposeGrant.Command()), Throws.Exception);

        Assert.That(await app.JournalAsync("Labelling.ProposeGrant"), Is.Empty);
    }

    [Test]
    public async Task What_a_handler_does_bears_the_name_of_its_slice()
    {
        await using var app = await App.StartAsync();
        await app.SendAsync(Given.LesBanians);
        await app.DispatchAsync();
        var epnId = await app.WithAsync((NetworkDbContext db) => db.Epns.Select(e => e.Id).SingleAsync());
        await app.WithAsync(
            (LabellingDbContext db) =>
            {
                var today = app.Clock.Today;
                db.Announce(new LabelGranted(Guid.NewGuid(), epnId, "CASE-001", today, today.AddYears(3)), epnId);
                return db.SaveChangesAsync();
            }
        );

        await app.DispatchAsync();

        var copied = (await app.JournalAsync("Network.KeepLabelCopy")).Single();
        Assert.That(copied.Entry.Subject, Is.EqualTo($"Espace {Given.Slug} {epnId}"));
    }

    [Test]
    public async Task Passwords_and_stamps_never_reach_the_journal()
    {
        await using var app = await App.StartAsync();
        await app.WithAsync(
            (AccountsDbContext db) =>
            {
                var account = Account.Named("Nadège K.", "nadege@econum.example", app.Clock.UtcNow);
                account.PasswordHash = "AQAAAA-hash";
                account.SecurityStamp = "STAMP";
                db.Add(account);

                var (subject, changes) = TrackedChanges.Of(db).Single();

                var json = AuditJson.Write(changes);
                Assert.That(subject, Does.EndWith(account.Id.ToString()).And.Not.Contain("Nadège"));
                Assert.That(json, Does.Contain("Nadège K.").And.Contain("secret"));
                Assert.That(json, Does.Not.Contain("AQAAAA-hash").And.Not.Contain("STAMP"));
                return Task.CompletedTask;
            }
        );
    }

    [Test]
    public async Task A_fact_is_written_in_a_transaction_of_its_own()
    {
        await using var app = await App.StartAsync();
        var journal = app.Services.GetRequiredService<IAuditJournal>();
        var actor = Guid.CreateVersion7();

        await journal.RecordAsync(
            new AuditFact(
                "account.signed-in",
                "Connexion",
                "/connexion",
                Details: new Dictionary<string, string?> { ["Moyen"] = "mot de passe" },
                ActorId: actor
            ),
            default
        );

        var line = (await app.JournalAsync("account.signed-in")).Single();
        Assert.That((line.Entry.ActorId, line.Entry.Subject), Is.EqualTo(((Guid?)actor, "/connexion")));
        Assert.That(line.Changes, Does.Contain("mot de passe"));
    }
}
