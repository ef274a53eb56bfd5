using CaseNumerique.TestKit;
using NUnit.Framework;

namespace CaseNumerique.Accounts.Tests.Features.Own;

internal sealed class RemoveTotpTests
{
    private const string Path = "/mon-compte/double-authentification/retrait";

    [Test]
    public async Task The_password_is_enough_again_and_the_person_is_told()
    {
        await using var app = await App.StartAsync();
        var browser = await app.BrowserAsync(Own.Marie);
        await Own.EnrolAsync(app, browser);

        await browser.SubmitAsync(await browser.GetAsync(Path), "main form", []);

        Assert.That((await Own.AccountAsync(app, Own.Marie)).TotpKey, Is.Null);
        Assert.That(await app.BrowserAsync(Own.Marie), Is.Not.Null);
        Assert.That((await Own.MailsAsync(app)).Select(m => m.TextBody), Has.One.Contains("ne protège plus"));
    }

    [Test]
    public async Task Whoever_holds_a_role_of_EcoNum_keeps_it_and_reads_why()
    {
        await using var app = await App.StartAsync();
        var browser = await app.BrowserAsync(Own.Agent);
        var page = await browser.GetAsync(Path);

        Assert.That(page.Text, Does.Contain("Votre rôle à ÉcoNum demande un second facteur"));
        Assert.That(page.Document.QuerySelector("main form"), Is.Null);
        var answer = await browser.Client.PostAsync(
            Path,
            new FormUrlEncodedContent([new("__RequestVerificationToken", TokenOf(page))])
        );
        Assert.That(await answer.Content.ReadAsStringAsync(), Does.Contain("class=\"errors\""));
        Assert.That((await Own.AccountAsync(app, Own.Agent)).TotpKey, Is.Not.Null);
    }

    private static string TokenOf(Page page) =>
        page.Document.QuerySelector("[name=__RequestVerificationToken]")!.GetAttribute("value")!;
}
