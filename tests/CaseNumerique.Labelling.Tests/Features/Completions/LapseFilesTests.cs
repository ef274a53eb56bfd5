using System.Net;
using CaseNumerique.Labelling.Data;
using CaseNumerique.Labelling.Features.Completions;
using CaseNumerique.SharedKernel;
using CaseNumerique.TestKit;
using Microsoft.EntityFrameworkCore;
using NUnit.Framework;

namespace CaseNumerique.Labelling.Tests.Features.Completions;

internal sealed class LapseFilesTests
{
    [Test]
    public async Task A_file_lapses_on_the_sixteenth_day_after_it_was_due_and_not_before()
    {
        await using var app = await App.StartAsync();
        await app.LesBaniansAsync();
        var id = await GivenDueAsync(app, app.Today);

        app.Clock.AdvanceTo(app.Today.AddDays(15));
        await app.RunJobAsync(LapseFiles.JobId);
        var before = (await app.FileAsync(id)).Status;
        app.Clock.AdvanceTo(app.Today.AddDays(1));
        await app.RunJobAsync(LapseFiles.JobId);
        await app.RunJobAsync(LapseFiles.JobId);

        var file = await app.FileAsync(id);
        Assert.That(before, Is.EqualTo(ApplicationStatus.ToComplete));
        Assert.That(file.Status, Is.EqualTo(ApplicationStatus.Lapsed));
        Assert.That(
            await app.SubjectsToAsync(Given.ManagerEmail),
            Is.EqualTo(new[] { $"Votre dossier {file.Number} a été classé sans suite" })
        );
    }

    [Test]
    public async Task An_administrator_reopens_it_with_a_reason()
    {
        await using var app = await App.StartAsync();
        await app.LesBaniansAsync();
        var id = await app.FileAsync(ApplicationStatus.Lapsed);
        var admin = await app.BrowserAsync(Roles.Administrator);

        var refused = await ReopenAsync(admin, id, "");
        await ReopenAsync(admin, id, "Cyclone au village.");

        var file = await app.FileAsync(id);
        Assert.That(refused.Text, Does.Contain("Indiquez le motif"));
        Assert.That(file.Status, Is.EqualTo(ApplicationStatus.Admissibility));
        Assert.That(
            await app.SubjectsToAsync(Given.ManagerEmail),
            Has.One.EqualTo($"Votre dossier {file.Number} est rouvert")
        );
    }

    [TestCase(60, LabelStatus.Active)]
    [TestCase(10, LabelStatus.Expired)]
    public async Task A_renewal_that_lapses_gives_the_label_back_and_holds_it_again_once_reopened(
        int days,
        LabelStatus without
    )
    {
        await using var app = await App.StartAsync();
        await app.LesBaniansAsync();
        var number = await app.LabelEndingInAsync(days);
        await app.ChangeAsync(number, "renouvellement");
        var id = await app.RenewalOfAsync(number, ApplicationStatus.ToComplete);
        await SetDueAsync(app, id, app.Today);
        app.Clock.AdvanceTo(app.Today.AddDays(16));

        await app.RunJobAsync(LapseFiles.JobId);
        await app.RunJobAsync("label-renewal-reminders");
        var lapsed = await app.StatusAsync();
        var history = await (await app.BrowserAsync(Roles.Agent)).GetAsync($"/gestion/labellisation/labels/{number}");
        await ReopenAsync(await app.BrowserAsync(Roles.Administrator), id, "Cyclone au village.");

        Assert.That(lapsed, Is.EqualTo(without));
        Assert.That(history.Text, Does.Contain("Renouvellement classé sans suite"));
        Assert.That(await app.StatusAsync(), Is.EqualTo(LabelStatus.UnderRenewal));
    }

    [Test]
    public async Task It_stays_closed_when_the_EPN_has_begun_another()
    {
        await using var app = await App.StartAsync();
        await app.LesBaniansAsync();
        var id = await app.FileAsync(ApplicationStatus.Lapsed);
        await app.FileAsync(ApplicationStatus.Draft);
        var admin = await app.BrowserAsync(Roles.Administrator);

        var refused = await ReopenAsync(admin, id, "Cyclone au village.");

        Assert.That(refused.Text, Does.Contain("L’espace a commencé un autre dossier depuis"));
        Assert.That((await app.FileAsync(id)).Status, Is.EqualTo(ApplicationStatus.Lapsed));
    }

    [Test]
    public async Task An_agent_does_not_reopen()
    {
        await using var app = await App.StartAsync();
        await app.LesBaniansAsync();
        var id = await app.FileAsync(ApplicationStatus.Lapsed);
        var agent = await app.BrowserAsync(Roles.Agent);

        Assert.That(
            (await agent.GetAsync(GivenAssessment.UrlOf(id, "/reouverture"))).Status,
            Is.EqualTo(HttpStatusCode.Forbidden)
        );
    }

    private static async Task<Page> ReopenAsync(Browser browser, Guid id, string reason) =>
        await browser.SubmitAsync(
            await browser.GetAsync(GivenAssessment.UrlOf(id, "/reouverture")),
            "main form",
            new() { ["Form.Reason"] = reason }
        );

    private static async Task<Guid> GivenDueAsync(App app, DateOnly due)
    {
        var id = await app.FileAsync(ApplicationStatus.ToComplete);
        await SetDueAsync(app, id, due);
        return id;
    }

    private static Task SetDueAsync(App app, Guid id, DateOnly due) =>
        app.WithAsync(
            (LabellingDbContext db) =>
                db
                    .Applications.Where(a => a.Id == id)
                    .ExecuteUpdateAsync(set => set.SetProperty(a => a.CompletionDueOn, due))
        );
}
