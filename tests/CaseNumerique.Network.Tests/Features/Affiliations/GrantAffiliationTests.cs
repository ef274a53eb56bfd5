using System.Net;
using CaseNumerique.Contracts.Network;
using CaseNumerique.Network.Data;
using CaseNumerique.SharedKernel;
using CaseNumerique.TestKit;
using FluentValidation;
using NUnit.Framework;

namespace CaseNumerique.Network.Tests.Features.Affiliations;

public class GrantAffiliationTests
{
    private const string Url = "/gestion/reseau/les-banians/acces";

    [Test]
    public async Task A_person_is_let_in_from_a_contact_and_invited()
    {
        await using var app = await StartAsync();
        var browser = await app.BrowserAsync(Roles.Agent);
        var space = await browser.GetAsync("/gestion/reseau/les-banians");
        var link = space.Document.QuerySelector("a[href*='acces?contact=']")!;

        var page = await browser.SubmitAsync(await browser.GetAsync(link.GetAttribute("href")!), "main form", []);
        await app.DispatchAsync();

        page = await browser.GetAsync(page.Url);
        Assert.Multiple(() =>
        {
            Assert.That(link.TextContent, Is.EqualTo("Donner accès à Marie-Rose T."));
            Assert.That(page.Text, Does.Contain("marie-rose@banians.example").And.Contain("Invitation envoyée"));
        });
        var announced = app.Announced<AffiliationChanged>().Single();
        Assert.Multiple(() =>
        {
            Assert.That((announced.Role, announced.CanEdit), Is.EqualTo(("gestionnaire", true)));
            Assert.That((announced.EpnName, announced.PersonName), Is.EqualTo(("Les Banians", "Marie-Rose T.")));
            Assert.That(announced.StartsOn, Is.EqualTo(new DateOnly(2026, 11, 24)));
        });
    }

    [Test]
    public async Task A_manager_lets_animators_in_and_nobody_else()
    {
        await using var app = await StartAsync();
        var browser = await app.AffiliatedAsync(ContactRole.Manager);
        var form = await browser.GetAsync(Url);
        Dictionary<string, string> typed = new() { ["Form.Name"] = "Jo P.", ["Form.Email"] = "jo@banians.example" };

        var done = await browser.SubmitAsync(form, "main form", typed);
        var manager = await browser.SubmitAsync(form, "main form", new(typed) { ["Form.Role"] = "Manager" });
        var own = await browser.SubmitAsync(
            form,
            "main form",
            new(typed) { ["Form.Email"] = " Gestionnaire@banians.example" }
        );

        Assert.Multiple(() =>
        {
            Assert.That(done.Text, Does.Contain("L’accès est donné."));
            Assert.That(manager.Status, Is.EqualTo(HttpStatusCode.Forbidden));
            Assert.That(own.Status, Is.EqualTo(HttpStatusCode.Forbidden));
        });
        Assert.That(
            (await app.AffiliationsAsync()).Select(a => (a.Email, a.Role)),
            Is.EqualTo(
                new (string?, ContactRole)[]
                {
                    ("gestionnaire@banians.example", ContactRole.Manager),
                    ("jo@banians.example", ContactRole.Facilitator),
                }
            )
        );
    }

    [Test]
    public async Task An_animator_lets_nobody_in_even_one_who_may_edit()
    {
        await using var app = await StartAsync();
        var browser = await app.AffiliatedAsync(ContactRole.Facilitator, canEdit: true);

        var page = await browser.GetAsync(Url);

        Assert.That(page.Status, Is.EqualTo(HttpStatusCode.Forbidden));
    }

    [Test]
    public async Task A_manager_of_another_space_finds_nothing()
    {
        await using var app = await StartAsync();
        await app.SendAsync(Given.Emeraude);
        var browser = await app.AffiliatedAsync(ContactRole.Manager);

        var page = await browser.GetAsync("/gestion/reseau/case-de-l-emeraude/acces");

        Assert.That(page.Status, Is.EqualTo(HttpStatusCode.NotFound));
    }

    [Test]
    public async Task The_same_access_is_not_given_twice_for_one_day()
    {
        await using var app = await StartAsync();
        var access = Given.Access(ContactRole.Facilitator, "jo@banians.example");
        await app.SendAsync(access with { EndsOn = new DateOnly(2026, 12, 31) });

        var refused = Assert.ThrowsAsync<ValidationException>(() =>
            app.SendAsync(access with { Email = "JO@banians.example", StartsOn = new DateOnly(2026, 12, 31) })
        );

        Assert.That(refused!.Errors.Single().ErrorMessage, Does.StartWith("Cette personne a déjà cet accès"));
        await app.SendAsync(access with { StartsOn = new DateOnly(2027, 1, 1) });
        Assert.That(await app.AffiliationsAsync(), Has.Count.EqualTo(2));
    }

    [TestCase("", "2026-11-24", "", "Indiquez le courriel\u00A0: l’invitation y est envoyée")]
    [TestCase("jo", "2026-11-24", "", "Le courriel doit avoir la forme nom@exemple.nc")]
    [TestCase("jo@banians.example", "", "", "Indiquez le premier jour")]
    [TestCase(
        "jo@banians.example",
        "2206-11-24",
        "",
        "Le premier jour est trop loin d’aujourd’hui\u00A0: vérifiez l’année"
    )]
    [TestCase("jo@banians.example", "2026-11-24", "2026-11-23", "Le dernier jour ne peut pas venir avant le premier")]
    public async Task What_cannot_be_is_refused_beside_the_field(string email, string from, string to, string message)
    {
        await using var app = await StartAsync();
        var browser = await app.BrowserAsync(Roles.Agent);

        var page = await browser.SubmitAsync(
            await browser.GetAsync(Url),
            "main form",
            new()
            {
                ["Form.Name"] = "Jo P.",
                ["Form.Email"] = email,
                ["Form.StartsOn"] = from,
                ["Form.EndsOn"] = to,
            }
        );

        Assert.Multiple(() =>
        {
            Assert.That(page.Document.QuerySelector(".field.bad .error")?.TextContent, Is.EqualTo(message));
            Assert.That(page.Document.QuerySelector("#Form_Name")?.GetAttribute("value"), Is.EqualTo("Jo P."));
        });
    }

    private static async Task<App> StartAsync()
    {
        var app = await App.StartAsync();
        await app.SendAsync(Given.LesBanians);
        return app;
    }
}
