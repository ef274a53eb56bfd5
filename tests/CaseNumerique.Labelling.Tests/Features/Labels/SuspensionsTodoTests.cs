using CaseNumerique.Labelling.Data;
using CaseNumerique.SharedKernel;
using CaseNumerique.TestKit;
using NUnit.Framework;

namespace CaseNumerique.Labelling.Tests.Features.Labels;

public class SuspensionsTodoTests
{
    private const string Todo = "Lever la suspension de Les Banians, ou retirer le label";
    private const string LabelUrl = "/gestion/labellisation/labels/CASE-001";

    [Test]
    public async Task A_suspension_that_has_lasted_longer_than_the_rules_is_something_to_do_and_stays_one()
    {
        await using var app = await SuspendedAsync(new DateOnly(2027, 5, 25));
        var agent = await app.BrowserAsync(Roles.Agent);

        var page = await agent.GetAsync("/gestion");
        var label = await agent.GetAsync(LabelUrl);

        Assert.Multiple(() =>
        {
            Assert.That(page.Text, Does.Contain(Todo).And.Contain("Depuis le 24 novembre 2026"));
            Assert.That(label.Text, Does.Contain("La suspension dure trop"));
            Assert.That(label.Text, Does.Contain("Elle devait finir le 24 mai 2027 : 6 mois au plus."));
        });
        await app.RemindAsync();
        Assert.That(await app.StatusAsync(), Is.EqualTo(LabelStatus.Suspended));
    }

    [Test]
    public async Task On_the_last_day_of_a_suspension_nobody_is_pressed()
    {
        await using var app = await SuspendedAsync(new DateOnly(2027, 5, 24));
        var agent = await app.BrowserAsync(Roles.Agent);

        var label = await agent.GetAsync(LabelUrl);

        Assert.Multiple(() =>
        {
            Assert.That(label.Text, Does.Contain("Depuis le 24 novembre 2026"));
            Assert.That(label.Text, Does.Not.Contain("La suspension dure trop"));
        });
        Assert.That((await agent.GetAsync("/gestion")).Text, Does.Not.Contain(Todo));
    }

    [Test]
    public async Task Time_counts_from_the_last_suspension()
    {
        await using var app = await SuspendedAsync(new DateOnly(2027, 5, 1));
        await app.ChangeAsync("CASE-001", "levee");
        await app.ChangeAsync("CASE-001", "suspension");
        app.Clock.AdvanceTo(new DateOnly(2027, 6, 1));

        var page = await (await app.BrowserAsync(Roles.Agent)).GetAsync("/gestion");

        Assert.That(page.Text, Does.Not.Contain(Todo));
    }

    [Test]
    public async Task Once_something_is_proposed_it_waits_for_its_decision_instead()
    {
        await using var app = await SuspendedAsync(new DateOnly(2027, 5, 25));
        var agent = await app.BrowserAsync(Roles.Agent);

        await agent.ProposeAsync("levee", "Le local est rouvert.");

        Assert.That((await agent.GetAsync("/gestion")).Text, Does.Not.Contain(Todo));
    }

    [Test]
    public async Task The_people_of_the_EPN_have_nothing_to_decide()
    {
        await using var app = await SuspendedAsync(new DateOnly(2027, 5, 25));

        var page = await (await app.ManagerAsync()).GetAsync("/gestion");

        Assert.That(page.Text, Does.Not.Contain(Todo));
    }

    /// <summary>Suspended on 24 November 2026, for six months at most, and then time passes.</summary>
    private static async Task<App> SuspendedAsync(DateOnly day)
    {
        var app = await App.StartAsync();
        await app.LesBaniansAsync();
        await app.LabelEndingInAsync(600);
        await app.ChangeAsync("CASE-001", "suspension");
        app.Clock.AdvanceTo(day);
        return app;
    }
}
