using CaseNumerique.Accounts.Access;
using CaseNumerique.Accounts.Features.Providers;
using CaseNumerique.Contracts.Accounts;
using CaseNumerique.SharedKernel;
using CaseNumerique.TestKit;
using NUnit.Framework;

namespace CaseNumerique.Accounts.Tests.Providers;

internal sealed class AttachProviderTests : Journey
{
    private static readonly Person _person = new("ida@epn.example", Roles.Manager);

    [Test]
    public async Task What_is_attached_opens_the_account_and_is_told_by_mail()
    {
        await using var app = await StartAsync();

        var page = await AttachAsync(await app.BrowserAsync(_person), "ida");

        Assert.That(page.Document.QuerySelector(".lines")?.TextContent, Does.Contain(First));
        Assert.That((await SignInAsync(app.Anonymous(), "ida")).Url, Does.EndWith("/gestion"));
        Assert.That(app.Announced<AccountSecurityChanged>().Single().What, Does.Contain(First));
    }

    [Test]
    public async Task A_subject_of_another_account_is_refused()
    {
        await using var app = await StartAsync();
        await ActivateAsync(app, "paul@epn.example", "paul");

        var page = await AttachAsync(await app.BrowserAsync(_person), "paul");

        Assert.That(page.Url, Does.EndWith("/mon-compte/fournisseurs"));
        Assert.That(TroubleOf(page), Is.EqualTo(ProviderRules.Taken));
        Assert.That(await LoginsAsync(app), Is.EqualTo(1));
    }

    [Test]
    public async Task An_old_session_proves_itself_first()
    {
        await using var app = await StartAsync();
        var browser = await app.BrowserAsync(_person);
        var list = await browser.GetAsync("/mon-compte/fournisseurs");
        app.Clock.Advance(Sessions.ProofLife + TimeSpan.FromSeconds(1));

        var page = await browser.SubmitAsync(list, "form[action='/mon-compte/fournisseurs/0']", []);

        Assert.That(page.Url, Does.EndWith("/mon-compte/verification?retour=%2Fmon-compte%2Ffournisseurs"));
    }

    [Test]
    public async Task Nothing_is_attached_to_somebody_who_signed_in_meanwhile()
    {
        await using var app = await StartAsync();
        var browser = await app.BrowserAsync(_person);
        var answer = await AnswerAsync(
            await LeaveAsync(browser, "/mon-compte/fournisseurs", "/mon-compte/fournisseurs/0"),
            "ida"
        );
        var other = new Person("paul@epn.example", Roles.Manager);
        await other.EnsureAsync(app);
        await browser.SubmitAsync(await browser.GetAsync("/gestion"), "form.account", []);
        await browser.SubmitAsync(
            await browser.GetAsync("/connexion"),
            "main form",
            new() { ["Form.Email"] = other.Email, ["Form.Password"] = App.Password }
        );

        var page = await browser.GetAsync(answer);

        Assert.That(TroubleOf(page), Is.EqualTo(ProviderTrouble.Failed));
        Assert.That(await LoginsAsync(app), Is.Zero);
    }

    [Test]
    public async Task Only_who_is_signed_in_sees_the_page()
    {
        await using var app = await StartAsync();

        var page = await app.Anonymous().GetAsync("/mon-compte/fournisseurs");

        Assert.That(page.Url, Does.Contain("/connexion?retour="));
    }

    [Test]
    public async Task Where_no_provider_is_set_up_the_page_is_not_there()
    {
        await using var app = await App.StartAsync();

        var page = await (await app.BrowserAsync(_person)).GetAsync("/mon-compte/fournisseurs");

        Assert.That(page.Status, Is.EqualTo(System.Net.HttpStatusCode.NotFound));
    }
}
