using CaseNumerique.Accounts.Data;
using CaseNumerique.TestKit;
using Microsoft.EntityFrameworkCore;
using NUnit.Framework;

namespace CaseNumerique.Accounts.Tests.Features.Own;

internal sealed class ChangeConsentTests
{
    private const string Path = "/mon-compte/accords";

    [Test]
    public async Task An_accord_is_dated_shown_and_taken_back_without_losing_its_trace()
    {
        await using var app = await App.StartAsync();
        var browser = await app.BrowserAsync(Own.Marie);

        var given = await browser.SubmitAsync(await browser.GetAsync(Path), "main form", []);
        app.Clock.Advance(TimeSpan.FromMinutes(5));
        var withdrawn = await browser.SubmitAsync(given, "main form", []);

        Assert.That(given.Text, Does.Contain("Accord donné le 24"));
        Assert.That(withdrawn.Text, Does.Contain("Vous n’y consentez pas").And.Contain("retiré le 24"));
        var consent = await app.WithAsync((AccountsDbContext db) => db.Consents.SingleAsync());
        Assert.That((consent.Kind, consent.Wording), Is.EqualTo(("annuaire", 1)));
        Assert.That(consent.WithdrawnAt - consent.GivenAt, Is.EqualTo(TimeSpan.FromMinutes(5)));
    }

    [Test]
    public async Task Agreeing_twice_is_one_accord()
    {
        await using var app = await App.StartAsync();
        var browser = await app.BrowserAsync(Own.Marie);
        var form = await browser.GetAsync(Path);

        await browser.SubmitAsync(form, "main form", []);
        await browser.SubmitAsync(form, "main form", []);

        Assert.That(await app.WithAsync((AccountsDbContext db) => db.Consents.CountAsync()), Is.EqualTo(1));
    }
}
