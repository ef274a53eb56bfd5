using CaseNumerique.Labelling.Data;
using CaseNumerique.SharedKernel;
using CaseNumerique.TestKit;
using NUnit.Framework;

namespace CaseNumerique.Labelling.Tests.Features.Steering;

/// <summary>What the sources of the labelling module put together on one list.</summary>
internal sealed class TodoTests
{
    private const string ChooseDay = "Choisir la date de visite de Les Banians";
    private const string Report = "Écrire le compte rendu de la visite de Les Banians";

    [Test]
    public async Task A_visit_is_on_the_list_of_the_side_whose_turn_it_is()
    {
        await using var app = await App.StartAsync();
        await app.LesBaniansAsync();
        var id = await app.FileAsync(ApplicationStatus.UnderAssessment);
        var assessor = await app.AssessorOfAsync(id);
        var manager = await app.ManagerAsync();

        await assessor.ProposeVisitAsync(id, new DateOnly(2026, 12, 4), new DateOnly(2026, 12, 7));
        Assert.That(await TitlesAsync(manager), Has.Member(ChooseDay));
        Assert.That(await TitlesAsync(assessor), Has.No.Member(ChooseDay));

        await manager.ProposeVisitAsync(id, new DateOnly(2026, 12, 8));
        Assert.That(await TitlesAsync(manager), Has.No.Member(ChooseDay));
        Assert.That(await TitlesAsync(assessor), Has.Member(ChooseDay));

        await assessor.ChooseFirstDayAsync(id);
        Assert.That(await TitlesAsync(assessor), Has.No.Member(ChooseDay).And.No.Member(Report));
    }

    [Test]
    public async Task Whoever_came_back_from_a_visit_or_stands_in_has_a_report_to_write()
    {
        await using var app = await App.StartAsync();
        await app.LesBaniansAsync();
        var id = await app.FileAsync(ApplicationStatus.UnderAssessment);
        var assessor = await app.AssessorOfAsync(id);
        await assessor.ProposeVisitAsync(id, app.Today.AddDays(1), app.Today.AddDays(2));
        await (await app.ManagerAsync()).ChooseFirstDayAsync(id);
        app.Clock.Advance(TimeSpan.FromHours(26));

        Assert.That(await TitlesAsync(await app.AssessorOfAsync(id)), Has.Member(Report));
        Assert.That(
            await TitlesAsync(await app.BrowserAsync(Roles.Agent)),
            Has.No.Member(Report),
            "another follows it"
        );
        var standIn = new Person("suppleante@econum.example", Roles.Agent)
        {
            StandsInFor = [(await app.FileAsync(id)).AssessorId!.Value],
        };
        Assert.That(await TitlesAsync(await app.BrowserAsync(standIn)), Has.Member(Report));
    }

    [Test]
    public async Task A_session_whose_day_has_passed_is_to_be_closed_and_until_then_is_not()
    {
        await using var app = await App.StartAsync();
        var (item, agent) = await app.SessionAsync();
        var before = await TitlesAsync(agent);
        app.Clock.Advance(TimeSpan.FromDays(1));

        var after = await (await app.BrowserAsync(Roles.Agent)).GetAsync("/gestion");

        Assert.That(before, Has.None.StartsWith("Clore la séance"));
        var link = after.Document.QuerySelector($"a[href='{GivenCommittee.ListUrl}/{item.SessionId}/cloture']");
        Assert.That(link!.TextContent, Does.StartWith("Clore la séance"));
    }

    [Test]
    public async Task Each_thing_stands_there_once_and_the_most_urgent_first()
    {
        await using var app = await App.StartAsync();
        await app.LesBaniansAsync();
        await app.LabelEndingInAsync(600);
        await app.ChangeAsync("CASE-001", "suspension");
        app.Clock.Advance(TimeSpan.FromDays(200));
        var renewal = await app.FileAsync(ApplicationStatus.UnderAssessment, kind: ApplicationKind.Renewal);
        var assessor = await app.AssessorOfAsync(renewal);
        await assessor.ProposeVisitAsync(renewal, app.Today.AddDays(3), app.Today.AddDays(4));
        await (await app.ManagerAsync()).ProposeVisitAsync(renewal, app.Today.AddDays(5));
        await app.FileAsync(ApplicationStatus.Submitted);
        app.Clock.Advance(TimeSpan.FromDays(30));

        var titles = await TitlesAsync(await app.AssessorOfAsync(renewal));

        Assert.That(titles, Is.Unique);
        Assert.That(
            titles.Where(t =>
                t.Contains("Banians", StringComparison.Ordinal) || t.StartsWith("Répartir", StringComparison.Ordinal)
            ),
            Is.EqualTo([
                "Répartir 1 dossier déposé",
                "Lever la suspension de Les Banians, ou retirer le label",
                ChooseDay,
            ])
        );
    }

    private static async Task<IReadOnlyList<string>> TitlesAsync(Browser browser) =>
        [
            .. (await browser.GetAsync("/gestion"))
                .Document.QuerySelectorAll("main .todo h2")
                .Select(h => h.TextContent.Trim().Replace('\u00A0', ' ')),
        ];
}
