using CaseNumerique.Accounts.Data;
using CaseNumerique.SharedKernel;
using CaseNumerique.TestKit;
using Microsoft.EntityFrameworkCore;
using NUnit.Framework;

namespace CaseNumerique.Accounts.Tests.Features.Own;

internal sealed class EndSessionsTests
{
    private const string Path = "/mon-compte/sessions";

    [Test]
    public async Task One_session_is_ended_and_this_one_stays()
    {
        await using var app = await App.StartAsync();
        var elsewhere = await app.BrowserAsync(Own.Marie);
        app.Clock.Advance(TimeSpan.FromMinutes(2));
        var browser = await app.BrowserAsync(Own.Marie);
        var page = await browser.GetAsync(Path);

        Assert.That(page.Document.QuerySelectorAll(".lines .tag.done"), Has.Exactly(1).Items);
        await browser.SubmitAsync(page, ".lines form", []);

        Assert.That((await elsewhere.GetAsync("/gestion")).Url, Does.Contain("/connexion"));
        Assert.That((await browser.GetAsync("/gestion")).Url, Does.EndWith("/gestion"));
    }

    [Test]
    public async Task All_others_are_ended_at_once()
    {
        await using var app = await App.StartAsync();
        Browser[] elsewhere = [await app.BrowserAsync(Own.Marie), await app.BrowserAsync(Own.Marie)];
        var browser = await app.BrowserAsync(Own.Marie);

        await browser.SubmitAsync(await browser.GetAsync(Path), "main > form", []);

        foreach (var other in elsewhere)
        {
            Assert.That((await other.GetAsync("/gestion")).Url, Does.Contain("/connexion"));
        }

        Assert.That((await browser.GetAsync(Path)).Document.QuerySelectorAll(".lines > li"), Has.Exactly(1).Items);
    }

    [Test]
    public async Task The_session_of_another_person_stays_open()
    {
        await using var app = await App.StartAsync();
        var other = await app.BrowserAsync(new Person("autre@epn.example", Roles.Manager));
        var id = await app.WithAsync((AccountsDbContext db) => db.Sessions.Select(s => s.Id).SingleAsync());
        await app.BrowserAsync(Own.Marie);
        app.Clock.Advance(TimeSpan.FromMinutes(2));
        var browser = await app.BrowserAsync(Own.Marie);
        var page = await browser.GetAsync(Path);

        await browser.SubmitAsync(page, ".lines form", new() { ["Form.SessionId"] = id.ToString() });

        Assert.That((await other.GetAsync("/gestion")).Url, Does.EndWith("/gestion"));
    }

    [Test]
    public async Task A_machine_that_is_new_to_the_account_is_marked()
    {
        await using var app = await App.StartAsync();
        await app.BrowserAsync(Own.Marie);
        app.Clock.Advance(TimeSpan.FromMinutes(2));
        var browser = await app.BrowserAsync(Own.Marie);

        var page = await browser.GetAsync(Path);

        var marked = page.Document.QuerySelectorAll(".lines .tag.todo");
        Assert.That(marked, Has.Exactly(1).Items);
        Assert.That(marked[0].ParentElement!.TextContent, Does.Contain("Cet appareil"));
    }
}
