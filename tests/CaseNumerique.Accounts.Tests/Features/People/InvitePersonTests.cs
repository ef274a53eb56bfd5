using System.Net;
using CaseNumerique.Accounts.Data;
using CaseNumerique.Accounts.Features.People;
using CaseNumerique.SharedKernel;
using CaseNumerique.TestKit;
using Microsoft.EntityFrameworkCore;
using NUnit.Framework;

namespace CaseNumerique.Accounts.Tests.Features.People;

internal sealed class InvitePersonTests
{
    private static readonly InvitePerson.Command _odile = new()
    {
        Name = " Odile Pourouda ",
        Email = " odile@comite.example ",
        Role = Roles.Committee,
    };

    [Test]
    public async Task An_agent_may_not_invite()
    {
        await using var app = await App.StartAsync();
        var browser = await app.BrowserAsync(Given.Bastien);

        Assert.That((await browser.GetAsync("/gestion/comptes/inviter")).Status, Is.EqualTo(HttpStatusCode.Forbidden));
    }

    [Test]
    public async Task Who_is_invited_gets_a_role_and_a_link_that_names_the_one_who_invites()
    {
        await using var app = await App.StartAsync();
        var browser = await app.BrowserAsync(Given.Nadege);

        var page = await browser.SubmitAsync(
            await browser.GetAsync("/gestion/comptes/inviter"),
            "main form",
            new()
            {
                ["Form.Name"] = _odile.Name,
                ["Form.Email"] = _odile.Email,
                ["Form.Role"] = _odile.Role,
            }
        );

        var account = await app.AccountAsync("odile@comite.example");
        var mail = (await app.MailsAsync()).Single();
        var roles = await app.WithAsync((AccountsDbContext db) => db.RolesOf(account.Id).ToListAsync());
        Assert.Multiple(() =>
        {
            Assert.That(page.Url, Does.EndWith($"/gestion/comptes/{account.Id}"));
            Assert.That(page.Text, Does.Contain("L’invitation part."));
            Assert.That((account.DisplayName, account.State), Is.EqualTo(("Odile Pourouda", "invite")));
            Assert.That(roles, Is.EqualTo(new[] { Roles.Committee }));
            Assert.That(mail.To.ToString(), Does.Contain("odile@comite.example"));
            Assert.That(mail.TextBody, Does.Contain("Nadège Kilikili vous invite"));
        });
    }

    [Test]
    public async Task An_address_that_has_an_account_is_said_plainly()
    {
        await using var app = await App.StartAsync();
        await app.SendAsync(_odile);

        var refusals = app.Refusals(_odile with { Email = "ODILE@comite.example" });

        Assert.That(refusals.Single(), Does.StartWith("Cette adresse a déjà un compte"));
    }

    [TestCase(Roles.Manager)]
    [TestCase("")]
    public async Task A_role_that_comes_by_affiliation_is_not_given(string role)
    {
        await using var app = await App.StartAsync();

        Assert.That(app.Refusals(_odile with { Role = role }), Is.EqualTo(new[] { "Choisissez un rôle" }));
    }

    [Test]
    public async Task What_was_typed_stays_when_it_is_refused()
    {
        await using var app = await App.StartAsync();
        var browser = await app.BrowserAsync(Given.Nadege);

        var page = await browser.SubmitAsync(
            await browser.GetAsync("/gestion/comptes/inviter"),
            "main form",
            new() { ["Form.Name"] = "Odile", ["Form.Email"] = "odile" }
        );

        Assert.That(page.Document.QuerySelector(".errors")?.TextContent, Does.Contain("comme nom@exemple.nc"));
        Assert.That(page.Document.QuerySelector("#Form_Name")?.GetAttribute("value"), Is.EqualTo("Odile"));
    }
}
