using System.Security.Claims;
using CaseNumerique.Accounts.Data;
using CaseNumerique.Accounts.Features.People;
using CaseNumerique.SharedKernel;
using CaseNumerique.TestKit;
using Microsoft.EntityFrameworkCore;
using NUnit.Framework;

namespace CaseNumerique.Accounts.Tests.Features.People;

internal sealed class InviteAgainTests
{
    private static readonly InvitePerson.Command _odile = new()
    {
        Name = "Odile Pourouda",
        Email = "odile@comite.example",
        Role = Roles.Committee,
    };

    [Test]
    public async Task A_new_link_goes_out_and_the_one_before_is_worth_nothing()
    {
        await using var app = await App.StartAsync();
        var id = await app.SendAsync(_odile);

        await app.SendAsync(new InviteAgain.Command(id));

        var links = await LinksAsync(app, id);
        Assert.That(links.Select(l => l.IsGood(app.Clock.UtcNow)), Is.EqualTo(new[] { false, true }));
        Assert.That(await app.MailsAsync(), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Who_has_activated_their_account_is_not_invited_again()
    {
        await using var app = await App.StartAsync();
        var id = await Given.Joseph.EnsureAsync(app);

        Assert.That(
            app.Refusals(new InviteAgain.Command(id)),
            Is.EqualTo(new[] { "Ce compte n’attend pas, ou plus, d’invitation" })
        );
    }

    [Test]
    public async Task An_invitation_is_taken_back_through_its_page()
    {
        await using var app = await App.StartAsync();
        var id = await app.SendAsync(_odile);
        var link = (await LinksAsync(app, id)).Single();
        var browser = await app.BrowserAsync(Given.Nadege);

        var page = await browser.SubmitAsync(
            await browser.GetAsync($"/gestion/comptes/{id}/invitations/{link.Id}/annuler"),
            "main form",
            []
        );

        Assert.That(page.Text, Does.Contain("L’invitation est annulée."));
        Assert.That((await LinksAsync(app, id)).Single().IsGood(app.Clock.UtcNow), Is.False);
        Assert.That(
            app.Refusals(new RevokeInvitation.Command(id, link.Id)).Single(),
            Does.StartWith("Cette invitation n’est plus valable")
        );
    }

    [Test]
    public async Task Nobody_takes_back_a_link_of_another_account()
    {
        await using var app = await App.StartAsync();
        var link = (await LinksAsync(app, await app.SendAsync(_odile))).Single();
        var other = await Given.Joseph.EnsureAsync(app);

        Assert.That(app.Refusals(new RevokeInvitation.Command(other, link.Id)), Is.Not.Empty);
    }

    [Test]
    public async Task An_invitation_without_an_answer_is_work_for_administrators_after_72_hours()
    {
        await using var app = await App.StartAsync();
        var id = await app.SendAsync(_odile);
        app.Clock.Advance(AccountLink.ActivationLife - TimeSpan.FromMinutes(1));
        var before = await TodoAsync(app, Roles.Administrator);
        app.Clock.Advance(TimeSpan.FromMinutes(1));

        var items = await TodoAsync(app, Roles.Administrator);

        Assert.Multiple(async () =>
        {
            Assert.That(before, Is.Empty);
            Assert.That(items.Single().Title, Is.EqualTo("Inviter de nouveau Odile Pourouda"));
            Assert.That(items.Single().Url, Is.EqualTo($"/gestion/comptes/{id}/inviter"));
            Assert.That(await TodoAsync(app, Roles.Agent), Is.Empty);
        });
        await app.SendAsync(new InviteAgain.Command(id));
        Assert.That(await TodoAsync(app, Roles.Administrator), Is.Empty);
    }

    [Test]
    public async Task Several_invitations_without_an_answer_lead_to_their_list()
    {
        await using var app = await App.StartAsync();
        await app.SendAsync(_odile);
        await app.SendAsync(_odile with { Name = "Paul", Email = "paul@comite.example" });
        app.Clock.Advance(AccountLink.ActivationLife);

        var item = (await TodoAsync(app, Roles.Administrator)).Single();
        var list = await app.SendAsync(new ListAccounts.Query(null, AccountWords.Forgotten, null, null, 1));

        Assert.That(item.Url, Is.EqualTo("/gestion/comptes?etat=expire"));
        Assert.That(list.Rows.Select(r => r.Name), Is.EqualTo(new[] { "Odile Pourouda", "Paul" }));
    }

    private static Task<List<AccountLink>> LinksAsync(App app, Guid id) =>
        app.WithAsync((AccountsDbContext db) => db.Invitations(id).AsNoTracking().OrderBy(l => l.Id).ToListAsync());

    private static Task<IReadOnlyList<TodoItem>> TodoAsync(App app, string role) =>
        app.WithAsync(
            (IEnumerable<ITodoSource> sources) =>
                sources
                    .OfType<InviteAgain.Todo>()
                    .Single()
                    .ForAsync(new ClaimsPrincipal(new ClaimsIdentity([new(ClaimTypes.Role, role)])), default)
        );
}
