using System.Net;
using CaseNumerique.Contracts.Resources;
using CaseNumerique.Resources.Data;
using CaseNumerique.Resources.Features.Kits;
using CaseNumerique.SharedKernel;
using CaseNumerique.TestKit;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using NUnit.Framework;

namespace CaseNumerique.Resources.Tests.Features.Kits;

internal sealed class PublishKitTests
{
    private const string Url = "/gestion/ateliers/nouveau";

    [TestCase(Roles.Committee)]
    [TestCase(Roles.Manager)]
    [TestCase(Roles.Facilitator)]
    public async Task Only_EcoNum_may_publish(string role)
    {
        await using var app = await App.StartAsync();
        var browser = await app.BrowserAsync(role);

        var page = await browser.GetAsync(Url);

        Assert.That(page.Status, Is.EqualTo(HttpStatusCode.Forbidden));
    }

    [Test]
    public async Task Nobody_in_particular_is_asked_to_sign_in()
    {
        await using var app = await App.StartAsync();

        var page = await app.Anonymous().GetAsync(Url);

        Assert.That(page.Url, Does.Contain("/connexion"));
    }

    [Test]
    public async Task A_kit_is_saved_with_its_steps()
    {
        await using var app = await App.StartAsync();

        await app.SendAsync(Kits.Good);

        var kit = await app.WithAsync((ResourcesDbContext db) => db.Kits.Include(k => k.Steps).SingleAsync());
        Assert.Multiple(() =>
        {
            Assert.That(kit.Slug, Is.EqualTo("video-le-clonage"));
            Assert.That(kit.Objectives, Is.EqualTo("filmer\nmonter"));
            Assert.That(kit.LicenceCode, Is.EqualTo("CC BY-SA 4.0"));
            Assert.That(kit.PublishedOn, Is.EqualTo(new DateOnly(2026, 11, 24)));
            Assert.That(kit.SearchText, Does.Contain("video le clonage").And.Contain("meme personne"));
            Assert.That(
                kit.Steps.OrderBy(s => s.Number).Select(s => (s.Minutes, s.Title)),
                Is.EqualTo([(20, "Filmer"), (40, "Monter")])
            );
        });
    }

    [Test]
    public async Task A_kit_is_announced()
    {
        await using var app = await App.StartAsync();

        await app.SendAsync(Kits.Good);

        var kit = await app.WithAsync((ResourcesDbContext db) => db.Kits.SingleAsync());
        var expected = new KitPublished(kit.Id, kit.Title, kit.Slug, null, kit.PublishedOn);
        Assert.That(app.Announced<KitPublished>(), Is.EqualTo([expected]));
    }

    [Test]
    public async Task Steps_that_miss_the_announced_duration_are_refused()
    {
        await using var app = await App.StartAsync();

        var refused = Assert.ThrowsAsync<ValidationException>(() => app.SendAsync(Kits.Good with { Minutes = 90 }));

        Assert.That(
            refused!.Errors.Single().ErrorMessage,
            Is.EqualTo("Les étapes durent 1 h en tout, pour 1 h 30 annoncées : l’écart ne dépasse pas 10 %")
        );
    }

    [Test]
    public async Task A_second_kit_of_the_same_title_is_refused()
    {
        await using var app = await App.StartAsync();
        await app.SendAsync(Kits.Good);

        var refused = Assert.ThrowsAsync<ValidationException>(() =>
            app.SendAsync(Kits.Good with { Title = "VIDEO, le clonage" })
        );

        Assert.That(refused!.Errors.Single().ErrorMessage, Does.StartWith("Un atelier porte déjà ce titre"));
    }

    [Test]
    public async Task A_closed_epn_writes_no_kit()
    {
        await using var app = await App.StartAsync();
        var epn = new Epn
        {
            Id = Guid.CreateVersion7(),
            Name = "Les Banians",
            Slug = "les-banians",
            Commune = "Koné",
            Revision = 1,
            IsClosed = true,
        };
        await app.WithAsync((ResourcesDbContext db) => db.Add(epn).Context.SaveChangesAsync());

        var refused = Assert.ThrowsAsync<ValidationException>(() =>
            app.SendAsync(Kits.Good with { AuthorId = epn.Id })
        );

        Assert.That(refused!.Errors.Single().PropertyName, Is.EqualTo(nameof(PublishKit.Command.AuthorId)));
    }

    [Test]
    public async Task An_empty_form_says_all_that_is_missing()
    {
        await using var app = await App.StartAsync();

        var refused = Assert.ThrowsAsync<ValidationException>(() => app.SendAsync(new PublishKit.Command()));

        Assert.That(
            refused!.Errors.Select(e => e.PropertyName),
            Is.EquivalentTo([
                "Title",
                "Summary",
                "Objectives",
                "Audience",
                "MinPeople",
                "MaxPeople",
                "Minutes",
                "Steps",
            ])
        );
    }

    [Test]
    public async Task The_form_publishes_and_opens_the_kit()
    {
        await using var app = await App.StartAsync();
        var browser = await app.BrowserAsync(Roles.Agent);

        var page = await browser.SubmitAsync(await browser.GetAsync(Url), "main form", Typed());

        Assert.That(page.Url, Does.EndWith("/ateliers/video-le-clonage"));
        Assert.That(page.Document.QuerySelector(".note.ok")?.TextContent, Does.Contain("L’atelier est publié"));
    }

    [Test]
    public async Task A_refusal_names_the_line_and_keeps_what_was_typed()
    {
        await using var app = await App.StartAsync();
        var browser = await app.BrowserAsync(Roles.Agent);
        var typed = Typed();
        typed["Form.Steps"] = "20 | Filmer\nvingt | Monter";

        var page = await browser.SubmitAsync(await browser.GetAsync(Url), "main form", typed);

        Assert.Multiple(() =>
        {
            Assert.That(page.Document.QuerySelector("#Form_Steps-e")?.TextContent, Does.Contain("Ligne 2"));
            Assert.That(page.Document.QuerySelector("#Form_Steps")?.TextContent, Does.Contain("vingt | Monter"));
            Assert.That(
                page.Document.QuerySelector("#Form_Title")?.GetAttribute("value"),
                Is.EqualTo("Vidéo : le clonage")
            );
        });
    }

    [Test]
    public async Task A_number_that_cannot_be_read_publishes_nothing()
    {
        await using var app = await App.StartAsync();
        var browser = await app.BrowserAsync(Roles.Agent);
        var typed = Typed();
        typed["Form.Minutes"] = "une heure";

        var page = await browser.SubmitAsync(await browser.GetAsync(Url), "main form", typed);

        Assert.That(page.Document.QuerySelector("#Form_Minutes-e"), Is.Not.Null);
        Assert.That(await app.WithAsync((ResourcesDbContext db) => db.Kits.CountAsync()), Is.Zero);
    }

    private static Dictionary<string, string> Typed() =>
        new()
        {
            ["Form.Title"] = Kits.Good.Title!,
            ["Form.Summary"] = Kits.Good.Summary!,
            ["Form.Objectives"] = Kits.Good.Objectives!,
            ["Form.Audience"] = Kits.Good.Audience!,
            ["Form.MinPeople"] = "4",
            ["Form.MaxPeople"] = "12",
            ["Form.Minutes"] = "60",
            ["Form.Steps"] = Kits.Good.Steps!,
        };
}
