using CaseNumerique.Contracts.Network;
using CaseNumerique.Network.Data;
using CaseNumerique.Network.Features.PersonalData;
using CaseNumerique.SharedKernel;
using CaseNumerique.TestKit;
using Microsoft.EntityFrameworkCore;
using NUnit.Framework;

namespace CaseNumerique.Network.Tests.Features.PersonalData;

public class NetworkPersonalDataTests
{
    private const string Email = "marie-rose@banians.example";
    private static readonly PersonKey _person = new(null, "Marie-Rose@banians.example", "Marie-Rose T.");

    [Test]
    public async Task What_is_kept_is_read()
    {
        await using var app = await StartAsync();

        var records = await app.WithAsync((NetworkDbContext db) => Of(db, app).ReadAsync(_person, default));

        Assert.That(
            records.Select(r => $"{r.Kind}: {string.Join(", ", r.Facts.Select(f => f.Value))}"),
            Is.EqualTo(
                new[]
                {
                    $"Affiliation: Les Banians, Gestionnaire, Marie-Rose T., {Email}, à partir du 24\u00A0novembre\u00A02026",
                    $"Personne à joindre: Les Banians, gestionnaire, Marie-Rose T., {Email}, 75\u00A012\u00A034",
                    $"Courriel d’un espace: Les Banians, {Email}",
                }
            )
        );
    }

    [Test]
    public async Task After_an_erasure_neither_name_nor_address_is_left()
    {
        await using var app = await StartAsync();

        await app.WithAsync((NetworkDbContext db) => Of(db, app).EraseAsync(_person, "Personne effacée 7F3A", default));

        var left = await app.WithAsync(
            async (NetworkDbContext db) =>
                (
                    Epn: await db.Epns.AsNoTracking().SingleAsync(),
                    Contact: await db.Contacts.AsNoTracking().SingleAsync(),
                    Affiliation: await db.Affiliations.AsNoTracking().SingleAsync()
                )
        );
        Assert.Multiple(() =>
        {
            Assert.That(left.Epn.Email, Is.Null);
            Assert.That(left.Contact.Name, Is.EqualTo("Personne effacée 7F3A"));
            Assert.That((left.Contact.Email, left.Contact.Phone), Is.EqualTo(((string?)null, (string?)null)));
            Assert.That(left.Affiliation.PersonName, Is.EqualTo("Personne effacée 7F3A"));
            Assert.That(left.Affiliation.Email, Is.Null);
            Assert.That(left.Affiliation.IsOverOn(app.Clock.Today), Is.True);
            Assert.That(app.Announced<EpnContactsChanged>()[^1].Contacts.Single().Email, Is.Null);
        });
        Assert.That(await app.WithAsync((NetworkDbContext db) => Of(db, app).ReadAsync(_person, default)), Is.Empty);
    }

    [Test]
    public async Task Others_are_left_alone()
    {
        await using var app = await StartAsync();
        var stranger = new PersonKey(Guid.NewGuid(), "autre@banians.example", "Marie-Rose T.");

        await app.WithAsync((NetworkDbContext db) => Of(db, app).EraseAsync(stranger, "Personne effacée", default));

        Assert.That((await app.AffiliationsAsync()).Single().Email, Is.EqualTo(Email));
    }

    private static NetworkPersonalData Of(NetworkDbContext db, App app) => new(db, app.Clock);

    private static async Task<App> StartAsync()
    {
        var app = await App.StartAsync();
        await app.SendAsync(Given.LesBanians with { Email = Email });
        await app.SendAsync(Given.Access(ContactRole.Manager, Email, "Marie-Rose T."));
        return app;
    }
}
