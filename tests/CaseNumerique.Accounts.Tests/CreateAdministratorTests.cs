using CaseNumerique.Accounts.Access;
using CaseNumerique.Accounts.Data;
using CaseNumerique.Accounts.Features.Accounts;
using CaseNumerique.SharedKernel;
using CaseNumerique.TestKit;
using FluentValidation;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using NUnit.Framework;

namespace CaseNumerique.Accounts.Tests;

internal sealed class CreateAdministratorTests
{
    private const string Email = "cheffe@econum.example";

    [Test]
    public async Task The_account_is_an_administrator_without_a_password()
    {
        await using var app = await App.StartAsync();

        await app.SendAsync(new CreateAdministrator.Command { Email = Email });

        var (roles, hasPassword) = await app.WithAsync(
            async (UserManager<Account> accounts) =>
            {
                var account = await accounts.FindByEmailAsync(Email);
                return (await accounts.GetRolesAsync(account!), await accounts.HasPasswordAsync(account!));
            }
        );
        Assert.That(roles, Is.EqualTo(new[] { Roles.Administrator }));
        Assert.That(hasPassword, Is.False);
    }

    [Test]
    public async Task The_answer_is_a_link_within_the_site()
    {
        await using var app = await App.StartAsync();

        var link = await app.SendAsync(new CreateAdministrator.Command { Email = Email });

        Assert.That(link, Does.StartWith("/connexion/activation?jeton="));
    }

    [TestCase("cheffe@econum.example")]
    [TestCase("Cheffe@ECONUM.example")]
    public async Task An_address_that_has_an_account_is_refused(string again)
    {
        await using var app = await App.StartAsync();
        await app.SendAsync(new CreateAdministrator.Command { Email = Email });

        var refused = Assert.ThrowsAsync<ValidationException>(() =>
            app.SendAsync(new CreateAdministrator.Command { Email = again })
        );

        Assert.That(refused!.Errors.Single().ErrorMessage, Is.EqualTo("Cette adresse a déjà un compte."));
        Assert.That(await app.WithAsync((AccountsDbContext db) => db.Accounts.CountAsync()), Is.EqualTo(1));
    }

    [TestCase("")]
    [TestCase("cheffe")]
    [TestCase("cheffe@")]
    public async Task What_is_no_address_is_refused(string email)
    {
        await using var app = await App.StartAsync();

        Assert.ThrowsAsync<ValidationException>(() => app.SendAsync(new CreateAdministrator.Command { Email = email }));
    }
}
