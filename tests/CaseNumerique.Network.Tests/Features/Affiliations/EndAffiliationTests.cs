using System.Net;
using CaseNumerique.Contracts.Network;
using CaseNumerique.Network.Data;
using CaseNumerique.Network.Features.Affiliations;
using CaseNumerique.Network.Features.Epns;
using CaseNumerique.SharedKernel;
using CaseNumerique.TestKit;
using FluentValidation;
using NUnit.Framework;

namespace CaseNumerique.Network.Tests.Features.Affiliations;

public class EndAffiliationTests
{
    private static readonly DateOnly _today = new(2026, 11, 24);

    [Test]
    public async Task A_manager_ends_an_animator_after_a_confirmation()
    {
        await using var app = await StartAsync();
        var browser = await app.AffiliatedAsync(ContactRole.Manager);
        var space = await browser.GetAsync("/gestion/reseau/les-banians");
        var question = await browser.GetAsync(
            space.Document.QuerySelector("#contenu a[href$='/fin']")!.GetAttribute("href")!
        );

        var page = await browser.SubmitAsync(question, "form.dialog", []);

        Assert.That(question.Text, Does.Contain("Terminer l’accès de Wassa Poithily"));
        Assert.That(page.Text, Does.Contain("L’accès de Wassa Poithily prend fin."));
        Assert.That(app.Announced<AffiliationChanged>()[^1].EndsOn, Is.EqualTo(_today));
    }

    [Test]
    public async Task Whoever_is_ended_is_out_the_day_after()
    {
        await using var app = await StartAsync();
        var browser = await app.AffiliatedAsync(ContactRole.Manager, email: "sortant@banians.example");
        var id = (await app.AffiliationsAsync()).Single(a => a.Email == "sortant@banians.example").Id;
        await app.SendAsync(new EndAffiliation.Command { AffiliationId = id, LastDay = _today });
        await app.DispatchAsync();

        var lastDay = await browser.GetAsync("/gestion/reseau/les-banians");
        app.Clock.Advance(TimeSpan.FromDays(1));
        browser = await app.BrowserAsync(new Person("sortant@banians.example", Roles.Manager));
        var dayAfter = await browser.GetAsync("/gestion/reseau/les-banians");

        Assert.That(lastDay.Status, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(dayAfter.Status, Is.EqualTo(HttpStatusCode.NotFound).Or.EqualTo(HttpStatusCode.Forbidden));
    }

    [Test]
    public async Task One_that_has_not_begun_never_will()
    {
        await using var app = await App.StartAsync();
        await app.SendAsync(Given.LesBanians);
        var access = Given.Access(ContactRole.Facilitator, "jo@banians.example");
        await app.SendAsync(access with { StartsOn = _today.AddDays(10) });
        var id = (await app.AffiliationsAsync()).Single().Id;

        await app.SendAsync(new EndAffiliation.Command { AffiliationId = id, LastDay = _today });

        Assert.That((await app.AffiliationsAsync()).Single().EndsOn, Is.EqualTo(_today.AddDays(9)));
        await app.SendAsync(access with { StartsOn = _today });
        Assert.That(await app.AffiliationsAsync(), Has.Count.EqualTo(2));
    }

    [Test]
    public async Task The_past_is_not_rewritten()
    {
        await using var app = await StartAsync();
        var id = (await app.AffiliationsAsync()).Single().Id;

        var refused = Assert.ThrowsAsync<ValidationException>(() =>
            app.SendAsync(new EndAffiliation.Command { AffiliationId = id, LastDay = _today.AddDays(-2) })
        );

        Assert.That(
            refused!.Errors.Single().ErrorMessage,
            Does.StartWith("Le dernier jour est aujourd’hui au plus tôt")
        );
    }

    [Test]
    public async Task A_space_that_closes_ends_what_people_may_do_for_it()
    {
        await using var app = await StartAsync();

        await app.SendAsync(new CloseEpn.Command { Slug = "les-banians", Reason = "Fin du bail" });

        Assert.That((await app.AffiliationsAsync()).Single().EndsOn, Is.EqualTo(_today));
        Assert.That(app.Announced<AffiliationChanged>()[^1], Has.Property("Revision").EqualTo(2));
    }

    private static async Task<App> StartAsync()
    {
        var app = await App.StartAsync();
        await app.SendAsync(Given.LesBanians);
        await app.SendAsync(Given.Access(ContactRole.Facilitator, "jo@banians.example"));
        return app;
    }
}
