using System.Net;
using CaseNumerique.Labelling.Data;
using CaseNumerique.SharedKernel;
using CaseNumerique.TestKit;
using NUnit.Framework;

namespace CaseNumerique.Labelling.Tests.Features.Holidays;

internal sealed class AddHolidayTests
{
    private const string Url = "/gestion/parametres/jours-feries";

    [Test]
    public async Task A_bridge_puts_the_promised_day_off_and_can_be_taken_back()
    {
        await using var app = await App.StartAsync();
        await app.LesBaniansAsync();
        var admin = await app.BrowserAsync(Roles.Administrator);
        var bridge = WorkingDays.Ordinary.After(app.Today, 5);

        var added = await AddAsync(admin, bridge);
        var closed = await app.WithAsync((LabellingDbContext db) => db.Holidays.WorkingDaysAsync(default));
        var twice = await AddAsync(admin, bridge);
        var remove = added.Document.QuerySelector("main td a")!.GetAttribute("href")!;
        await admin.SubmitAsync(await admin.GetAsync(remove), "main form", []);

        Assert.That(added.Text, Does.Contain("Pont d’essai").And.Contain("Lundi de Pâques"));
        Assert.That(closed.Includes(bridge), Is.False);
        Assert.That(twice.Text, Does.Contain("Ce jour est déjà dans la liste."));
        Assert.That(
            (await app.WithAsync((LabellingDbContext db) => db.Holidays.WorkingDaysAsync(default))).Includes(bridge)
        );
    }

    [Test]
    public async Task An_ordinary_day_is_worked_already()
    {
        await using var app = await App.StartAsync();
        var admin = await app.BrowserAsync(Roles.Administrator);

        var refused = await admin.SubmitAsync(
            await admin.GetAsync(Url),
            "main form",
            new()
            {
                ["Form.On"] = "2026-12-01",
                ["Form.Name"] = "Journée ordinaire",
                ["Form.IsWorked"] = "true",
            }
        );

        Assert.That(refused.Text, Does.Contain("Ce jour n’est pas férié"));
    }

    [Test]
    public async Task It_is_for_administrators()
    {
        await using var app = await App.StartAsync();
        var agent = await app.BrowserAsync(Roles.Agent);

        Assert.That((await agent.GetAsync(Url)).Status, Is.EqualTo(HttpStatusCode.Forbidden));
    }

    private static async Task<Page> AddAsync(Browser browser, DateOnly day) =>
        await browser.SubmitAsync(
            await browser.GetAsync(Url),
            "main form",
            new() { ["Form.On"] = $"{day:O}", ["Form.Name"] = "Pont d’essai" }
        );
}
