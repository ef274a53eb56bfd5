using System.Security.Claims;
using CaseNumerique.Accounts.Access;
using CaseNumerique.Accounts.Data;
using CaseNumerique.Accounts.Features.Delegations;
using CaseNumerique.Accounts.Features.People;
using CaseNumerique.Accounts.Tests.Features.People;
using CaseNumerique.Contracts.Accounts;
using CaseNumerique.SharedKernel;
using CaseNumerique.TestKit;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NUnit.Framework;

namespace CaseNumerique.Accounts.Tests.Features.Delegations;

internal sealed class DelegationTests
{
    private static readonly Guid _epn = Guid.NewGuid();

    private static readonly Person _joseph = Given.Joseph with { EpnIds = [_epn] };

    private static readonly Person _helene = new("helene@epn.example", Roles.Facilitator)
    {
        Name = "Hélène Poadja",
        EpnIds = [_epn],
    };

    private App _app = null!;
    private Guid _from;
    private Guid _to;

    private SetDelegation.Command Week =>
        new()
        {
            FromId = _from,
            ToId = _to,
            StartsOn = _app.Clock.Today.AddDays(1),
            EndsOn = _app.Clock.Today.AddDays(7),
            Reason = "Congé",
        };

    [SetUp]
    public async Task StartAsync()
    {
        _app = await App.StartAsync();
        _from = await _joseph.EnsureAsync(_app);
        _to = await _helene.EnsureAsync(_app);
    }

    [TearDown]
    public async Task StopAsync() => await _app.DisposeAsync();

    [Test]
    public async Task A_manager_names_a_colleague_and_both_are_told()
    {
        var browser = await _app.BrowserAsync(_joseph);

        var page = await browser.SubmitAsync(
            await browser.GetAsync("/mon-compte/delegations/nouvelle"),
            "main form",
            new()
            {
                ["Form.ToId"] = _to.ToString(),
                ["Form.EndsOn"] = "2026-12-01",
                ["Form.Reason"] = "Congé",
            }
        );

        var mails = await _app.MailsAsync();
        Assert.Multiple(() =>
        {
            Assert.That(page.Text, Does.Contain("Le remplacement est noté.").And.Contain("Hélène Poadja"));
            Assert.That(page.Text, Does.Contain("En cours"));
            Assert.That(
                mails.Select(m => (m.To.Mailboxes.Single().Address, m.Subject)),
                Is.EquivalentTo(
                    new[]
                    {
                        (_joseph.Email, "Quelqu’un vous remplace sur Case numérique"),
                        (_helene.Email, "Vous remplacez quelqu’un sur Case numérique"),
                    }
                )
            );
            Assert.That(mails[0].TextBody!.ReplaceLineEndings(" "), Does.Contain("Congé"));
        });
    }

    [Test]
    public async Task The_rights_come_on_the_first_day_and_go_after_the_last()
    {
        await _app.SendAsync(Week);
        var days = new List<(bool MayEdit, int Answerable)>();
        foreach (var day in new[] { 0, 1, 7, 8 })
        {
            _app.Clock.AdvanceTo(new DateOnly(2026, 11, 24).AddDays(day));
            var helene = await PersonAsync(_helene);
            days.Add((helene.MayEdit(_epn), Answerable(helene).Count));
        }

        Assert.That(days, Is.EqualTo(new[] { (false, 1), (true, 2), (true, 2), (false, 1) }));
    }

    [Test]
    public async Task The_one_who_stands_in_answers_for_both()
    {
        await _app.SendAsync(Week with { StartsOn = _app.Clock.Today });

        var helene = await PersonAsync(_helene);

        Assert.That(Answerable(helene), Is.EquivalentTo(new[] { _from, _to }));
        Assert.That(helene.IsInRole(Roles.Manager), Is.True);
    }

    [Test]
    public async Task Each_page_says_whom_one_stands_in_for_and_until_when()
    {
        await _app.SendAsync(Week with { StartsOn = _app.Clock.Today });
        var browser = await _app.BrowserAsync(_helene);

        var page = await browser.GetAsync("/espaces");

        Assert.That(page.Text, Does.Contain("Vous remplacez Joseph Waheo jusqu’au 1er décembre 2026 inclus."));
    }

    [Test]
    public async Task The_rights_go_at_once_when_it_is_ended()
    {
        await _app.SendAsync(Week with { StartsOn = _app.Clock.Today });
        var id = await _app.WithAsync((AccountsDbContext db) => db.Delegations.Select(d => d.Id).SingleAsync());
        var browser = await _app.BrowserAsync(_joseph);

        var page = await browser.SubmitAsync(
            await browser.GetAsync($"/mon-compte/delegations/{id}/fin"),
            "main form",
            []
        );

        Assert.Multiple(async () =>
        {
            Assert.That(page.Text, Does.Contain("Le remplacement est terminé."));
            Assert.That((await PersonAsync(_helene)).MayEdit(_epn), Is.False);
            Assert.That(_app.Announced<DelegationEnded>().Single().DelegationId, Is.EqualTo(id));
            Assert.That(
                (await _app.MailsAsync()).Select(m => m.Subject),
                Has.Exactly(2).EqualTo("Votre remplacement est terminé")
            );
            Assert.That(
                _app.Refusals(new EndDelegation.Command(id)),
                Is.EqualTo(new[] { "Ce remplacement est déjà terminé" })
            );
        });
    }

    [Test]
    public async Task The_rights_go_at_once_when_the_account_of_the_absent_is_closed()
    {
        await _app.SendAsync(Week with { StartsOn = _app.Clock.Today });
        var before = (await PersonAsync(_helene)).MayEdit(_epn);

        await _app.SendAsync(new CloseAccount.Command { AccountId = _from, Reason = "Départ" });

        Assert.That((before, (await PersonAsync(_helene)).MayEdit(_epn)), Is.EqualTo((true, false)));
    }

    [Test]
    public async Task What_was_handed_over_is_not_handed_on()
    {
        var third = new Person("tiers@epn.example", Roles.Manager) { EpnIds = [Guid.NewGuid()] };
        var elsewhere = third.EpnIds.Single();
        await third.EnsureAsync(_app);
        await _app.WithAsync(
            (AccountsDbContext db) =>
            {
                db.Delegations.Add(
                    new Delegation
                    {
                        FromId = db.Accounts.Single(a => a.Email == third.Email).Id,
                        ToId = _from,
                        StartsOn = _app.Clock.Today,
                        EndsOn = _app.Clock.Today,
                        Reason = "Mission",
                        CreatedAt = _app.Clock.UtcNow,
                    }
                );
                return db.SaveChangesAsync();
            }
        );

        await _app.SendAsync(Week with { StartsOn = _app.Clock.Today });

        Assert.That((await PersonAsync(_joseph)).MaySee(elsewhere), Is.True);
        Assert.That((await PersonAsync(_helene)).MaySee(elsewhere), Is.False);
    }

    [Test]
    public async Task Not_to_oneself_nor_to_a_stranger_nor_from_nothing()
    {
        var stranger = await new Person("loin@epn.example", Roles.Manager).EnsureAsync(_app);
        const string refusal = "Cette personne ne peut pas recevoir ces droits\u00A0: choisissez dans la liste";

        Assert.Multiple(() =>
        {
            Assert.That(_app.Refusals(Week with { ToId = _from }), Is.EqualTo(new[] { refusal }));
            Assert.That(_app.Refusals(Week with { ToId = stranger }), Is.EqualTo(new[] { refusal }));
            Assert.That(_app.Refusals(Week with { FromId = _to, ToId = _from }), Is.EqualTo(new[] { refusal }));
        });
    }

    [Test]
    public async Task The_same_two_do_not_overlap()
    {
        await _app.SendAsync(Week);

        Assert.That(
            _app.Refusals(Week with { StartsOn = Week.EndsOn, EndsOn = Week.EndsOn }).Single(),
            Does.StartWith("Cette personne assure déjà ce remplacement")
        );
        Assert.DoesNotThrowAsync(() =>
            _app.SendAsync(
                Week with
                {
                    StartsOn = Week.EndsOn!.Value.AddDays(1),
                    EndsOn = Week.EndsOn.Value.AddDays(1),
                }
            )
        );
    }

    [TestCase(-1, 5, "Commencez aujourd’hui ou plus tard")]
    [TestCase(5, 4, "Le dernier jour ne peut pas précéder le premier")]
    [TestCase(0, 60, "Un remplacement dure 60 jours au plus")]
    public void Days_are_in_order_and_sixty_at_most(int first, int last, string refusal) =>
        Assert.That(
            _app.Refusals(
                Week with
                {
                    StartsOn = _app.Clock.Today.AddDays(first),
                    EndsOn = _app.Clock.Today.AddDays(last),
                }
            ),
            Is.EqualTo(new[] { refusal })
        );

    [Test]
    public async Task A_role_of_EcoNum_goes_only_to_somebody_with_a_second_factor()
    {
        var agent = await Given.Bastien.EnsureAsync(_app);
        var without = await new Person("odile@comite.example", Roles.Committee).EnsureAsync(_app);
        var with = await Given.Nadege.EnsureAsync(_app);

        Assert.That(
            _app.Refusals(Week with { FromId = agent, ToId = without }).Single(),
            Does.StartWith("Cette personne n’a pas de second facteur")
        );
        Assert.DoesNotThrowAsync(() => _app.SendAsync(Week with { FromId = agent, ToId = with }));
    }

    [Test]
    public async Task An_administrator_sets_one_for_somebody_who_is_away_and_ends_it()
    {
        var browser = await _app.BrowserAsync(Given.Nadege);
        await browser.SubmitAsync(
            await browser.GetAsync($"/gestion/comptes/{_from}/remplacement"),
            "main form",
            new()
            {
                ["Form.ToId"] = _to.ToString(),
                ["Form.EndsOn"] = "2026-12-01",
                ["Form.Reason"] = "Maladie",
            }
        );
        var list = await browser.GetAsync("/gestion/comptes/delegations");
        var end = list.Document.QuerySelector("tbody a")!.GetAttribute("href")!;

        var page = await browser.SubmitAsync(await browser.GetAsync(end), "main form", []);

        Assert.That(list.Text, Does.Contain("Joseph Waheo Maladie Hélène Poadja"));
        Assert.That(page.Url, Does.EndWith("/gestion/comptes/delegations"));
        Assert.That(page.Text, Does.Contain("Aucun remplacement en cours ni à venir"));
    }

    [Test]
    public async Task An_administrator_by_stand_in_hands_nothing_on_and_decides_nothing_on_the_absent()
    {
        var nadege = await Given.Nadege.EnsureAsync(_app);
        var bastien = await Given.Bastien.EnsureAsync(_app);
        var other = await new Person("autre@econum.example", Roles.Administrator).EnsureAsync(_app);
        await _app.SendAsync(Week with { FromId = nadege, ToId = bastien, StartsOn = _app.Clock.Today });
        var browser = await _app.BrowserAsync(Given.Bastien);

        var handedOn = await browser.SubmitAsync(
            await browser.GetAsync($"/gestion/comptes/{nadege}/remplacement"),
            "main form",
            new()
            {
                ["Form.ToId"] = other.ToString(),
                ["Form.EndsOn"] = "2026-12-01",
                ["Form.Reason"] = "Encore",
            }
        );
        var closed = await browser.SubmitAsync(
            await browser.GetAsync($"/gestion/comptes/{nadege}/fermer"),
            "main form",
            new() { ["Form.Reason"] = "Moi seul" }
        );

        Assert.That(handedOn.Text, Does.Contain("ne se confient pas plus loin"));
        Assert.That(closed.Text, Does.Contain("ni de celui qu’il remplace"));
    }

    [Test]
    public async Task Somebody_else_finds_neither_the_list_nor_the_end()
    {
        await _app.SendAsync(Week);
        var id = await _app.WithAsync((AccountsDbContext db) => db.Delegations.Select(d => d.Id).SingleAsync());
        var browser = await _app.BrowserAsync(new Person("loin@epn.example", Roles.Manager));

        var end = await browser.GetAsync($"/mon-compte/delegations/{id}/fin");
        var all = await browser.GetAsync("/gestion/comptes/delegations");
        var own = await browser.GetAsync("/mon-compte/delegations");
        var nobody = await browser.GetAsync("/mon-compte/delegations/nouvelle");

        Assert.That(((int)end.Status, (int)all.Status), Is.EqualTo((404, 403)));
        Assert.That(own.Text, Does.Contain("Aucun remplacement"));
        Assert.That(nobody.Text, Does.Contain("Personne à qui confier vos droits"));
    }

    private static IReadOnlyCollection<Guid> Answerable(ClaimsPrincipal person) =>
        new CurrentUser(
            new HttpContextAccessor { HttpContext = new DefaultHttpContext { User = person } }
        ).AnswerableIds;

    /// <summary>Who a session of this person's is at this moment.</summary>
    private async Task<ClaimsPrincipal> PersonAsync(Person person)
    {
        var id = await person.EnsureAsync(_app);
        await using var scope = _app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AccountsDbContext>();
        var now = _app.Clock.UtcNow;
        var session = new Session
        {
            AccountId = id,
            DeviceId = Guid.NewGuid(),
            DeviceName = "Firefox",
            Address = "127.0.0.1",
            Method = SignInMethod.Password,
            StartedAt = now,
            LastSeenAt = now,
        };
        db.Sessions.Add(session);
        await db.SaveChangesAsync();
        return (await scope.ServiceProvider.GetRequiredService<SessionPerson>().OfAsync(session.Id, default))!;
    }
}
