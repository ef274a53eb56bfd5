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

public class RegisterEpnTests
{
    [Test]
    public async Task A_manager_of_a_space_may_not_register_one()
    {
        await using var app = await App.StartAsync();
        var browser = await app.BrowserAsync(Roles.Manager);

        var page = await browser.GetAsync("/gestion/reseau/nouveau");

        Assert.That(page.Status, Is.EqualTo(HttpStatusCode.Forbidden));
    }

    [Test]
    public async Task The_form_saves_the_space_with_its_manager_and_shows_it()
    {
        await using var app = await App.StartAsync();
        var browser = await app.BrowserAsync(Roles.Agent);
        var form = await browser.GetAsync("/gestion/reseau/nouveau");

        var page = await browser.SubmitAsync(
            form,
            "main form",
            new()
            {
                ["Form.Name"] = "Les Banians",
                ["Form.InseeCode"] = "98811",
                ["Form.Phone"] = "47 12 34",
                ["Form.OperatorName"] = "Association Les Amis du Kaori",
                ["Form.ManagerName"] = "Marie-Rose T.",
                ["Form.ManagerEmail"] = "marie-rose@banians.example",
            }
        );

        Assert.Multiple(() =>
        {
            Assert.That(page.Url, Does.EndWith("/gestion/reseau/les-banians"));
            Assert.That(page.Text, Does.Contain("L’espace est enregistré."));
            Assert.That(page.Text, Does.Contain("Marie-Rose T."));
        });
        var epn = await app.WithAsync((NetworkDbContext db) => db.Epns.Include(e => e.Contacts).SingleAsync());
        Assert.Multiple(() =>
        {
            Assert.That(epn.Phone, Is.EqualTo("+687471234"));
            Assert.That(epn.Province, Is.EqualTo("Nord"));
            Assert.That((epn.Latitude, epn.Longitude), Is.EqualTo((-21.062, 164.862)));
            Assert.That(epn.Contacts.Single().Role, Is.EqualTo(ContactRole.Manager));
        });
    }

    [Test]
    public async Task The_network_hears_of_the_space_and_of_its_people()
    {
        await using var app = await App.StartAsync();

        await app.SendAsync(Given.LesBanians);

        var registered = app.Announced<EpnRegistered>().Single();
        var contacts = app.Announced<EpnContactsChanged>().Single();
        Assert.Multiple(() =>
        {
            Assert.That(registered.Slug, Is.EqualTo("les-banians"));
            Assert.That((registered.Commune, registered.Province), Is.EqualTo(("Koné", "Nord")));
            Assert.That((contacts.EpnId, contacts.Revision), Is.EqualTo((registered.EpnId, registered.Revision)));
            Assert.That(contacts.Contacts.Single().Role, Is.EqualTo("gestionnaire"));
            Assert.That(contacts.Contacts.Single().Phone, Is.EqualTo("+687751234"));
        });
    }

    [Test]
    public async Task A_second_space_of_the_same_name_in_the_same_commune_is_refused()
    {
        await using var app = await App.StartAsync();
        await app.SendAsync(Given.LesBanians);

        var words = await RefusalOf(app, Given.LesBanians with { Name = "LES BANÏANS" });

        Assert.That(words, Has.One.Contains("existe déjà dans cette commune"));
    }

    [Test]
    public async Task The_same_name_in_another_commune_has_an_address_of_its_own()
    {
        await using var app = await App.StartAsync();
        await app.SendAsync(Given.LesBanians);

        var slug = await app.SendAsync(Given.LesBanians with { InseeCode = "98809" });

        Assert.That(slug, Is.EqualTo("les-banians-ile-des-pins"));
    }

    [Test]
    public async Task A_space_named_like_the_form_does_not_hide_behind_it()
    {
        await using var app = await App.StartAsync();

        var slug = await app.SendAsync(Given.LesBanians with { Name = "Nouveau" });

        Assert.That(slug, Is.EqualTo("nouveau-kone"));
    }

    [Test]
    public async Task Without_an_address_a_phone_number_is_asked_for()
    {
        await using var app = await App.StartAsync();

        var words = await RefusalOf(app, Given.LesBanians with { ManagerEmail = " ", ManagerPhone = null });

        Assert.That(
            words,
            Is.EqualTo(new[] { "Indiquez un téléphone\u00A0: sans courriel, les relances se font par appel" })
        );
    }

    [Test]
    public async Task Without_an_address_the_form_and_the_file_say_what_follows()
    {
        await using var app = await App.StartAsync();
        await app.SendAsync(Given.LesBanians with { ManagerEmail = null });
        var browser = await app.BrowserAsync(Roles.Agent);

        var form = await browser.GetAsync("/gestion/reseau/nouveau");
        var file = await browser.GetAsync("/gestion/reseau/les-banians");

        Assert.Multiple(() =>
        {
            Assert.That(form.Text, Does.Contain("Sans courriel, il faudra téléphoner"));
            Assert.That(file.Text, Does.Contain("Aucun courriel pour joindre le gestionnaire"));
        });
    }

    [TestCase("12 34", "Le téléphone doit compter six chiffres, comme 47\u00A012\u00A034")]
    public async Task A_wrong_phone_number_is_refused(string phone, string expected)
    {
        await using var app = await App.StartAsync();

        Assert.That(await RefusalOf(app, Given.LesBanians with { Phone = phone }), Is.EqualTo(new[] { expected }));
    }

    [TestCase("marie-rose@banians")]
    [TestCase("marie rose@banians.example")]
    [TestCase("a@b.example, c@d.example")]
    public async Task A_malformed_address_is_refused(string email)
    {
        await using var app = await App.StartAsync();

        var words = await RefusalOf(app, Given.LesBanians with { ManagerEmail = email });

        Assert.That(words, Is.EqualTo(new[] { "Le courriel doit avoir la forme nom@exemple.nc" }));
    }

    [TestCase("98827", null, "Poya est à cheval sur deux provinces\u00A0: choisissez Nord ou Sud")]
    [TestCase("98811", "Sud", "La commune de Koné est en province Nord")]
    public async Task The_province_is_one_of_the_commune(string code, string? province, string expected)
    {
        await using var app = await App.StartAsync();

        var words = await RefusalOf(app, Given.LesBanians with { InseeCode = code, Province = province });

        Assert.That(words, Is.EqualTo(new[] { expected }));
    }

    [Test]
    public async Task A_space_of_southern_Poya_is_in_the_south()
    {
        await using var app = await App.StartAsync();

        await app.SendAsync(Given.LesBanians with { InseeCode = "98827", Province = "Sud" });

        Assert.That(app.Announced<EpnRegistered>().Single().Province, Is.EqualTo("Sud"));
    }

    [Test]
    public async Task An_operator_is_one_however_its_name_is_typed()
    {
        await using var app = await App.StartAsync();
        await app.SendAsync(Given.LesBanians);

        await app.SendAsync(
            Given.Emeraude with
            {
                OperatorName = "association les amis du kaori",
                Ridet = "0 123 456.001",
            }
        );

        var known = await app.WithAsync((NetworkDbContext db) => db.Operators.SingleAsync());
        Assert.That(known.Ridet, Is.EqualTo("0123456001"));
    }

    [Test]
    public async Task An_operator_keeps_its_Ridet()
    {
        await using var app = await App.StartAsync();
        await app.SendAsync(Given.LesBanians with { Ridet = "0123456001" });

        var words = await RefusalOf(app, Given.Emeraude with { Ridet = "0123456002" });

        Assert.That(words, Has.One.Contains("déjà connu sous un autre RIDET"));
    }

    [Test]
    public async Task Who_is_overtaken_by_the_same_registration_is_told()
    {
        await using var app = await App.StartAsync();
        await app.SendAsync(Given.LesBanians);

        // The validator has passed both when neither was saved yet, so the handler is called by itself.
        var refused = Assert.ThrowsAsync<ValidationException>(() =>
            app.WithAsync(
                (NetworkDbContext db) =>
                    new RegisterEpn.Handler(db, app.Clock).Handle(Given.LesBanians, CancellationToken.None)
            )
        );

        Assert.That(refused!.Errors.Single().ErrorMessage, Does.Contain("par quelqu’un d’autre"));
    }

    [Test]
    public async Task What_was_refused_is_said_beside_what_was_typed()
    {
        await using var app = await App.StartAsync();
        var browser = await app.BrowserAsync(Roles.Administrator);
        var form = await browser.GetAsync("/gestion/reseau/nouveau");

        var page = await browser.SubmitAsync(form, "main form", new() { ["Form.Name"] = "Les Banians" });

        Assert.Multiple(() =>
        {
            Assert.That(page.Document.QuerySelector("#Form_Name")?.GetAttribute("value"), Is.EqualTo("Les Banians"));
            Assert.That(page.Document.QuerySelector(".errors a[href='#Form_InseeCode']"), Is.Not.Null);
            Assert.That(page.Document.QuerySelector(".field.bad #Form_ManagerName"), Is.Not.Null);
        });
    }

    private static async Task<IReadOnlyList<string>> RefusalOf(App app, RegisterEpn.Command command)
    {
        try
        {
            await app.SendAsync(command);
        }
        catch (ValidationException refused)
        {
            return [.. refused.Errors.Select(e => e.ErrorMessage)];
        }

        return [];
    }
}
