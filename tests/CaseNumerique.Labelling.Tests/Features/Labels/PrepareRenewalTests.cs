using System.Net;
using CaseNumerique.SharedKernel;
using CaseNumerique.TestKit;
using NUnit.Framework;

namespace CaseNumerique.Labelling.Tests.Features.Labels;

public class PrepareRenewalTests
{
    private const string Url = "/gestion/labellisation/renouveler/CASE-001";

    [Test]
    public async Task The_label_of_others_answers_like_one_that_does_not_exist()
    {
        await using var app = await StartAsync();
        var stranger = await app.BrowserAsync(Roles.Manager, Guid.NewGuid());
        var reader = await app.BrowserAsync(Roles.Facilitator, Given.EpnId);

        foreach (var browser in new[] { stranger, reader })
        {
            var others = await browser.GetAsync(Url);
            var nowhere = await browser.GetAsync("/gestion/labellisation/renouveler/CASE-999");

            Assert.That(
                (others.Status, nowhere.Status),
                Is.EqualTo((HttpStatusCode.NotFound, HttpStatusCode.NotFound))
            );
            Assert.That(
                others.Document.QuerySelector("main")!.InnerHtml,
                Is.EqualTo(nowhere.Document.QuerySelector("main")!.InnerHtml)
            );
        }
    }

    [Test]
    public async Task Its_manager_finds_it_from_the_list_of_what_is_to_do()
    {
        await using var app = await StartAsync();
        var browser = await app.BrowserAsync(Roles.Manager, Given.EpnId);

        var todo = await browser.GetAsync("/gestion");
        var page = await browser.GetAsync(todo.Document.QuerySelector(".todo a")!.GetAttribute("href")!);

        Assert.That(todo.Text, Does.Contain("Renouveler le label de Les Banians").And.Contain("Avant le 22"));
        Assert.That(page.Text, Does.Contain("Ce qu’il faut préparer"));
    }

    [Test]
    public async Task An_end_too_far_off_is_no_work_yet()
    {
        await using var app = await App.StartAsync();
        await app.LesBaniansAsync();
        await app.LabelEndingInAsync(181);
        var browser = await app.BrowserAsync(Roles.Manager, Given.EpnId);

        Assert.That((await browser.GetAsync("/gestion")).Text, Does.Contain("Tout est à jour"));
    }

    private static async Task<App> StartAsync()
    {
        var app = await App.StartAsync();
        await app.LesBaniansAsync();
        await app.LabelEndingInAsync(90);
        return app;
    }
}
