using CaseNumerique.Accounts.Access;
using CaseNumerique.Accounts.Data;
using CaseNumerique.Accounts.Features.Providers;
using CaseNumerique.Contracts.Accounts;
using Microsoft.EntityFrameworkCore;
using NUnit.Framework;

namespace CaseNumerique.Accounts.Tests.Providers;

internal sealed class ActivateWithProviderTests : Journey
{
    private const string Email = "ida@epn.example";

    [Test]
    public async Task An_invited_person_opens_the_account_without_a_password()
    {
        await using var app = await StartAsync();

        await ActivateAsync(app, Email, "ida");

        var account = await AccountAsync(app, Email);
        Assert.That(account, Has.Property("IsOpen").True.And.Property("PasswordHash").Null);
        Assert.That(app.Announced<AccountChanged>()[^1].State, Is.EqualTo("ouvert"));
    }

    [Test]
    public async Task What_is_kept_is_the_issuer_and_a_digest()
    {
        await using var app = await StartAsync();

        await ActivateAsync(app, Email, new string('s', 255));

        var login = await app.WithAsync((AccountsDbContext db) => db.Logins.SingleAsync());
        Assert.That(login.LoginProvider, Does.StartWith("http://127.0.0.1:"));
        Assert.That(login.ProviderKey, Has.Length.EqualTo(64).And.Not.Contain("ss"));
        Assert.That(login.ProviderDisplayName, Is.EqualTo(First));
    }

    [Test]
    public async Task The_providers_word_gives_no_role_and_no_address()
    {
        await using var app = await StartAsync();

        await ActivateAsync(app, Email, "ida");

        Assert.That(await app.WithAsync((AccountsDbContext db) => db.AccountRoles.AnyAsync()), Is.False);
        Assert.That((await AccountAsync(app, Email)).Email, Is.EqualTo(Email));
    }

    [Test]
    public async Task The_link_works_once()
    {
        await using var app = await StartAsync();
        var link = await InviteAsync(app, Email);
        await ActivateAsync(app.Anonymous(), link, "ida");

        var page = await app.Anonymous().GetAsync(link);

        Assert.That(page.Text, Does.Contain("Ce lien n’est plus valable"));
    }

    [Test]
    public async Task A_link_that_was_used_meanwhile_opens_nothing()
    {
        await using var app = await StartAsync();
        var link = await InviteAsync(app, Email);
        var late = app.Anonymous();
        var answer = await AnswerAsync(await LeaveAsync(late, link, "/connexion/activation/fournisseur/0"), "mallory");
        await ActivateAsync(app.Anonymous(), link, "ida");

        var page = await late.GetAsync(answer);

        Assert.That(page.Text, Does.Contain("Ce lien n’est plus valable"));
        Assert.That(await IsSignedInAsync(late), Is.False);
        Assert.That(await LoginsAsync(app), Is.EqualTo(1));
    }

    [Test]
    public async Task A_subject_of_another_account_is_refused_and_the_link_stays_good()
    {
        await using var app = await StartAsync();
        await ActivateAsync(app, "paul@epn.example", "paul");
        var link = await InviteAsync(app, Email);
        var browser = app.Anonymous();

        var page = await ActivateAsync(browser, link, "paul");

        Assert.That(TroubleOf(page), Is.EqualTo(ProviderRules.Taken));
        Assert.That((await ActivateAsync(browser, link, "ida")).Url, Does.EndWith("/gestion"));
    }

    [Test]
    public async Task Who_gives_up_at_the_provider_may_still_choose_a_password()
    {
        await using var app = await StartAsync();
        var link = await InviteAsync(app, Email);

        var page = await ActivateAsync(app.Anonymous(), link, IdentityProvider.Nobody);

        Assert.That(TroubleOf(page), Is.EqualTo(ProviderTrouble.Cancelled));
        Assert.That(page.Document.QuerySelector("[name='Form.Password']"), Is.Not.Null);
    }

    [Test]
    public async Task An_answer_for_a_sign_in_does_not_activate()
    {
        await using var app = await StartAsync();
        await InviteAsync(app, Email);

        var page = await SignInAsync(app.Anonymous(), "ida");

        Assert.That(TroubleOf(page), Is.EqualTo(SignInWithProvider.Unknown(First)));
        Assert.That(await LoginsAsync(app), Is.Zero);
    }
}
