using CaseNumerique.Labelling.Data;
using CaseNumerique.TestKit;
using Microsoft.EntityFrameworkCore;
using NUnit.Framework;

namespace CaseNumerique.Labelling.Tests.Features.LabelApplications;

internal sealed class SignCharterTests
{
    [Test]
    public async Task Without_the_tick_nothing_is_signed_and_what_was_typed_stays()
    {
        await using var app = await StartAsync();
        var id = await UnsignedAsync(app);
        var browser = await app.HeleneAsync();

        var page = await browser.SubmitAsync(
            await browser.GetAsync(GivenDraft.Url(id, "/charte")),
            "main form",
            new() { ["Form.Name"] = "Marie P." }
        );

        Assert.That(
            page.Text,
            Does.Contain("Cochez la case pour signer").And.Contain("Indiquez en quelle qualité elle signe")
        );
        Assert.That(page.Document.QuerySelector("#Form_Name")!.GetAttribute("value"), Is.EqualTo("Marie P."));
        Assert.That((await app.FileAsync(id)).CharterSignedAt, Is.Null);
    }

    [Test]
    public async Task A_signature_is_a_name_a_function_and_a_date()
    {
        await using var app = await StartAsync();
        var id = await UnsignedAsync(app);
        var browser = await app.HeleneAsync();

        var page = await SignAsync(browser, await browser.GetAsync(GivenDraft.Url(id, "/charte")));

        var file = await app.FileAsync(id);
        Assert.That(page.Url, Does.EndWith("/depot"));
        Assert.That(
            (file.CharterId, file.CharterSignedBy, file.CharterFunction, file.CharterSignedAt),
            Is.EqualTo(((Guid?)Charter.FirstId, "Marie P.", "Maire", (DateTime?)app.Clock.GetUtcNow().UtcDateTime))
        );
    }

    [Test]
    public async Task A_new_version_asks_for_a_new_signature()
    {
        await using var app = await StartAsync();
        var id = await app.CompleteFileAsync();
        var browser = await app.HeleneAsync();
        var early = await browser.GetAsync(GivenDraft.Url(id, "/charte"));
        await app.PublishedCharterAsync();

        var toFile = await browser.GetAsync(GivenDraft.Url(id, "/depot"));
        var refused = await SignAsync(browser, early);
        var signed = await SignAsync(browser, refused);

        Assert.That(toFile.Text, Does.Contain("La charte a changé depuis votre signature."));
        Assert.That(refused.Text, Does.Contain("La charte vient de changer. Relisez-la, puis signez."));
        Assert.That(refused.Text, Does.Contain("La charte, version 2").And.Contain("L’espace reste ouvert."));
        Assert.That(signed.Text, Does.Contain("Tout ce qui est demandé est là"));
    }

    [Test]
    public async Task Of_two_people_who_sign_the_later_reads_both_signatures_and_keeps_what_was_typed()
    {
        await using var app = await StartAsync();
        var id = await UnsignedAsync(app);
        var browser = await app.HeleneAsync();
        var early = await browser.GetAsync(GivenDraft.Url(id, "/charte"));
        await SignAsync(browser, early);

        var refused = await browser.SubmitAsync(
            early,
            "main form",
            new()
            {
                ["Form.Name"] = "Jo P.",
                ["Form.Function"] = "Directeur",
                ["Form.IsAccepted"] = "true",
            }
        );
        var again = await browser.SubmitAsync(refused, "main form", new() { ["Form.IsAccepted"] = "true" });

        Assert.That(refused.Text, Does.Contain("Marie P., Maire, a signé entre-temps, le 24 novembre 2026"));
        Assert.That(refused.Document.QuerySelector("#Form_Name")!.GetAttribute("value"), Is.EqualTo("Jo P."));
        Assert.That(again.Url, Does.EndWith("/depot"));
        Assert.That((await app.FileAsync(id)).CharterSignedBy, Is.EqualTo("Jo P."));
    }

    private static async Task<App> StartAsync()
    {
        var app = await App.StartAsync();
        await app.LesBaniansAsync();
        return app;
    }

    private static async Task<Guid> UnsignedAsync(App app)
    {
        var id = await app.FileAsync(ApplicationStatus.Draft);
        await app.WithAsync(
            (LabellingDbContext db) =>
                db.Applications.ExecuteUpdateAsync(set =>
                    set.SetProperty(a => a.CharterSignedAt, (DateTime?)null)
                        .SetProperty(a => a.CharterFunction, (string?)null)
                        .SetProperty(a => a.CharterId, (Guid?)null)
                )
        );
        return id;
    }

    private static Task<Page> SignAsync(Browser browser, Page page) =>
        browser.SubmitAsync(
            page,
            "main form",
            new()
            {
                ["Form.Name"] = "Marie P.",
                ["Form.Function"] = "Maire",
                ["Form.IsAccepted"] = "true",
            }
        );
}
