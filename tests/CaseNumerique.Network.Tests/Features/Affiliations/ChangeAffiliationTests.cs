using System.Net;
using CaseNumerique.Contracts.Network;
using CaseNumerique.Network.Data;
using CaseNumerique.Network.Features.Affiliations;
using CaseNumerique.SharedKernel;
using CaseNumerique.TestKit;
using FluentValidation;
using NUnit.Framework;

namespace CaseNumerique.Network.Tests.Features.Affiliations;

public class ChangeAffiliationTests
{
    private static readonly DateOnly _today = new(2026, 11, 24);

    [Test]
    public async Task Dates_and_rights_are_changed_and_announced_under_a_new_revision()
    {
        await using var app = await StartAsync();
        var browser = await app.BrowserAsync(Roles.Agent);

        var page = await browser.SubmitAsync(
            await browser.GetAsync(await UrlAsync(app)),
            "main form",
            new() { ["Form.CanEdit"] = "true", ["Form.EndsOn"] = "2026-12-31" }
        );

        Assert.That(page.Text, Does.Contain("L’accès est modifié.").And.Contain("Animation, peut modifier"));
        var announced = app.Announced<AffiliationChanged>()[^1];
        Assert.That(
            (announced.Revision, announced.CanEdit, announced.EndsOn),
            Is.EqualTo((2, true, (DateOnly?)new DateOnly(2026, 12, 31)))
        );
    }

    [Test]
    public async Task An_end_is_taken_back()
    {
        await using var app = await StartAsync();
        var id = (await app.AffiliationsAsync()).Single().Id;
        await app.SendAsync(new EndAffiliation.Command { AffiliationId = id, LastDay = _today.AddDays(-1) });
        var browser = await app.BrowserAsync(Roles.Agent);

        await browser.SubmitAsync(
            await browser.GetAsync(await UrlAsync(app)),
            "main form",
            new() { ["Form.StartsOn"] = "2026-11-24", ["Form.EndsOn"] = "" }
        );

        Assert.That((await app.AffiliationsAsync()).Single().EndsOn, Is.Null);
    }

    [Test]
    public async Task A_change_on_top_of_an_unseen_one_is_refused()
    {
        await using var app = await StartAsync();
        var id = (await app.AffiliationsAsync()).Single().Id;
        var change = new ChangeAffiliation.Command
        {
            AffiliationId = id,
            StartsOn = _today,
            Revision = 1,
        };
        await app.SendAsync(change);

        var refused = Assert.ThrowsAsync<ValidationException>(() => app.SendAsync(change with { CanEdit = true }));

        Assert.That(refused!.Errors.Single().ErrorMessage, Does.StartWith("Quelqu’un vient de changer cet accès"));
    }

    [Test]
    public async Task A_manager_changes_neither_a_manager_nor_themselves()
    {
        await using var app = await StartAsync();
        await app.SendAsync(Given.Access(ContactRole.Manager, "autre@banians.example"));
        var browser = await app.AffiliatedAsync(ContactRole.Manager);
        await app.SendAsync(Given.Access(ContactRole.Facilitator, "gestionnaire@banians.example"));
        await app.DispatchAsync();

        foreach (var affiliation in await app.AffiliationsAsync())
        {
            var url = $"/gestion/reseau/les-banians/acces/{affiliation.Id}";
            var isOpen = affiliation.Email == "jo@banians.example";
            var status = isOpen ? HttpStatusCode.OK : HttpStatusCode.NotFound;
            Assert.That((await browser.GetAsync(url)).Status, Is.EqualTo(status), affiliation.Email);
            Assert.That((await browser.GetAsync($"{url}/fin")).Status, Is.EqualTo(status), affiliation.Email);
        }
    }

    private static async Task<App> StartAsync()
    {
        var app = await App.StartAsync();
        await app.SendAsync(Given.LesBanians);
        await app.SendAsync(Given.Access(ContactRole.Facilitator, "jo@banians.example"));
        return app;
    }

    private static async Task<string> UrlAsync(App app) =>
        $"/gestion/reseau/les-banians/acces/{(await app.AffiliationsAsync()).Single().Id}";
}
