using System.Net;
using CaseNumerique.Labelling.Data;
using CaseNumerique.Labelling.Features.Steering;
using CaseNumerique.SharedKernel;
using CaseNumerique.TestKit;
using Microsoft.EntityFrameworkCore;
using NUnit.Framework;

namespace CaseNumerique.Labelling.Tests.Features.Steering;

internal sealed class ShowSteeringTests
{
    private const string Url = "/gestion/labellisation/pilotage";
    private static readonly Guid _otherId = new("01990000-0000-7000-8000-00000000cccc");

    [TestCase(Roles.Manager)]
    [TestCase(Roles.Committee)]
    public async Task It_is_for_ÉcoNum_only(string role)
    {
        await using var app = await App.StartAsync();

        var page = await (await app.BrowserAsync(role)).GetAsync(Url);

        Assert.That(page.Status, Is.EqualTo(HttpStatusCode.Forbidden));
    }

    [Test]
    public async Task With_no_file_at_all_it_says_so()
    {
        await using var app = await App.StartAsync();

        var page = await (await app.BrowserAsync(Roles.Agent)).GetAsync(Url);

        Assert.That(page.Text, Does.Contain("Aucun retard").And.Contain("Aucune décision sur douze mois"));
    }

    [Test]
    public async Task Files_are_counted_by_stage_with_how_long_they_have_stood_there_and_the_latest_first()
    {
        await using var app = await App.StartAsync();
        await app.LesBaniansAsync();
        await app.EpnAsync(_otherId, "Le Faré");
        await app.FileAsync(ApplicationStatus.Submitted);
        app.Clock.Advance(TimeSpan.FromDays(20));
        var assessed = await app.FileAsync(ApplicationStatus.UnderAssessment, epnId: _otherId);
        await OpinionDueOnAsync(app, assessed, app.Today.AddDays(4));
        app.Clock.Advance(TimeSpan.FromDays(10));

        var view = await app.SendAsync(new ShowSteering.Query());
        var page = await (await app.BrowserAsync(Roles.Agent)).GetAsync(Url);

        var late = page.Document.QuerySelectorAll("section[aria-labelledby=retard] tbody tr").ToList();
        Assert.Multiple(() =>
        {
            Assert.That(
                view.Stages.Where(s => s.Count > 0),
                Is.EqualTo([
                    new Stage(ApplicationStatus.Submitted, 1, 30, 30),
                    new Stage(ApplicationStatus.UnderAssessment, 1, 10, 10),
                ])
            );
            Assert.That(
                view.Late.Select(f => (f.EpnName, f.DaysLate(app.Today))),
                Is.EqualTo([("Les Banians", 23), ("Le Faré", 6)])
            );
            Assert.That(page.Text, Does.Contain("2 dossiers en retard"));
            Assert.That(late[0].TextContent, Does.Contain("Les Banians").And.Contain("23"));
            Assert.That(
                late[1].QuerySelector("a")!.GetAttribute("href"),
                Is.EqualTo($"/gestion/labellisation/demandes/{assessed}")
            );
        });
    }

    [Test]
    public async Task A_decision_counts_from_the_filing_and_an_opinion_by_the_day_it_was_promised_for()
    {
        await using var app = await App.StartAsync();
        await app.LesBaniansAsync();
        await app.EpnAsync(_otherId, "Le Faré");
        await DecidedAsync(app, Given.EpnId, ApplicationStatus.Granted, days: 40, promisedIn: 50);
        await DecidedAsync(app, _otherId, ApplicationStatus.Refused, days: 61, promisedIn: 60);

        var year = (await app.SendAsync(new ShowSteering.Query())).Year;
        var page = await (await app.BrowserAsync(Roles.Agent)).GetAsync(Url);

        Assert.That(year, Is.EqualTo(new YearOfDecisions(1, 1, 50, 61, 2, 1, 90)));
        Assert.That(
            page.Text,
            Does.Contain("2 : 1 accord, 1 refus").And.Contain("50 jours, compléments compris").And.Contain("1 sur 2")
        );
    }

    [Test]
    public async Task What_was_decided_more_than_a_year_ago_no_longer_counts()
    {
        await using var app = await App.StartAsync();
        await app.LesBaniansAsync();
        await DecidedAsync(app, Given.EpnId, ApplicationStatus.Granted, days: 40, promisedIn: 50);
        app.Clock.Advance(TimeSpan.FromDays(367));

        Assert.That((await app.SendAsync(new ShowSteering.Query())).Year.Count, Is.Zero);
    }

    [TestCase(new int[0], null)]
    [TestCase(new[] { 9 }, 9)]
    [TestCase(new[] { 30, 1, 2 }, 2)]
    [TestCase(new[] { 10, 4 }, 7)]
    public void The_median_is_the_middle(int[] values, int? median)
    {
        Assert.That(Stage.Median(values), Is.EqualTo(median));
    }

    private static async Task DecidedAsync(App app, Guid epnId, ApplicationStatus status, int days, int promisedIn)
    {
        var filedAt = app.Clock.UtcNow.AddDays(-days);
        var id = await app.FileAsync(status, epnId: epnId);
        await OpinionDueOnAsync(app, id, NoumeaTime.DayOf(filedAt).AddDays(promisedIn));
        await app.WithAsync(
            (LabellingDbContext db) =>
                db
                    .Applications.Where(a => a.Id == id)
                    .ExecuteUpdateAsync(set =>
                        set.SetProperty(a => a.SubmittedAt, filedAt).SetProperty(a => a.DecidedAt, app.Clock.UtcNow)
                    )
        );
    }

    private static Task OpinionDueOnAsync(App app, Guid id, DateOnly day) =>
        app.WithAsync(
            (LabellingDbContext db) =>
                db
                    .Applications.Where(a => a.Id == id)
                    .ExecuteUpdateAsync(set => set.SetProperty(a => a.OpinionDueOn, day))
        );
}
