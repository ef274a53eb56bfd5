using System.Net;
using CaseNumerique.Labelling.Data;
using CaseNumerique.SharedKernel;
using CaseNumerique.TestKit;
using Microsoft.EntityFrameworkCore;
using NUnit.Framework;

namespace CaseNumerique.Labelling.Tests.Features.Visits;

internal sealed class ProposeVisitTests
{
    [Test]
    public async Task The_EPN_chooses_a_day_and_both_sides_have_it_in_their_calendar()
    {
        await using var app = await App.StartAsync();
        await app.LesBaniansAsync();
        var id = await app.FileAsync(ApplicationStatus.UnderAssessment);
        var assessor = await app.AssessorOfAsync(id);
        var manager = await app.ManagerAsync();

        await assessor.ProposeVisitAsync(id, app.Today.AddDays(10), app.Today.AddDays(12));
        var shown = await manager.ChooseFirstDayAsync(id);

        var calendar = await manager.GetAsync(GivenAssessment.UrlOf(id, "/visite.ics"));
        Assert.That(shown.Text, Does.Contain("La visite est confirmée").And.Contain("vendredi 4 décembre 2026 à 9 h"));
        Assert.That(calendar.Body, Does.Contain("DTSTART;TZID=Pacific/Noumea:20261204T090000\r\n"));
        Assert.That(calendar.Body, Does.Contain("DTEND;TZID=Pacific/Noumea:20261204T110000\r\n"));
        Assert.That(
            calendar.Body.Split("\r\n").Select(l => System.Text.Encoding.UTF8.GetByteCount(l)),
            Is.All.LessThanOrEqualTo(75)
        );
        Assert.That(
            await app.SubjectsToAsync(Given.ManagerEmail),
            Is.EqualTo(
                new[] { "Visite de votre espace\u00A0: date à confirmer", "Visite confirmée\u00A0: Les Banians" }
            )
        );
        Assert.That(
            await app.SubjectsToAsync(GivenAssessment.AssessorEmail),
            Is.EqualTo(new[] { "Visite confirmée\u00A0: Les Banians" })
        );
    }

    [Test]
    public async Task The_EPN_proposes_others_and_the_assessor_chooses()
    {
        await using var app = await App.StartAsync();
        await app.LesBaniansAsync();
        var id = await app.FileAsync(ApplicationStatus.UnderAssessment);
        var assessor = await app.AssessorOfAsync(id);
        var manager = await app.ManagerAsync();
        await assessor.ProposeVisitAsync(id, app.Today.AddDays(10), app.Today.AddDays(12));
        var late = await manager.GetAsync(GivenAssessment.UrlOf(id, "/visite/confirmation"));

        await manager.ProposeVisitAsync(id, app.Today.AddDays(20));
        var stale = await manager.SubmitAsync(
            late,
            "main form",
            new() { ["Form.SlotId"] = late.Document.QuerySelector("main input[type=radio]")!.GetAttribute("value")! }
        );
        await assessor.ChooseFirstDayAsync(id);

        var visit = await VisitAsync(app);
        Assert.That(stale.Text, Does.Contain("Ces dates ont changé."));
        Assert.That(visit.Status, Is.EqualTo(VisitStatus.Confirmed));
        Assert.That(visit.StartsAt, Is.EqualTo(NoumeaTime.ToUtc(new DateOnly(2026, 12, 14), new TimeOnly(9, 0))));
    }

    [Test]
    public async Task One_day_only_or_a_day_past_is_refused_and_what_was_typed_stays()
    {
        await using var app = await App.StartAsync();
        await app.LesBaniansAsync();
        var id = await app.FileAsync(ApplicationStatus.UnderAssessment);
        var assessor = await app.AssessorOfAsync(id);

        var refused = await assessor.ProposeVisitAsync(id, app.Today);

        Assert.That(refused.Text, Does.Contain("Proposez au moins 2 dates").And.Contain("Choisissez un jour à venir."));
        Assert.That(refused.Document.QuerySelector("input[value='09:00']"), Is.Not.Null);
        Assert.That(await app.WithAsync((LabellingDbContext db) => db.Visits.AnyAsync()), Is.False);
    }

    [Test]
    public async Task A_confirmed_visit_moves_or_is_cancelled_with_a_reason()
    {
        await using var app = await App.StartAsync();
        await app.LesBaniansAsync();
        var id = await app.FileAsync(ApplicationStatus.UnderAssessment);
        var assessor = await app.AssessorOfAsync(id);
        var manager = await app.ManagerAsync();
        await assessor.ProposeVisitAsync(id, app.Today.AddDays(10), app.Today.AddDays(12));
        await manager.ChooseFirstDayAsync(id);

        await manager.ProposeVisitAsync(id, app.Today.AddDays(20));
        var moved = (await VisitAsync(app)).Status;
        var cancelled = await assessor.SubmitAsync(
            await assessor.GetAsync(GivenAssessment.UrlOf(id, "/visite/annulation")),
            "main form",
            new() { ["Form.Reason"] = "Route coupée." }
        );

        Assert.That(moved, Is.EqualTo(VisitStatus.Countered));
        Assert.That(cancelled.Text, Does.Contain("Route coupée.").And.Contain("Proposer une autre visite"));
        Assert.That(await app.SubjectsToAsync(Given.ManagerEmail), Has.One.StartsWith("Visite annulée"));
        Assert.That(
            (await manager.GetAsync(GivenAssessment.UrlOf(id, "/visite.ics"))).Status,
            Is.EqualTo(HttpStatusCode.NotFound)
        );
    }

    [Test]
    public async Task The_EPN_asks_for_no_visit_by_itself()
    {
        await using var app = await App.StartAsync();
        await app.LesBaniansAsync();
        var id = await app.FileAsync(ApplicationStatus.UnderAssessment);
        var manager = await app.ManagerAsync();

        var refused = await manager.ProposeVisitAsync(id, app.Today.AddDays(10));

        Assert.That(refused.Text, Does.Contain("ÉcoNum n’a pas proposé de visite"));
    }

    [Test]
    public async Task A_day_that_has_passed_is_no_longer_chosen()
    {
        await using var app = await App.StartAsync();
        await app.LesBaniansAsync();
        var id = await app.FileAsync(ApplicationStatus.UnderAssessment);
        await (await app.AssessorOfAsync(id)).ProposeVisitAsync(id, app.Today.AddDays(10), app.Today.AddDays(12));
        app.Clock.Advance(TimeSpan.FromDays(11));

        var refused = await (await app.ManagerAsync()).ChooseFirstDayAsync(id);

        Assert.That(refused.Text, Does.Contain("Cette date est passée"));
        Assert.That((await VisitAsync(app)).Status, Is.EqualTo(VisitStatus.Proposed));
    }

    private static Task<SiteVisit> VisitAsync(App app) =>
        app.WithAsync((LabellingDbContext db) => db.Visits.AsNoTracking().SingleAsync());
}
