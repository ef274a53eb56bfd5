using System.Security.Claims;
using CaseNumerique.Labelling.Data;
using CaseNumerique.Labelling.Features.Visits;
using CaseNumerique.SharedKernel;
using CaseNumerique.TestKit;
using Microsoft.EntityFrameworkCore;
using NUnit.Framework;

namespace CaseNumerique.Labelling.Tests.Features.Visits;

internal sealed class ReportVisitTests
{
    [Test]
    public async Task The_report_is_kept_with_its_findings_and_can_be_completed()
    {
        await using var app = await App.StartAsync();
        var (id, assessor) = await app.GivenConfirmedVisitAsync();
        var early = await ReportAsync(assessor, id, "Trop tôt");
        app.Clock.Advance(TimeSpan.FromDays(11));
        assessor = await app.AssessorOfAsync(id);

        await ReportAsync(assessor, id, "Local clair, six postes.");
        var completed = await ReportAsync(assessor, id, "Local clair, sept postes.", finding: "");

        var visit = await app.WithAsync(
            (LabellingDbContext db) => db.Visits.AsNoTracking().Include(v => v.Findings).SingleAsync()
        );
        Assert.That(early.Text, Does.Contain("La visite n’a pas encore eu lieu").And.Contain("Trop tôt"));
        Assert.That(visit.Status, Is.EqualTo(VisitStatus.Done));
        Assert.That(completed.Text, Does.Contain("Local clair, sept postes."));
        Assert.That(visit.Findings.Single().Words, Is.EqualTo(FindingWords.None));
    }

    [Test]
    public async Task A_finding_is_shown_to_EcoNum_and_to_the_EPN_after_the_decision_only()
    {
        await using var app = await App.StartAsync();
        var (id, _) = await app.GivenConfirmedVisitAsync();
        app.Clock.Advance(TimeSpan.FromDays(11));
        var shown = await ReportAsync(await app.AssessorOfAsync(id), id, "Local clair.");
        var manager = await app.ManagerAsync();

        Assert.That(shown.Text, Does.Contain("Le registre est affiché."));
        Assert.That(
            (await manager.GetAsync(GivenAssessment.UrlOf(id, "/visite"))).Text,
            Does.Not.Contain("Local clair.").And.Contain("Faite")
        );
        Assert.That(await MayReadAsync(app, Roles.Agent), Is.True);
        Assert.That(await MayReadAsync(app, Roles.Manager), Is.False);
        await app.WithAsync(
            (LabellingDbContext db) =>
                db.Applications.ExecuteUpdateAsync(set => set.SetProperty(a => a.Status, ApplicationStatus.Refused))
        );
        Assert.That(await MayReadAsync(app, Roles.Manager), Is.True);
    }

    [Test]
    public async Task The_grid_holds_what_the_EPN_says()
    {
        await using var app = await App.StartAsync();
        await app.LesBaniansAsync();
        var id = await app.FileAsync(ApplicationStatus.UnderAssessment);
        var assessor = await app.AssessorOfAsync(id);

        var grid = await assessor.GetAsync(GivenAssessment.UrlOf(id, "/visite/grille"));

        Assert.That(grid.Document.QuerySelectorAll("tbody tr"), Has.Length.EqualTo(43));
    }

    [Test]
    public async Task Two_who_report_at_one_time_read_each_other_before_one_text_replaces_the_other()
    {
        await using var app = await App.StartAsync();
        var (id, _) = await app.GivenConfirmedVisitAsync();
        app.Clock.Advance(TimeSpan.FromDays(11));
        var assessor = await app.AssessorOfAsync(id);
        var late = await assessor.GetAsync(GivenAssessment.UrlOf(id, "/visite/compte-rendu"));
        await ReportAsync(assessor, id, "Local clair.");

        var refused = await assessor.SubmitAsync(
            late,
            "main form",
            new()
            {
                ["Form.Present"] = "Hélène W., Jo P.",
                ["Form.Report"] = "Local sombre.",
                ["Form.Findings[0].Text"] = "Pas de registre.",
            }
        );
        var again = await assessor.SubmitAsync(refused, "main form", []);

        var rows = refused.Document.QuerySelectorAll("tbody tr").Select(r => r.TextContent).ToList();
        Assert.That(rows, Has.Count.EqualTo(2));
        Assert.That(rows[0], Does.Contain("Local clair.").And.Contain("Local sombre."));
        Assert.That(rows[1], Does.Contain("Le registre est affiché.").And.Contain("Pas de registre."));
        Assert.That(again.Text, Does.Contain("Le compte rendu est enregistré.").And.Contain("Local sombre."));
    }

    private static async Task<Page> ReportAsync(
        Browser browser,
        Guid id,
        string report,
        string finding = "Le registre est affiché."
    ) =>
        await browser.SubmitAsync(
            await browser.GetAsync(GivenAssessment.UrlOf(id, "/visite/compte-rendu")),
            "main form",
            new()
            {
                ["Form.Present"] = "Hélène W., Jo P.",
                ["Form.Report"] = report,
                ["Form.Findings[0].Text"] = finding,
            }
        );

    private static Task<bool> MayReadAsync(App app, string role) =>
        app.WithAsync(
            async (LabellingDbContext db) =>
            {
                var visitId = await db.Visits.Select(v => v.Id).SingleAsync();
                var person = new ClaimsPrincipal(
                    new ClaimsIdentity(
                        [new(ClaimTypes.Role, role), new(PersonScope.EpnClaim, $"{Given.EpnId}")],
                        "test"
                    )
                );
                return await db.MayReadVisitAsync(person, visitId, default);
            }
        );
}
