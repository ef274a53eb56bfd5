using CaseNumerique.Accounts.Access;
using CaseNumerique.Accounts.Features.Providers;
using CaseNumerique.Contracts.Accounts;
using CaseNumerique.SharedKernel;
using CaseNumerique.TestKit;
using NUnit.Framework;

namespace CaseNumerique.Accounts.Tests.Providers;

internal sealed class DetachProviderTests : Journey
{
    private static readonly Person _person = new("paul@epn.example", Roles.Manager);

    [Test]
    public async Task What_is_detached_opens_nothing_any_more_and_is_told_by_mail()
    {
        await using var app = await StartAsync();
        var browser = await app.BrowserAsync(_person);
        await AttachAsync(browser, "paul");

        var page = await DetachAsync(browser);

        Assert.That(page.Text, Does.Contain("Ce compte est détaché."));
        Assert.That(await LoginsAsync(app), Is.Zero);
        Assert.That(app.Announced<AccountSecurityChanged>()[^1].What, Does.Contain("ne permet plus"));
        Assert.That(
            TroubleOf(await SignInAsync(app.Anonymous(), "paul")),
            Is.EqualTo(SignInWithProvider.Unknown(First))
        );
    }

    [Test]
    public async Task The_last_way_in_stays()
    {
        await using var app = await StartAsync();
        var browser = await ActivateAsync(app, "ida@epn.example", "ida");

        var page = await DetachAsync(browser);

        Assert.That(TroubleOf(page), Does.Contain(DetachProvider.LastWay));
        Assert.That(await LoginsAsync(app), Is.EqualTo(1));
    }

    [Test]
    public async Task One_of_two_may_go()
    {
        await using var app = await StartAsync();
        var browser = await ActivateAsync(app, "ida@epn.example", "ida");
        await AttachAsync(browser, "ida", number: 1);

        await DetachAsync(browser);

        Assert.That(await LoginsAsync(app), Is.EqualTo(1));
    }

    [Test]
    public async Task Another_persons_cannot_be_detached()
    {
        await using var app = await StartAsync();
        var theirs = await ActivateAsync(app, "ida@epn.example", "ida");
        var link = DetachLinkOf(await theirs.GetAsync("/mon-compte/fournisseurs"));

        var page = await (await app.BrowserAsync(_person)).GetAsync(link);

        Assert.That(page.Status, Is.EqualTo(System.Net.HttpStatusCode.NotFound));
        Assert.That(
            () => app.SendAsync(new DetachProvider.Command { Key = link.Split('=')[1] }),
            Throws.TypeOf<FluentValidation.ValidationException>()
        );
    }

    [Test]
    public async Task An_old_session_proves_itself_first()
    {
        await using var app = await StartAsync();
        var browser = await app.BrowserAsync(_person);
        var list = await AttachAsync(browser, "paul");
        app.Clock.Advance(Sessions.ProofLife + TimeSpan.FromSeconds(1));

        var page = await browser.GetAsync(DetachLinkOf(list));

        Assert.That(page.Url, Does.Contain("/mon-compte/verification?retour="));
    }

    private static async Task<Page> DetachAsync(Browser browser)
    {
        var link = DetachLinkOf(await browser.GetAsync("/mon-compte/fournisseurs"));
        return await browser.SubmitAsync(await browser.GetAsync(link), "main form", []);
    }

    private static string DetachLinkOf(Page page) =>
        page.Document.QuerySelector(".lines a")?.GetAttribute("href")
        ?? throw new InvalidOperationException($"Nothing is attached: {page.Text}");
}
