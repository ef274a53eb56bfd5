using System.Net;
using System.Text;
using CaseNumerique.Contracts.Network;
using CaseNumerique.Labelling.Data;
using CaseNumerique.Labelling.Features.Steering;
using CaseNumerique.SharedKernel;
using CaseNumerique.TestKit;
using NUnit.Framework;

namespace CaseNumerique.Labelling.Tests.Features.Steering;

internal sealed class ShowCalendarTests
{
    private const string Url = "/gestion/labellisation/calendrier";
    private static readonly Guid _lifouId = new("01990000-0000-7000-8000-00000000c001");
    private static readonly Guid _vohId = new("01990000-0000-7000-8000-00000000c002");

    [TestCase(Url)]
    [TestCase($"{Url}.ics")]
    public async Task It_is_for_ÉcoNum_only(string url)
    {
        await using var app = await App.StartAsync();

        var page = await (await app.BrowserAsync(Roles.Manager)).GetAsync(url);

        Assert.That(page.Status, Is.EqualTo(HttpStatusCode.Forbidden));
    }

    [Test]
    public async Task With_nothing_to_come_it_says_what_to_try()
    {
        await using var app = await App.StartAsync();

        var page = await (await app.BrowserAsync(Roles.Agent)).GetAsync(Url);

        Assert.That(page.Text, Does.Contain("Aucun espace à voir").And.Contain("Essayez une période plus longue"));
    }

    [Test]
    public async Task What_is_to_come_is_grouped_by_island_and_road_and_each_place_counts_once()
    {
        await using var app = await PlacesAsync();

        var view = await app.SendAsync(new ShowCalendar.Query());
        var page = await (await app.BrowserAsync(Roles.Agent)).GetAsync(Url);

        Assert.Multiple(() =>
        {
            Assert.That(
                view.Trips.Select(t => (t.Trip.Name, t.Places, t.Items.Count)),
                Is.EqualTo([("Lifou", 1, 1), ("De Poya à Voh", 2, 3)])
            );
            // In the order of the road: Koné comes before Voh.
            Assert.That(
                view.Trips[1].Items.Select(i => (i.Commune, i.Kind)),
                Is.EqualTo([
                    ("Koné", CalendarKind.LabelEnd),
                    ("Koné", CalendarKind.VisitWanted),
                    ("Voh", CalendarKind.LabelEnd),
                ])
            );
            Assert.That(view.Months.Select(m => m.Ends), Is.EqualTo([1, 1, 0, 0, 1, 0, 0]));
            Assert.That(
                page.Text,
                Does.Contain("2 espaces à voir en un déplacement, le plus pressé le 4 décembre 2026")
            );
            Assert.That(page.Text, Does.Contain("Regroupements proposés"));
        });
    }

    [Test]
    public async Task A_province_and_a_period_narrow_it()
    {
        await using var app = await PlacesAsync();

        var north = await app.SendAsync(new ShowCalendar.Query { Province = "Nord", Mois = 3 });
        var odd = await app.SendAsync(new ShowCalendar.Query { Mois = -4000 });

        Assert.That(
            north.Trips.SelectMany(t => t.Items).Select(i => i.EpnName).Distinct(),
            Is.EqualTo(["Les Banians"])
        );
        Assert.That(odd.LastOn, Is.EqualTo(app.Today.AddMonths(6)));
    }

    [Test]
    public async Task A_confirmed_visit_is_in_the_month_and_no_longer_to_be_planned()
    {
        await using var app = await App.StartAsync();
        await app.LesBaniansAsync();
        await VisitAsync(app);

        var view = await app.SendAsync(new ShowCalendar.Query());

        var item = view.Trips.Single().Items.Single();
        Assert.That((item.Kind, item.On), Is.EqualTo((CalendarKind.Visit, new DateOnly(2026, 12, 4))));
        Assert.That(view.Months.Select(m => m.Visits), Is.EqualTo([0, 1, 0, 0, 0, 0, 0]));
    }

    [Test]
    public async Task Visits_and_sessions_go_into_an_agents_calendar_in_the_hours_of_Nouméa()
    {
        await using var app = await App.StartAsync();
        var (item, agent) = await app.SessionAsync();
        await VisitAsync(app, ApplicationKind.Renewal);

        var calendar = await agent.GetAsync($"{Url}.ics");

        Assert.Multiple(() =>
        {
            Assert.That(
                calendar.Response.Content.Headers.ContentType!.ToString(),
                Is.EqualTo("text/calendar; charset=utf-8")
            );
            Assert.That(calendar.Body, Does.Contain("DTSTART;TZID=Pacific/Noumea:20261204T090000\r\n"));
            Assert.That(calendar.Body, Does.Contain("DTSTART;TZID=Pacific/Noumea:20261124T090000\r\n"));
            Assert.That(calendar.Body, Does.Contain("LOCATION:Salle Lifou\r\n"));
            Assert.That(calendar.Body, Does.Contain($"UID:{item.SessionId}@case-numerique"));
            Assert.That(calendar.Body.Split("BEGIN:VEVENT"), Has.Length.EqualTo(3));
            Assert.That(calendar.Body.Split("DTEND"), Has.Length.EqualTo(2), "a committee has no end beforehand");
            Assert.That(
                calendar.Body.Split("\r\n").Select(l => Encoding.UTF8.GetByteCount(l)),
                Is.All.LessThanOrEqualTo(75)
            );
        });
    }

    [Test]
    public void Each_commune_is_on_one_trip_and_an_unknown_one_is_said_to_be_on_none()
    {
        var communes = TripPlan.Current.Trips.SelectMany(t => t.Communes).ToList();

        Assert.That(communes, Has.Count.EqualTo(33).And.Unique);
        Assert.That(TripPlan.Current.Trips.Count(t => t.IsIsland), Is.EqualTo(5));
        Assert.That(TripPlan.Current.For("Atlantide"), Is.EqualTo(TripPlan.Unknown));
    }

    /// <summary>Two places of one road, one of which waits for a visit as well, and an island.</summary>
    private static async Task<App> PlacesAsync()
    {
        var app = await App.StartAsync();
        await app.LesBaniansAsync();
        await app.WithAsync(
            (LabellingDbContext db) =>
            {
                db.Announce(
                    new EpnRegistered(_lifouId, 1, "Drehu", "drehu", "98814", "Lifou", "Îles Loyauté"),
                    _lifouId
                );
                db.Announce(new EpnRegistered(_vohId, 1, "Le Mangrove", "le-mangrove", "98831", "Voh", "Nord"), _vohId);
                return db.SaveChangesAsync();
            }
        );
        await app.DispatchAsync();
        await app.LabelEndingInAsync(10);
        await app.LabelEndingInAsync(2, _lifouId);
        await app.LabelEndingInAsync(110, _vohId);
        await app.FileAsync(ApplicationStatus.UnderAssessment, kind: ApplicationKind.Renewal);
        return app;
    }

    /// <summary>Agreed for 4 December at nine.</summary>
    private static async Task VisitAsync(App app, ApplicationKind kind = ApplicationKind.Initial)
    {
        var id = await app.FileAsync(ApplicationStatus.UnderAssessment, kind: kind);
        var assessor = await app.AssessorOfAsync(id);
        await assessor.ProposeVisitAsync(id, new DateOnly(2026, 12, 4), new DateOnly(2026, 12, 7));
        await (await app.ManagerAsync()).ChooseFirstDayAsync(id);
    }
}
