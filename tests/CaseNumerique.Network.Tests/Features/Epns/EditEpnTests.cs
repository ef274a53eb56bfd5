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

public class EditEpnTests
{
    private const string Url = "/gestion/reseau/les-banians/modifier";

    [Test]
    public async Task Its_people_change_its_facts_but_not_its_name()
    {
        await using var app = await StartAsync();
        var browser = await app.BrowserAsync(Roles.Manager, await app.EpnIdAsync());
        var form = await browser.GetAsync(Url);

        var page = await browser.SubmitAsync(form, "main form", new() { ["Form.OpeningHours"] = "Lundi : 8 h – 11 h" });

        var epn = await app.WithAsync((NetworkDbContext db) => db.Epns.SingleAsync());
        Assert.Multiple(() =>
        {
            Assert.That(form.Document.QuerySelector("[name='Form.Name']"), Is.Null);
            Assert.That(page.Text, Does.Contain("La fiche est à jour.").And.Contain("Lundi"));
            Assert.That((epn.Name, epn.Slug), Is.EqualTo(("Les Banians", "les-banians")));
            // What was not touched stays.
            Assert.That((epn.Address, epn.Phone), Is.EqualTo(("Quartier de la gare routière", "+687471234")));
            Assert.That(epn.Revision, Is.EqualTo(2));
        });
    }

    [Test]
    public async Task A_name_posted_by_its_people_is_not_read()
    {
        await using var app = await StartAsync();
        var browser = await app.BrowserAsync(Roles.Manager, await app.EpnIdAsync());

        var page = await browser.PostAsync(
            await browser.GetAsync(Url),
            new() { ["Form.Name"] = "Renommé", ["Form.Revision"] = "1" }
        );

        Assert.That(page.Text, Does.Contain("La fiche est à jour."));
        Assert.That(
            await app.WithAsync((NetworkDbContext db) => db.Epns.Select(e => e.Name).SingleAsync()),
            Is.EqualTo("Les Banians")
        );
    }

    [Test]
    public async Task An_animator_changes_them_only_when_allowed_to()
    {
        await using var app = await StartAsync();
        var epnId = await app.EpnIdAsync();
        var only = await app.BrowserAsync(Roles.Facilitator, epnId);
        var delegated = await app.BrowserAsync(
            new Person("deleguee@banians.example", Roles.Facilitator) { EpnIds = [epnId], CanEdit = true }
        );

        Assert.That((await only.GetAsync("/gestion/reseau/les-banians")).Status, Is.EqualTo(HttpStatusCode.OK));
        Assert.That((await only.GetAsync(Url)).Status, Is.EqualTo(HttpStatusCode.Forbidden));
        Assert.That((await delegated.GetAsync(Url)).Status, Is.EqualTo(HttpStatusCode.OK));
    }

    [Test]
    public async Task A_new_name_is_announced_and_reaches_every_copy()
    {
        await using var app = await StartAsync();
        await app.SendAsync(Given.Access(ContactRole.Facilitator, "jo@banians.example"));
        await app.DispatchAsync();
        var browser = await app.BrowserAsync(Roles.Agent);

        await browser.SubmitAsync(await browser.GetAsync(Url), "main form", new() { ["Form.Name"] = "Les Kaoris" });
        await app.DispatchAsync();

        Assert.That(app.Announced<EpnChanged>().Single().Name, Is.EqualTo("Les Kaoris"));
        Assert.That(app.Announced<AffiliationChanged>()[^1].EpnName, Is.EqualTo("Les Kaoris"));
        var page = await browser.GetAsync("/gestion/labellisation/labels/nouveau");
        Assert.That(page.Text, Does.Contain("Les Kaoris, Koné"));
    }

    [Test]
    public async Task A_name_taken_in_the_commune_is_refused()
    {
        await using var app = await StartAsync();
        await app.SendAsync(Given.LesBanians with { Name = "Les Kaoris" });

        var refused = Assert.ThrowsAsync<ValidationException>(() =>
            app.SendAsync(
                new EditEpn.Command
                {
                    Slug = "les-banians",
                    Name = "les kaoris",
                    Revision = 1,
                }
            )
        );

        Assert.That(refused!.Errors.Single().ErrorMessage, Is.EqualTo(EditEpnValidator.NameTaken));
    }

    [Test]
    public async Task Two_versions_are_shown_in_words_and_the_second_sending_stands()
    {
        await using var app = await StartAsync();
        var browser = await app.BrowserAsync(Roles.Agent);
        var form = await browser.GetAsync(Url);
        await app.SendAsync(
            new EditEpn.Command
            {
                Slug = "les-banians",
                Address = "Derrière la mairie",
                Revision = 1,
            }
        );

        var compared = await browser.SubmitAsync(form, "main form", new() { ["Form.Address"] = "Face au marché" });
        var rows = compared
            .Document.QuerySelectorAll("table tbody tr")
            .Select(r => string.Join(" | ", r.Children.Select(c => c.TextContent)));
        var page = await browser.SubmitAsync(compared, "main form", []);

        Assert.Multiple(() =>
        {
            Assert.That(rows, Does.Contain("Adresse | Derrière la mairie | Face au marché"));
            Assert.That(rows, Does.Contain("Téléphone | rien | +687471234"));
            Assert.That(page.Text, Does.Contain("La fiche est à jour.").And.Contain("Face au marché"));
        });
    }

    private static async Task<App> StartAsync()
    {
        var app = await App.StartAsync();
        await app.SendAsync(Given.LesBanians);
        return app;
    }
}
