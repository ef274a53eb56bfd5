using System.Net;
using CaseNumerique.Platform.Data;
using CaseNumerique.SharedKernel;
using CaseNumerique.TestKit;
using NUnit.Framework;

namespace CaseNumerique.Host.Tests.Startup;

internal sealed class SecurityHeadersTests
{
    private static readonly OutgoingMail _mail = new(
        "essai.1",
        "essai",
        Guid.CreateVersion7(),
        "Hélène W.",
        "helene@banians.example",
        "Essai",
        "Bonjour.",
        "<p style=\"color:#123\">Bonjour.</p>"
    );

    [TestCase("/", HttpStatusCode.OK)]
    [TestCase("/connexion", HttpStatusCode.OK)]
    [TestCase("/nulle-part", HttpStatusCode.NotFound)]
    [TestCase("/site.css", HttpStatusCode.OK)]
    [TestCase("/api/v1/nulle-part", HttpStatusCode.NotFound)]
    [TestCase("/sante/vivant", HttpStatusCode.OK)]
    public async Task Every_answer_carries_the_headers(string url, HttpStatusCode status)
    {
        await using var app = await App.StartAsync();

        // Browsers are never told to keep to HTTPS for « localhost ».
        var browser = new Browser(app.CreateClient(new() { BaseAddress = new("https://case-numerique.example") }));

        var page = await browser.GetAsync(url);

        Assert.That(page.Status, Is.EqualTo(status));
        Assert.That(Header(page, "X-Content-Type-Options"), Is.EqualTo("nosniff"));
        Assert.That(Header(page, "Strict-Transport-Security"), Does.StartWith("max-age=31536000"));
        Assert.That(Header(page, "Server"), Is.Null);
        Assert.That(
            Header(page, "Content-Security-Policy"),
            Does.Contain("default-src 'none'").And.Contain("script-src 'self'").And.Contain("frame-ancestors 'none'")
        );
        Assert.That(Header(page, "Content-Security-Policy"), Does.Not.Contain("unsafe"));
    }

    [Test]
    public async Task A_mail_is_shown_under_a_policy_of_its_own()
    {
        await using var app = await App.StartAsync();
        await app.WithAsync((IMailer mailer) => mailer.QueueAsync(_mail, default));
        var id = await app.WithAsync((PlatformDbContext db) => Task.FromResult(db.Mails.Single().Id));
        var browser = await app.BrowserAsync(Roles.Agent);

        var shown = await browser.GetAsync($"/gestion/courriels/{id}?forme=html");
        var around = await browser.GetAsync($"/gestion/courriels/{id}");

        Assert.That(shown.Status, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(
            Header(shown, "Content-Security-Policy"),
            Does.Contain("sandbox").And.Contain("default-src 'none'").And.Contain("style-src 'unsafe-inline'")
        );
        Assert.That(Header(shown, "Content-Security-Policy"), Does.Not.Contain("script-src"));
        Assert.That(Header(around, "Content-Security-Policy"), Does.Not.Contain("unsafe").And.Not.Contain("sandbox"));
    }

    private static string? Header(Page page, string name) =>
        page.Response.Headers.TryGetValues(name, out var values) ? string.Join(", ", values)
        : page.Response.Content.Headers.TryGetValues(name, out values) ? string.Join(", ", values)
        : null;
}
