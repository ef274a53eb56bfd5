using System.Net;
using CaseNumerique.Contracts.Network;
using CaseNumerique.Network.Data;
using CaseNumerique.Network.Features.Epns;
using CaseNumerique.SharedKernel;
using CaseNumerique.TestKit;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using NUnit.Framework;

namespace CaseNumerique.Network.Tests.Features.Epns;

public class ChangeContactTests
{
    private static readonly ChangeContact.Command _facilitator = new()
    {
        Slug = "les-banians",
        Role = ContactRole.Facilitator,
        Name = "Jean-Yves K.",
        Email = "jean-yves@banians.example",
    };

    [Test]
    public async Task Somebody_not_signed_in_is_asked_to()
    {
        await using var app = await App.StartAsync();
        await app.SendAsync(Given.LesBanians);

        var page = await app.Anonymous().GetAsync("/gestion/reseau/les-banians/contacts");

        Assert.That(page.Url, Does.Contain("/connexion"));
    }

    [Test]
    public async Task A_person_added_is_announced_with_all_the_others_under_a_new_revision()
    {
        await using var app = await App.StartAsync();
        await app.SendAsync(Given.LesBanians);

        await app.SendAsync(_facilitator);

        var announced = app.Announced<EpnContactsChanged>()[^1];
        Assert.Multiple(() =>
        {
            Assert.That(announced.Revision, Is.EqualTo(2));
            Assert.That(announced.Contacts.Select(c => c.Role), Is.EquivalentTo(new[] { "gestionnaire", "animateur" }));
            Assert.That(announced.Contacts.Select(c => c.ContactId), Is.Unique.And.None.EqualTo(Guid.Empty));
        });
    }

    [Test]
    public async Task An_address_is_corrected_through_the_page()
    {
        await using var app = await App.StartAsync();
        await app.SendAsync(Given.LesBanians with { ManagerEmail = null });
        var id = await ManagerIdAsync(app);
        var browser = await app.BrowserAsync(Roles.Agent);
        var form = await browser.GetAsync($"/gestion/reseau/les-banians/contacts/{id}");

        var page = await browser.SubmitAsync(
            form,
            "main form",
            new() { ["Form.Email"] = " retrouvee@banians.example " }
        );

        var contact = await app.WithAsync((NetworkDbContext db) => db.Contacts.SingleAsync());
        Assert.Multiple(() =>
        {
            Assert.That(page.Text, Does.Contain("Les contacts sont à jour."));
            Assert.That((contact.Id, contact.Email), Is.EqualTo((id, "retrouvee@banians.example")));
            Assert.That(contact.Phone, Is.EqualTo("+687751234"));
        });
    }

    [Test]
    public async Task A_space_keeps_at_least_one_manager()
    {
        await using var app = await App.StartAsync();
        await app.SendAsync(Given.LesBanians);
        var command = _facilitator with { ContactId = await ManagerIdAsync(app) };

        var refused = Assert.ThrowsAsync<ValidationException>(() => app.SendAsync(command));

        Assert.That(refused!.Errors.Single().ErrorMessage, Does.StartWith("Un espace garde au moins un gestionnaire"));
    }

    [Test]
    public async Task A_person_of_another_space_is_not_touched()
    {
        await using var app = await App.StartAsync();
        await app.SendAsync(Given.LesBanians);
        await app.SendAsync(Given.Emeraude);
        var stranger = await app.WithAsync(
            (NetworkDbContext db) =>
                db.Epns.Where(e => e.Slug != "les-banians").Select(e => e.Contacts.First().Id).SingleAsync()
        );
        var browser = await app.BrowserAsync(Roles.Agent);

        var page = await browser.GetAsync($"/gestion/reseau/les-banians/contacts/{stranger}");

        Assert.That(page.Status, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.ThrowsAsync<ValidationException>(() => app.SendAsync(_facilitator with { ContactId = stranger }));
    }

    [Test]
    public async Task A_change_on_top_of_an_unseen_one_is_refused()
    {
        await using var app = await App.StartAsync();
        await app.SendAsync(Given.LesBanians);

        var refused = await app.WithAsync(
            async (NetworkDbContext db) =>
            {
                await db.Epns.Include(e => e.Contacts).SingleAsync();
                await app.SendAsync(_facilitator);
                return Assert.ThrowsAsync<ValidationException>(() =>
                    new ChangeContact.Handler(db, app.Clock).Handle(_facilitator, CancellationToken.None)
                );
            }
        );

        Assert.That(refused!.Errors.Single().ErrorMessage, Does.Contain("par quelqu’un d’autre"));
    }

    private static Task<Guid> ManagerIdAsync(App app) =>
        app.WithAsync((NetworkDbContext db) => db.Contacts.Select(c => c.Id).SingleAsync());
}
