using CaseNumerique.TestKit;
using NUnit.Framework;

namespace CaseNumerique.Accounts.Tests.Features.Own;

internal sealed class DrawRecoveryCodesTests
{
    private const string Path = "/mon-compte/codes-de-secours";

    [Test]
    public async Task New_codes_take_the_place_of_the_old_and_the_person_is_told()
    {
        await using var app = await App.StartAsync();
        var browser = await app.BrowserAsync(Own.Marie);
        var old = Own.CodesOf(await Own.EnrolAsync(app, browser));

        var drawn = Own.CodesOf(await browser.SubmitAsync(await browser.GetAsync(Path), "main form", []));

        Assert.That(drawn, Has.Count.EqualTo(10));
        Assert.That(drawn.Intersect(old), Is.Empty);
        Assert.That((await browser.GetAsync(Path)).Text, Does.Contain("Il vous en reste 10 sur 10"));
        Assert.That((await Own.MailsAsync(app)).Select(m => m.TextBody), Has.One.Contains("refaits"));
    }

    [Test]
    public async Task The_file_holds_the_codes_of_the_page()
    {
        await using var app = await App.StartAsync();
        var browser = await app.BrowserAsync(Own.Marie);
        var page = await Own.EnrolAsync(app, browser);

        var file = await browser.SubmitAsync(page, "main form", []);

        Assert.That(file.Response.Content.Headers.ContentDisposition?.DispositionType, Is.EqualTo("attachment"));
        Assert.That(file.Body.Split("\r\n"), Is.SupersetOf(Own.CodesOf(page)));
    }

    [Test]
    public async Task Without_a_second_factor_there_are_none()
    {
        await using var app = await App.StartAsync();
        var browser = await app.BrowserAsync(Own.Marie);

        var page = await browser.GetAsync(Path);

        Assert.That(page.Document.QuerySelector("main form"), Is.Null);
        Assert.That(page.Text, Does.Contain("Pas encore de codes"));
    }
}
