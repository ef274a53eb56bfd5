using CaseNumerique.Accounts.Features.Own;
using CaseNumerique.SharedKernel;
using CaseNumerique.TestKit;
using NUnit.Framework;

namespace CaseNumerique.Accounts.Tests.Features.Own;

internal sealed class ProveAgainTests
{
    [TestCase("/mon-compte/double-authentification")]
    [TestCase("/mon-compte/codes-de-secours")]
    [TestCase("/mon-compte/double-authentification/retrait")]
    public async Task After_ten_minutes_the_password_is_asked_again_and_leads_on(string path)
    {
        await using var app = await App.StartAsync();
        var browser = await app.BrowserAsync(Own.Marie);
        Assert.That((await browser.GetAsync(path)).Url, Does.EndWith(path));

        Own.GrowOld(app);
        var asked = await browser.GetAsync(path);
        Assert.That(asked.Url, Does.Contain("/mon-compte/verification?retour="));
        var page = await browser.SubmitAsync(asked, "main form", new() { ["Form.Password"] = App.Password });

        Assert.That(page.Url, Does.EndWith(path));
    }

    [Test]
    public async Task A_change_that_is_sent_too_late_changes_nothing()
    {
        await using var app = await App.StartAsync();
        var browser = await app.BrowserAsync(Own.Marie);
        await Own.EnrolAsync(app, browser);
        var form = await browser.GetAsync("/mon-compte/double-authentification/retrait");

        Own.GrowOld(app);
        var page = await browser.SubmitAsync(form, "main form", []);

        Assert.That(page.Url, Does.Contain("/mon-compte/verification"));
        Assert.That((await Own.AccountAsync(app, Own.Marie)).TotpSince, Is.Not.Null);
    }

    [Test]
    public async Task Wrong_passwords_are_counted_as_at_the_door()
    {
        await using var app = await App.StartAsync();
        var browser = await app.BrowserAsync(Own.Marie);
        var form = await browser.GetAsync("/mon-compte/verification");
        for (var tries = 0; tries < 5; tries++)
        {
            var refused = await browser.SubmitAsync(form, "main form", new() { ["Form.Password"] = "pas celui-là" });
            Assert.That(Own.ErrorsOf(refused), Does.Contain(ProveAgain.Refusal));
        }

        var page = await browser.SubmitAsync(form, "main form", new() { ["Form.Password"] = App.Password });

        Assert.That(Own.ErrorsOf(page), Does.Contain(ProveAgain.Refusal));
    }

    [Test]
    public async Task The_way_on_never_leads_elsewhere()
    {
        await using var app = await App.StartAsync();
        var browser = await app.BrowserAsync(Own.Marie);
        var form = await browser.GetAsync("/mon-compte/verification?retour=https://ailleurs.example/");

        var page = await browser.SubmitAsync(form, "main form", new() { ["Form.Password"] = App.Password });

        Assert.That(page.Url, Does.EndWith("/mon-compte"));
    }

    [Test]
    public async Task Nobody_without_an_account_comes_here()
    {
        await using var app = await App.StartAsync();

        foreach (var path in new[] { "", "/verification", "/double-authentification", "/sessions", "/mot-de-passe" })
        {
            var page = await app.Anonymous().GetAsync($"/mon-compte{path}");
            Assert.That(page.Url, Does.Contain("/connexion?retour="), path);
        }
    }
}
