using System.Net;
using CaseNumerique.Labelling.Data;
using CaseNumerique.SharedKernel;
using CaseNumerique.TestKit;
using Microsoft.EntityFrameworkCore;
using NUnit.Framework;

namespace CaseNumerique.Labelling.Tests.Features.LabelApplications;

internal sealed class DescribeProjectTests
{
    [TestCase(Roles.Facilitator)]
    [TestCase(Roles.Manager)]
    public async Task Only_those_who_write_for_the_EPN_open_it(string role)
    {
        await using var app = await App.StartAsync();
        await app.LesBaniansAsync();
        var id = await app.FileAsync(ApplicationStatus.Draft);
        // Somebody who reads only, and the manager of another.
        var browser = await app.BrowserAsync(role, role == Roles.Manager ? Guid.NewGuid() : Given.EpnId);

        foreach (var step in new[] { "/gestionnaire", "/criteres/A", "/charte", "/depot" })
        {
            Assert.That(
                (await browser.GetAsync(GivenDraft.Url(id, step))).Status,
                Is.EqualTo(HttpStatusCode.NotFound),
                step
            );
        }
    }

    [Test]
    public async Task What_is_wrong_is_said_and_the_rest_is_kept()
    {
        await using var app = await App.StartAsync();
        await app.LesBaniansAsync();
        var id = await app.FileAsync(ApplicationStatus.Draft);
        var browser = await app.HeleneAsync();

        var page = await SaveAsync(browser, id, ("OperatorName", "Mairie de Koné"), ("Ridet", "12 34"));

        var file = await app.FileAsync(id);
        Assert.That(page.Text, Does.Contain("Le RIDET compte neuf ou dix chiffres, comme 0 123 456.001."));
        Assert.That(page.Document.QuerySelector("#Form_Ridet")!.GetAttribute("value"), Is.EqualTo("12 34"));
        Assert.That((file.OperatorName, file.Ridet), Is.EqualTo(("Mairie de Koné", "0123456001")));

        var next = await browser.SubmitAsync(page, "main form", new() { ["Form.Ridet"] = "1 234 567.002" });
        Assert.That(next.Url, Does.EndWith("/criteres/A"));
        Assert.That((await app.FileAsync(id)).Ridet, Is.EqualTo("1234567002"));
    }

    [Test]
    public async Task Two_people_see_each_others_version_and_lose_nothing()
    {
        await using var app = await App.StartAsync();
        await app.LesBaniansAsync();
        var id = await app.FileAsync(ApplicationStatus.Draft);
        var browser = await app.HeleneAsync();
        var early = await browser.GetAsync(GivenDraft.Url(id, "/gestionnaire"));
        await SaveAsync(browser, id, ("Project", "Le projet de Jo."));

        var page = await browser.SubmitAsync(early, "main form", new() { ["Form.Project"] = "Le projet d’Hélène." });

        Assert.That(page.Text, Does.Contain("Quelqu’un a enregistré entre-temps : « Le projet de Jo. »"));
        Assert.That(
            page.Document.QuerySelector("#Form_Project")!.TextContent.Trim(),
            Is.EqualTo("Le projet d’Hélène.")
        );
        Assert.That((await app.FileAsync(id)).Project, Is.EqualTo("Le projet de Jo."));

        await browser.SubmitAsync(page, "main form", []);
        Assert.That((await app.FileAsync(id)).Project, Is.EqualTo("Le projet d’Hélène."));
    }

    [Test]
    public async Task A_filed_file_stands_still_and_what_was_typed_stays()
    {
        await using var app = await App.StartAsync();
        await app.LesBaniansAsync();
        var id = await app.FileAsync(ApplicationStatus.Draft);
        var browser = await app.HeleneAsync();
        var form = await browser.GetAsync(GivenDraft.Url(id, "/gestionnaire"));
        await app.WithAsync(
            (LabellingDbContext db) =>
                db.Applications.ExecuteUpdateAsync(set => set.SetProperty(a => a.Status, ApplicationStatus.Submitted))
        );

        var page = await browser.SubmitAsync(form, "main form", new() { ["Form.Project"] = "Trop tard." });
        var anew = await browser.GetAsync(GivenDraft.Url(id, "/gestionnaire"));

        Assert.That(page.Text, Does.Contain("ses réponses ne changent plus"));
        Assert.That(page.Document.QuerySelector("#Form_Project")!.TextContent.Trim(), Is.EqualTo("Trop tard."));
        Assert.That((await app.FileAsync(id)).Project, Is.Not.EqualTo("Trop tard."));
        Assert.That(anew.Url, Does.EndWith($"/{id}"));
    }

    [Test]
    public async Task It_changes_again_while_the_file_is_to_be_completed()
    {
        await using var app = await App.StartAsync();
        await app.LesBaniansAsync();
        var id = await app.FileAsync(ApplicationStatus.ToComplete);
        var browser = await app.HeleneAsync();

        await SaveAsync(browser, id, ("Project", "Précisé."));

        Assert.That((await app.FileAsync(id)).Project, Is.EqualTo("Précisé."));
    }

    private static async Task<Page> SaveAsync(Browser browser, Guid id, params (string Field, string Value)[] typed) =>
        await browser.SubmitAsync(
            await browser.GetAsync(GivenDraft.Url(id, "/gestionnaire")),
            "main form",
            typed.ToDictionary(t => $"Form.{t.Field}", t => t.Value)
        );
}
