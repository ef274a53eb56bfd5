using CaseNumerique.Accounts.Features.Own;
using CaseNumerique.TestKit;
using NUnit.Framework;

namespace CaseNumerique.Accounts.Tests.Features.Own;

internal sealed class ChangePasswordTests
{
    private const string Another = "cinq autres mots sans lien";

    [Test]
    public async Task The_new_password_opens_other_sessions_end_and_the_person_is_told()
    {
        await using var app = await App.StartAsync();
        var elsewhere = await app.BrowserAsync(Own.Marie);
        var browser = await app.BrowserAsync(Own.Marie);

        var page = await ChangeAsync(browser, App.Password, Another);

        Assert.That(page.Text, Does.Contain("Votre mot de passe est changé"));
        Assert.That((await elsewhere.GetAsync("/gestion")).Url, Does.Contain("/connexion"));
        Assert.That((await browser.GetAsync("/gestion")).Url, Does.EndWith("/gestion"));
        Assert.That((await SignInAsync(app, Another)).Url, Does.EndWith("/gestion"));
        Assert.That((await Own.MailsAsync(app)).Select(m => m.TextBody), Has.Some.Contains("a été changé"));
    }

    [Test]
    public async Task Without_the_current_password_nothing_changes()
    {
        await using var app = await App.StartAsync();
        var browser = await app.BrowserAsync(Own.Marie);

        var page = await ChangeAsync(browser, "pas celui-là", Another);

        Assert.That(Own.ErrorsOf(page), Does.Contain(ProveAgain.Refusal));
        Assert.That((await SignInAsync(app, App.Password)).Url, Does.EndWith("/gestion"));
    }

    [TestCase("court", "au moins 12")]
    [TestCase("motdepasse2026", "moins courant")]
    public async Task A_poor_password_is_refused(string password, string why)
    {
        await using var app = await App.StartAsync();
        var browser = await app.BrowserAsync(Own.Marie);

        var page = await ChangeAsync(browser, App.Password, password);

        Assert.That(Own.ErrorsOf(page), Does.Contain(why));
    }

    private static async Task<Page> ChangeAsync(Browser browser, string current, string next) =>
        await browser.SubmitAsync(
            await browser.GetAsync("/mon-compte/mot-de-passe"),
            "main form",
            new()
            {
                ["Form.Current"] = current,
                ["Form.Password"] = next,
                ["Form.Repeated"] = next,
            }
        );

    private static async Task<Page> SignInAsync(App app, string password)
    {
        var browser = app.Anonymous();
        return await browser.SubmitAsync(
            await browser.GetAsync("/connexion"),
            "main form",
            new() { ["Form.Email"] = Own.Marie.Email, ["Form.Password"] = password }
        );
    }
}
