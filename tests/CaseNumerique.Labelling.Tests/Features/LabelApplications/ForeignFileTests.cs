using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using CaseNumerique.Labelling.Data;
using CaseNumerique.SharedKernel;
using CaseNumerique.TestKit;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NUnit.Framework;

namespace CaseNumerique.Labelling.Tests.Features.LabelApplications;

/// <summary>
/// A file with all that a file can hold, asked for at every address that the host answers: to the people of another EPN it is
/// as if it were not there.
/// </summary>
internal sealed partial class ForeignFileTests
{
    private const string Pdf = "%PDF-1.4 un constat\n%%EOF\n";

    /// <summary>What stands in these routes is of no EPN: they are ÉcoNum's and the committee's.</summary>
    private static readonly string[] _ofNoEpn =
    [
        "/gestion/labellisation/comites/",
        "/gestion/labellisation/interets/",
        "/gestion/labellisation/propositions/",
    ];

    /// <param name="Route">Up to the parameter that names the thing.</param>
    private sealed record Subject(string Route, string Theirs, string Nothing);

    [Test]
    public async Task It_is_like_none_to_the_people_of_another_EPN_at_every_address()
    {
        await using var app = await App.StartAsync();
        var subjects = await WholeFileAsync(app);
        var routes = Routes(app).ToList();
        var unknown = routes.Where(r => !subjects.Any(s => r.StartsWith(s.Route, StringComparison.Ordinal))).ToList();
        List<string> told = [];
        foreach (var role in new[] { Roles.Manager, Roles.Facilitator, Roles.Committee })
        {
            var stranger = await app.BrowserAsync(
                new Person($"{role}@ailleurs.example", role)
                {
                    EpnIds = role == Roles.Committee ? [] : [Guid.NewGuid()],
                    CanEdit = true,
                }
            );
            var token = await stranger.GetAsync("/gestion");
            foreach (var route in routes)
            {
                foreach (var subject in subjects.Where(s => route.StartsWith(s.Route, StringComparison.Ordinal)))
                {
                    var (theirs, nothing) = (Url(route, subject.Theirs), Url(route, subject.Nothing));
                    var get = Answer(await stranger.GetAsync(theirs), subject);
                    var post = Answer(await stranger.PostAsync(At(token, theirs), []), subject);
                    if (get.IsOpen || get != Answer(await stranger.GetAsync(nothing), subject))
                    {
                        told.Add($"{role}: GET {theirs} {get.Status}");
                    }

                    if (post.IsOpen || post != Answer(await stranger.PostAsync(At(token, nothing), []), subject))
                    {
                        told.Add($"{role}: POST {theirs} {post.Status}");
                    }
                }
            }
        }

        Assert.That(unknown, Is.Empty, "say what may stand there");
        Assert.That(told, Is.Empty);
        Assert.That(routes, Has.Count.GreaterThan(50));
    }

    [Test]
    public async Task Its_own_people_read_what_the_others_do_not()
    {
        await using var app = await App.StartAsync();
        var subjects = await WholeFileAsync(app);
        var helene = await app.HeleneAsync();
        var agent = await app.BrowserAsync(Roles.Agent);
        var id = Guid.Parse(subjects[0].Theirs);
        string[] paths =
        [
            GivenDraft.Url(id),
            GivenDraft.Url(id, "/recepisse"),
            GivenDraft.Url(id, "/recepisse.pdf"),
            GivenDraft.Url(id, "/depots/1"),
            GivenDraft.Url(id, "/lettre.pdf"),
            GivenDraft.Url(id, "/visite.ics"),
            .. subjects
                .Where(s => s.Route.StartsWith("/fichiers/", StringComparison.Ordinal))
                .Select(s => $"/fichiers/{s.Theirs}"),
        ];

        foreach (var path in paths)
        {
            Assert.That((await helene.GetAsync(path)).Status, Is.EqualTo(HttpStatusCode.OK), path);
        }

        Assert.That((await agent.GetAsync(GivenDraft.Url(id, "/archive.zip"))).Status, Is.EqualTo(HttpStatusCode.OK));
    }

    /// <summary>Filed, visited with a photograph, granted with a condition, and warned since.</summary>
    private static async Task<List<Subject>> WholeFileAsync(App app)
    {
        await app.LesBaniansAsync();
        await app.RulesAsync();
        var id = await app.CompleteFileAsync();
        var helene = await app.HeleneAsync();
        await helene.SubmitAsync(await helene.GetAsync(GivenDraft.Url(id, "/depot")), "main form", []);
        await SetAsync(app, ApplicationStatus.UnderAssessment);
        var assessor = await app.AssessorOfAsync(id);
        await assessor.ProposeVisitAsync(id, app.Today.AddDays(10), app.Today.AddDays(12));
        await helene.ChooseFirstDayAsync(id);
        await SetAsync(app, ApplicationStatus.OpinionGiven);
        var admin = await app.BrowserAsync(Roles.Administrator);
        await admin.GrantWithConditionsAsync(app, id, new DateOnly(2027, 1, 24));
        return await app.WithAsync<IServiceProvider, List<Subject>>(services => SubjectsAsync(services, id));
    }

    private static async Task<List<Subject>> SubjectsAsync(IServiceProvider services, Guid id)
    {
        var db = services.GetRequiredService<LabellingDbContext>();
        var store = services.GetRequiredService<IFileStore>();
        var label = await db.Labels.SingleAsync();
        var proof = await db.Evidence.Select(e => e.Id).SingleAsync();
        var visit = await db.Visits.Select(v => v.Id).SingleAsync();
        var notice = new FormalNotice
        {
            LabelId = label.Id,
            EpnId = Given.EpnId,
            Reasons = "Deux bilans manquent.",
            DueOn = Given.Today.AddDays(30),
            SentAt = DateTime.UnixEpoch,
            SentBy = "Nadège K.",
        };
        db.FormalNotices.Add(notice);
        await db.SaveChangesAsync();
        return
        [
            OfId("/gestion/labellisation/demandes/", id),
            OfId("/gestion/labellisation/reserves/", await db.Conditions.Select(c => c.Id).SingleAsync()),
            OfId("/gestion/labellisation/mises-en-demeure/", notice.Id),
            OfId("/gestion/labellisation/pieces/", proof),
            new("/gestion/labellisation/labels/", label.Number, "CASE-999"),
            new("/gestion/labellisation/renouveler/", label.Number, "CASE-999"),
            OfId("/fichiers/", await KeepAsync(store, Evidence.OwnerOf(proof))),
            OfId("/fichiers/", await KeepAsync(store, SiteVisit.OwnerOf(visit))),
        ];
    }

    private static async Task<Guid> KeepAsync(IFileStore store, FileOwner owner)
    {
        using var content = new MemoryStream(Encoding.UTF8.GetBytes(Pdf));
        return (await store.KeepAsync("constat.pdf", content, Evidence.Rule, owner, default)).Id;
    }

    private static Task SetAsync(App app, ApplicationStatus status) =>
        app.WithAsync(
            async (LabellingDbContext db) =>
            {
                await db.Answers.ExecuteUpdateAsync(set => set.SetProperty(a => a.AssessorScore, CriteriaSet.MetScore));
                await db.Applications.ExecuteUpdateAsync(set =>
                    set.SetProperty(a => a.Status, status)
                        .SetProperty(a => a.Opinion, OpinionKind.Favourable)
                        .SetProperty(a => a.OpinionAt, app.Clock.UtcNow)
                );
            }
        );

    private static IEnumerable<string> Routes(App app) =>
        app
            .Services.GetServices<EndpointDataSource>()
            .SelectMany(s => s.Endpoints)
            .OfType<RouteEndpoint>()
            .Select(e => $"/{e.RoutePattern.RawText!.TrimStart('/')}")
            .Where(r => r.Contains('{') && !Array.Exists(_ofNoEpn, o => r.StartsWith(o, StringComparison.Ordinal)))
            .Where(r => r.StartsWith("/gestion/labellisation/", StringComparison.Ordinal) || r == "/fichiers/{id:guid}")
            .Distinct();

    private static Subject OfId(string route, Guid theirs) => new(route, $"{theirs}", $"{Guid.NewGuid()}");

    private static string Url(string route, string subject)
    {
        var isFirst = true;
        return Braces()
            .Replace(
                route,
                match =>
                {
                    var value = isFirst ? subject : OtherValue(match.Groups[1].Value);
                    isFirst = false;
                    return value;
                }
            );
    }

    private static string OtherValue(string parameter) =>
        parameter switch
        {
            "chapitre" => "A",
            "code" => "A1",
            "acte" => "suspension",
            "n" or "numero" => "1",
            _ => throw new InvalidOperationException($"Nobody has said what « {parameter} » may be."),
        };

    private static Page At(Page page, string url) => page with { Url = new Uri(new Uri(page.Url), url).ToString() };

    private static Reply Answer(Page page, Subject subject) =>
        new(
            page.Status,
            page.Text.Replace(subject.Theirs, "", StringComparison.OrdinalIgnoreCase)
                .Replace(subject.Nothing, "", StringComparison.OrdinalIgnoreCase)
        );

    [GeneratedRegex(@"\{(\w+)[^}]*\}")]
    private static partial Regex Braces();

    private sealed record Reply(HttpStatusCode Status, string Text)
    {
        public bool IsOpen => (int)Status < 400;
    }
}
