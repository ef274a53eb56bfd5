using CaseNumerique.Contracts.Accounts;
using CaseNumerique.Contracts.Network;
using CaseNumerique.Network.Data;
using CaseNumerique.Network.Features.Affiliations;
using CaseNumerique.TestKit;
using Microsoft.EntityFrameworkCore;
using NUnit.Framework;

namespace CaseNumerique.Network.Tests.Features.Affiliations;

public class KeepAccountStateTests
{
    [Test]
    public async Task A_new_address_reaches_the_affiliation_and_the_contact_once()
    {
        await using var app = await App.StartAsync();
        await app.SendAsync(Given.LesBanians);
        await app.SendAsync(Given.Access(ContactRole.Manager, "marie-rose@banians.example"));
        var id = (await app.AffiliationsAsync()).Single().Id;
        var accountId = Guid.NewGuid();
        var changed = new AccountChanged(accountId, 2, "Marie-Rose Téin", "mr@kone.example", "ouvert", [id]);

        await HearAsync(app, changed);
        await HearAsync(app, changed);

        var kept = (await app.AffiliationsAsync()).Single();
        var contact = await app.WithAsync((NetworkDbContext db) => db.Contacts.SingleAsync());
        Assert.Multiple(() =>
        {
            Assert.That((kept.AccountId, kept.AccountState), Is.EqualTo(((Guid?)accountId, "ouvert")));
            Assert.That((kept.PersonName, kept.Email), Is.EqualTo(("Marie-Rose Téin", "mr@kone.example")));
            Assert.That((contact.Name, contact.Email), Is.EqualTo(("Marie-Rose T.", "mr@kone.example")));
            Assert.That(app.Announced<EpnContactsChanged>(), Has.Count.EqualTo(2));
            Assert.That(app.Announced<EpnContactsChanged>()[^1].Contacts[0].Email, Is.EqualTo("mr@kone.example"));
        });
    }

    [Test]
    public async Task A_closed_account_moves_no_contact()
    {
        await using var app = await App.StartAsync();
        await app.SendAsync(Given.LesBanians);
        await app.SendAsync(Given.Access(ContactRole.Manager, "marie-rose@banians.example"));
        var id = (await app.AffiliationsAsync()).Single().Id;

        await HearAsync(
            app,
            new AccountChanged(Guid.NewGuid(), 2, "Personne effacée", "x@efface.invalid", "ferme", [id])
        );

        var contact = await app.WithAsync((NetworkDbContext db) => db.Contacts.SingleAsync());
        Assert.That(contact.Email, Is.EqualTo("marie-rose@banians.example"));
        Assert.That((await app.AffiliationsAsync()).Single().PersonName, Is.EqualTo("Personne effacée"));
    }

    [Test]
    public async Task A_closed_account_is_told_from_an_open_one()
    {
        await using var app = await App.StartAsync();
        await app.SendAsync(Given.LesBanians);
        await app.SendAsync(Given.Access(ContactRole.Facilitator, "jo@banians.example"));
        var id = (await app.AffiliationsAsync()).Single().Id;
        await HearAsync(app, new AccountChanged(Guid.NewGuid(), 3, "Jo P.", "jo@banians.example", "ferme", [id]));

        var page = await (await app.BrowserAsync("agent")).GetAsync("/gestion/reseau/les-banians");

        Assert.That(page.Document.QuerySelector("[aria-labelledby=acces]")!.TextContent, Does.Contain("Compte fermé"));
    }

    private static Task HearAsync(App app, AccountChanged notification) =>
        app.WithAsync(
            (NetworkDbContext db) => new KeepAccountState.Handler(db, app.Clock).Handle(notification, default)
        );
}
