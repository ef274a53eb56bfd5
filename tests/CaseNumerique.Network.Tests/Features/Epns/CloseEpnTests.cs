using System.Net;
using CaseNumerique.Contracts.Network;
using CaseNumerique.Network.Data;
using CaseNumerique.Network.Features.Epns;
using CaseNumerique.SharedKernel;
using CaseNumerique.TestKit;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using NUnit.Framework;

namespace CaseNumerique.Network.Tests.Features.Epns;

public class CloseEpnTests
{
    private static readonly CloseEpn.Command _close = new() { Slug = "les-banians", Reason = "Fin du bail" };

    [Test]
    public async Task The_committee_may_not_close_a_space()
    {
        await using var app = await App.StartAsync();
        await app.SendAsync(Given.LesBanians);
        var browser = await app.BrowserAsync(Roles.Committee);

        var page = await browser.GetAsync("/gestion/reseau/les-banians/fermer");

        Assert.That(page.Status, Is.EqualTo(HttpStatusCode.Forbidden));
    }

    [Test]
    public async Task The_page_asks_first_then_closes()
    {
        await using var app = await App.StartAsync();
        await app.SendAsync(Given.LesBanians);
        var browser = await app.BrowserAsync(Roles.Agent);
        var question = await browser.GetAsync("/gestion/reseau/les-banians/fermer");

        var page = await browser.SubmitAsync(question, "form.dialog", new() { ["Form.Reason"] = "Fin du bail" });

        Assert.Multiple(() =>
        {
            Assert.That(question.Document.QuerySelector("a.btn.second")?.TextContent, Is.EqualTo("Ne rien changer"));
            Assert.That(page.Text, Does.Contain("Espace fermé le 24 novembre 2026"));
            Assert.That(page.Text, Does.Contain("Fin du bail"));
        });
    }

    [Test]
    public async Task A_reason_is_needed()
    {
        await using var app = await App.StartAsync();
        await app.SendAsync(Given.LesBanians);

        var refused = Assert.ThrowsAsync<ValidationException>(() => app.SendAsync(_close with { Reason = " " }));

        Assert.That(refused!.Errors.Single().ErrorMessage, Is.EqualTo("Dites pourquoi l’espace ferme"));
    }

    [Test]
    public async Task The_closing_is_saved_and_announced_once()
    {
        await using var app = await App.StartAsync();
        await app.SendAsync(Given.LesBanians);

        await app.SendAsync(_close);

        Assert.ThrowsAsync<ValidationException>(() => app.SendAsync(_close));
        var epn = await app.WithAsync((NetworkDbContext db) => db.Epns.SingleAsync());
        Assert.That(
            app.Announced<EpnClosed>().Single(),
            Is.EqualTo(new EpnClosed(epn.Id, Revision: 2, new DateOnly(2026, 11, 24)))
        );
    }

    [Test]
    public async Task The_public_is_told_and_led_on()
    {
        await using var app = await App.StartAsync();
        await app.SendAsync(Given.LesBanians);
        await app.SendAsync(_close);

        var page = await app.Anonymous().GetAsync("/espaces/les-banians");

        Assert.Multiple(() =>
        {
            Assert.That(page.Status, Is.EqualTo(HttpStatusCode.Gone));
            Assert.That(page.Text, Does.Contain("Cet espace est fermé depuis le 24 novembre 2026"));
            Assert.That(page.Text, Does.Not.Contain("Fin du bail"));
        });
    }

    [Test]
    public async Task The_name_is_free_again()
    {
        await using var app = await App.StartAsync();
        await app.SendAsync(Given.LesBanians);
        await app.SendAsync(_close);

        var slug = await app.SendAsync(Given.LesBanians);

        Assert.That(slug, Is.EqualTo("les-banians-kone"));
    }
}
