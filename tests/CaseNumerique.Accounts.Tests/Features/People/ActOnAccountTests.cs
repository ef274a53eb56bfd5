using CaseNumerique.Accounts.Data;
using CaseNumerique.Accounts.Features.People;
using CaseNumerique.Accounts.Privacy;
using CaseNumerique.Contracts.Accounts;
using CaseNumerique.SharedKernel;
using CaseNumerique.TestKit;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using NUnit.Framework;

namespace CaseNumerique.Accounts.Tests.Features.People;

/// <summary>Roles, closing and opening, second factor, name.</summary>
internal sealed class ActOnAccountTests
{
    private const string Reason = "Départ du service";

    [Test]
    public async Task Roles_change_with_a_reason_that_the_journal_keeps()
    {
        var journal = new ToldJournal();
        await using var app = await App.StartAsync(configure: s => s.AddSingleton<IAuditJournal>(journal));
        var id = await Given.Bastien.EnsureAsync(app);
        var browser = await app.BrowserAsync(Given.Nadege);

        var page = await browser.SubmitAsync(
            await browser.GetAsync($"/gestion/comptes/{id}/roles"),
            "main form",
            new()
            {
                ["Form.IsAgent"] = "false",
                ["Form.IsCommittee"] = "true",
                ["Form.Reason"] = Reason,
            }
        );

        var roles = await app.WithAsync((AccountsDbContext db) => db.RolesOf(id).ToListAsync());
        Assert.That(page.Text, Does.Contain("Les rôles sont changés."));
        Assert.That(roles, Is.EqualTo(new[] { Roles.Committee }));
        Assert.That(
            journal.Of("account.roles-changed").Single().Details!.Values,
            Is.EqualTo(new[] { "Agent d’ÉcoNum", "Comité de labellisation", Reason })
        );
    }

    [Test]
    public async Task A_role_taken_away_is_gone_at_the_next_page()
    {
        await using var app = await App.StartAsync();
        var bastien = await app.BrowserAsync(Given.Bastien);
        var before = await bastien.GetAsync("/gestion/comptes");

        await app.SendAsync(
            new ChangeRoles.Command { AccountId = await Given.Bastien.EnsureAsync(app), Reason = Reason }
        );

        Assert.That((int)before.Status, Is.EqualTo(200));
        Assert.That((int)(await bastien.GetAsync("/gestion/comptes")).Status, Is.EqualTo(403));
    }

    [TestCase("roles")]
    [TestCase("fermer")]
    [TestCase("second-facteur")]
    public async Task Nobody_decides_on_their_own_account(string act)
    {
        await using var app = await App.StartAsync();
        var browser = await app.BrowserAsync(Given.Nadege);
        await app.BrowserAsync(new Person("autre@econum.example", Roles.Administrator));
        var id = await Given.Nadege.EnsureAsync(app);

        var page = await browser.SubmitAsync(
            await browser.GetAsync($"/gestion/comptes/{id}/{act}"),
            "main form",
            new() { ["Form.Reason"] = Reason }
        );

        var account = await app.AccountAsync(Given.Nadege.Email);
        Assert.That(page.Text, Does.Contain("nul ne décide de son propre compte"));
        Assert.That((account.State, account.TotpSince is null), Is.EqualTo(("ouvert", false)));
    }

    [Test]
    public async Task The_last_administrator_keeps_the_role_and_the_account()
    {
        await using var app = await App.StartAsync();
        var id = await Given.Nadege.EnsureAsync(app);
        // An invitation that nobody followed administers nothing.
        await app.SendAsync(
            new InvitePerson.Command
            {
                Name = "À venir",
                Email = "a.venir@econum.example",
                Role = Roles.Administrator,
            }
        );

        Assert.That(
            app.Refusals(new ChangeRoles.Command { AccountId = id, Reason = Reason }).Single(),
            Does.StartWith("C’est la dernière personne de l’administration")
        );
        Assert.That(
            app.Refusals(new CloseAccount.Command { AccountId = id, Reason = Reason }).Single(),
            Does.StartWith("C’est la dernière personne de l’administration")
        );
        await new Person("autre@econum.example", Roles.Administrator).EnsureAsync(app);
        Assert.DoesNotThrowAsync(() => app.SendAsync(new CloseAccount.Command { AccountId = id, Reason = Reason }));
    }

    [TestCase(false)]
    [TestCase(true)]
    public async Task Of_two_who_take_each_others_role_away_at_once_one_is_refused(bool isClosed)
    {
        var meanwhile = new Meanwhile();
        await using var app = await App.StartAsync(configure: s => s.AddSingleton<IInterceptor>(meanwhile));
        var other = new Person("autre@econum.example", Roles.Administrator);
        var (id, otherId) = (await Given.Nadege.EnsureAsync(app), await other.EnsureAsync(app));
        meanwhile.Act = () =>
            isClosed
                ? app.SendAsync(new CloseAccount.Command { AccountId = otherId, Reason = Reason })
                : app.SendAsync(new ChangeRoles.Command { AccountId = otherId, Reason = Reason });

        var refusals = app.Refusals(new ChangeRoles.Command { AccountId = id, Reason = Reason });

        Assert.That(refusals, Is.EqualTo(new[] { LastAdministrator.Meanwhile }));
        Assert.That(meanwhile.Act, Is.Null, "The other has acted.");
        Assert.That(
            await app.WithAsync((AccountsDbContext db) => db.RolesOf(id).ToListAsync()),
            Is.EqualTo(new[] { Roles.Administrator })
        );
        Assert.That((await app.AccountAsync(Given.Nadege.Email)).State, Is.EqualTo("ouvert"));
    }

    [Test]
    public async Task A_person_who_is_erased_is_not_brought_back()
    {
        await using var app = await App.StartAsync();
        var id = await Given.Joseph.EnsureAsync(app);
        var browser = await app.BrowserAsync(Given.Nadege);
        await app.WithAsync(
            (AccountErasure erasure) => erasure.EraseAsync(id, "Personne effacée 7F3A", "À sa demande", default)
        );

        Assert.That(
            app.Refusals(new ReopenAccount.Command(id)).Single(),
            Is.EqualTo("Cette personne est effacée\u00A0: invitez-la comme une nouvelle")
        );
        var page = await browser.GetAsync($"/gestion/comptes/{id}");
        Assert.That(page.Document.QuerySelector("a[href$='/rouvrir']"), Is.Null);
        Assert.That(page.Text, Does.Contain("Ce compte ne se rouvre pas"));
        // As one that was opened again before this was refused.
        await app.WithAsync(
            (AccountsDbContext db) =>
                db
                    .Accounts.Where(a => a.Id == id)
                    .ExecuteUpdateAsync(set =>
                        set.SetProperty(a => a.DisabledAt, (DateTime?)null)
                            .SetProperty(a => a.ActivatedAt, (DateTime?)null)
                    )
        );
        Assert.That(app.Refusals(new InviteAgain.Command(id)).Single(), Does.StartWith("Ce compte n’attend pas"));
    }

    [Test]
    public async Task A_reason_is_asked_for()
    {
        await using var app = await App.StartAsync();
        var id = await Given.Bastien.EnsureAsync(app);
        const string asked = "Indiquez le motif\u00A0: il reste dans le journal";

        Assert.Multiple(() =>
        {
            Assert.That(
                app.Refusals(new CloseAccount.Command { AccountId = id, Reason = " " }),
                Has.One.EqualTo(asked)
            );
            Assert.That(app.Refusals(new ChangeRoles.Command { AccountId = id }), Has.One.EqualTo(asked));
            Assert.That(app.Refusals(new ResetSecondFactor.Command { AccountId = id }), Has.One.EqualTo(asked));
        });
    }

    [Test]
    public async Task A_closed_account_is_out_at_once_and_those_who_keep_a_copy_hear_of_it()
    {
        await using var app = await App.StartAsync();
        var joseph = await app.BrowserAsync(Given.Joseph);
        var id = await Given.Joseph.EnsureAsync(app);
        var browser = await app.BrowserAsync(Given.Nadege);

        var page = await browser.SubmitAsync(
            await browser.GetAsync($"/gestion/comptes/{id}/fermer"),
            "main form",
            new() { ["Form.Reason"] = Reason }
        );

        var announced = app.Announced<AccountChanged>()[^1];
        Assert.Multiple(async () =>
        {
            Assert.That(page.Text, Does.Contain("Le compte est fermé").And.Contain(Reason));
            Assert.That((await joseph.GetAsync("/gestion")).Url, Does.Contain("/connexion"));
            Assert.That((announced.AccountId, announced.State), Is.EqualTo((id, "ferme")));
            Assert.That(announced.AffiliationIds, Has.Count.EqualTo(1));
        });
    }

    [Test]
    public async Task A_reopened_account_signs_in_anew_and_its_old_sessions_stay_ended()
    {
        await using var app = await App.StartAsync();
        var before = await app.BrowserAsync(Given.Joseph);
        var id = await Given.Joseph.EnsureAsync(app);
        await app.SendAsync(new CloseAccount.Command { AccountId = id, Reason = Reason });

        await app.SendAsync(new ReopenAccount.Command(id));

        Assert.That(app.Announced<AccountChanged>()[^1].State, Is.EqualTo("ouvert"));
        Assert.That((await before.GetAsync("/gestion")).Url, Does.Contain("/connexion"));
        Assert.DoesNotThrowAsync(() => app.BrowserAsync(Given.Joseph));
        Assert.That(app.Refusals(new ReopenAccount.Command(id)).Single(), Does.StartWith("Ce compte n’est pas"));
    }

    [Test]
    public async Task Closing_takes_back_the_invitations()
    {
        await using var app = await App.StartAsync();
        var id = await app.SendAsync(
            new InvitePerson.Command
            {
                Name = "Odile",
                Email = "odile@comite.example",
                Role = Roles.Committee,
            }
        );

        await app.SendAsync(new CloseAccount.Command { AccountId = id, Reason = Reason });
        await app.SendAsync(new ReopenAccount.Command(id));

        var link = await app.WithAsync((AccountsDbContext db) => db.Invitations(id).SingleAsync());
        Assert.That(link.IsGood(app.Clock.UtcNow), Is.False);
    }

    [Test]
    public async Task A_second_factor_is_reset_and_the_person_told()
    {
        await using var app = await App.StartAsync();
        var bastien = await app.BrowserAsync(Given.Bastien);
        var id = await Given.Bastien.EnsureAsync(app);
        await app.WithAsync(
            (AccountsDbContext db) =>
            {
                db.RecoveryCodes.Add(new RecoveryCode { AccountId = id, Hash = RecoveryCode.HashOf("un") });
                return db.SaveChangesAsync();
            }
        );

        await app.SendAsync(new ResetSecondFactor.Command { AccountId = id, Reason = "Téléphone perdu" });

        var account = await app.AccountAsync(Given.Bastien.Email);
        var codes = await app.WithAsync((AccountsDbContext db) => db.RecoveryCodes.CountAsync());
        var mail = (await app.MailsAsync()).Single();
        Assert.Multiple(async () =>
        {
            Assert.That((account.TotpKey, account.TotpSince, codes), Is.EqualTo(((string?)null, (DateTime?)null, 0)));
            Assert.That((await bastien.GetAsync("/gestion")).Url, Does.Contain("/connexion"));
            Assert.That(mail.TextBody, Does.Contain("second facteur a été réinitialisé par l’administration"));
        });
        Assert.That(
            app.Refusals(new ResetSecondFactor.Command { AccountId = id, Reason = "Encore" }).Single(),
            Does.StartWith("Ce compte n’a pas, ou plus, de second facteur")
        );
    }

    [Test]
    public async Task A_rectified_name_is_found_and_announced()
    {
        await using var app = await App.StartAsync();
        var id = await Given.Joseph.EnsureAsync(app);
        var browser = await app.BrowserAsync(Given.Nadege);

        await browser.SubmitAsync(
            await browser.GetAsync($"/gestion/comptes/{id}/nom"),
            "main form",
            new() { ["Form.Name"] = " Joséphine Wahéo " }
        );

        var found = await app.SendAsync(new ListAccounts.Query("josephine waheo", null, null, null, 1));
        Assert.That(found.Rows.Single().Name, Is.EqualTo("Joséphine Wahéo"));
        Assert.That(app.Announced<AccountChanged>()[^1].Name, Is.EqualTo("Joséphine Wahéo"));
        Assert.That(
            app.Refusals(new RectifyName.Command { AccountId = id, Name = "…" }),
            Is.EqualTo(new[] { "Indiquez le prénom et le nom" })
        );
    }

    /// <summary>Somebody else acts between what a command has checked and what it saves.</summary>
    private sealed class Meanwhile : SaveChangesInterceptor
    {
        public Func<Task>? Act { get; set; }

        public override async ValueTask<InterceptionResult<int>> SavingChangesAsync(
            DbContextEventData eventData,
            InterceptionResult<int> result,
            CancellationToken cancellationToken = default
        )
        {
            if (Act is { } act && eventData.Context is AccountsDbContext)
            {
                Act = null;
                await act();
            }

            return result;
        }
    }
}
