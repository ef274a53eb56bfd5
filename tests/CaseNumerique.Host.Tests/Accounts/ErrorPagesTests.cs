using System.Net;
using CaseNumerique.SharedKernel;
using CaseNumerique.TestKit;
using NUnit.Framework;

namespace CaseNumerique.Host.Tests.Accounts;

internal sealed class ErrorPagesTests
{
    [Test]
    public async Task An_unknown_address_says_so_to_everyone()
    {
        await using var app = await App.StartAsync();

        var page = await app.Anonymous().GetAsync("/cette-page/nexiste-pas");

        Assert.That(page.Status, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That(page.Document.Title, Does.StartWith("Cette page n’existe pas, ou plus"));
    }

    [Test]
    public async Task A_page_that_is_not_open_to_a_role_says_whom_to_ask()
    {
        await using var app = await App.StartAsync();
        var browser = await app.BrowserAsync(Roles.Facilitator);

        var page = await browser.GetAsync("/gestion/courriels");

        Assert.That(page.Status, Is.EqualTo(HttpStatusCode.Forbidden));
        Assert.That(page.Text, Does.Contain("demandez-le à un administrateur"));
    }

    [Test]
    public async Task A_form_without_its_token_is_not_understood()
    {
        await using var app = await App.StartAsync();
        var browser = app.Anonymous();
        var form = await browser.GetAsync("/connexion");

        var page = await browser.SubmitAsync(form, "main form", new() { ["__RequestVerificationToken"] = "" });

        Assert.That(page.Status, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That(page.Text, Does.Contain("Cette demande n’a pas été comprise"));
    }

    [TestCase(400)]
    [TestCase(403)]
    [TestCase(404)]
    [TestCase(429)]
    [TestCase(500)]
    [TestCase(503)]
    public async Task Each_error_keeps_its_status_and_offers_a_way_on(int status)
    {
        await using var app = await App.StartAsync();

        var page = await app.Anonymous().GetAsync($"/erreur/{status}");

        Assert.That((int)page.Status, Is.EqualTo(status));
        Assert.That(page.Document.QuerySelectorAll("main h1"), Has.Exactly(1).Items);
        Assert.That(page.Document.QuerySelectorAll("main .actions a"), Is.Not.Empty);
    }

    [TestCase(200)]
    [TestCase(302)]
    [TestCase(700)]
    public async Task The_error_address_never_passes_for_a_page(int status)
    {
        await using var app = await App.StartAsync();

        var page = await app.Anonymous().GetAsync($"/erreur/{status}");

        Assert.That(page.Status, Is.EqualTo(HttpStatusCode.NotFound));
    }
}
