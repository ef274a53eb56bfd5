using CaseNumerique.Contracts.Network;
using CaseNumerique.Network.Data;
using CaseNumerique.Network.Features.Epns;
using CaseNumerique.SharedKernel;
using CaseNumerique.TestKit;
using Microsoft.EntityFrameworkCore;
using NUnit.Framework;

namespace CaseNumerique.Network.Tests.Features.Epns;

public class RemoveContactTests
{
    [Test]
    public async Task A_person_is_removed_after_a_confirmation_and_the_others_are_announced()
    {
        await using var app = await StartAsync();
        var id = await IdAsync(app, ContactRole.Facilitator);
        var browser = await app.BrowserAsync(Roles.Manager, await app.EpnIdAsync());

        var page = await browser.SubmitAsync(
            await browser.GetAsync($"/gestion/reseau/les-banians/contacts/{id}/retirer"),
            "form.dialog",
            []
        );

        Assert.That(page.Text, Does.Contain("Jean-Yves K. ne fait plus partie des personnes à joindre."));
        Assert.That(
            app.Announced<EpnContactsChanged>()[^1].Contacts.Select(c => c.Name),
            Is.EqualTo(new[] { "Marie-Rose T." })
        );
    }

    [Test]
    public async Task The_last_manager_stays()
    {
        await using var app = await StartAsync();
        var id = await IdAsync(app, ContactRole.Manager);
        var browser = await app.BrowserAsync(Roles.Agent);

        var page = await browser.SubmitAsync(
            await browser.GetAsync($"/gestion/reseau/les-banians/contacts/{id}/retirer"),
            "form.dialog",
            []
        );

        Assert.That(page.Text, Does.Contain("Un espace garde au moins un gestionnaire"));
        Assert.That(await app.WithAsync((NetworkDbContext db) => db.Contacts.CountAsync()), Is.EqualTo(2));
    }

    private static async Task<App> StartAsync()
    {
        var app = await App.StartAsync();
        await app.SendAsync(Given.LesBanians);
        await app.SendAsync(
            new ChangeContact.Command
            {
                Slug = "les-banians",
                Role = ContactRole.Facilitator,
                Name = "Jean-Yves K.",
                Email = "jean-yves@banians.example",
            }
        );
        return app;
    }

    private static Task<Guid> IdAsync(App app, ContactRole role) =>
        app.WithAsync((NetworkDbContext db) => db.Contacts.Where(c => c.Role == role).Select(c => c.Id).SingleAsync());
}
