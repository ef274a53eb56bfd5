using System.Net;
using CaseNumerique.Contracts.Events;
using CaseNumerique.Events.Data;
using CaseNumerique.Events.Features.Gatherings;
using CaseNumerique.SharedKernel;
using CaseNumerique.TestKit;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using NUnit.Framework;

namespace CaseNumerique.Events.Tests.Features.Gatherings;

internal sealed class PublishGatheringTests
{
    private const string Url = "/gestion/rencontres/nouvelle";

    [TestCase(Roles.Committee)]
    [TestCase(Roles.Manager)]
    [TestCase(Roles.Facilitator)]
    public async Task Only_EcoNum_may_organise(string role)
    {
        await using var app = await App.StartAsync();
        var browser = await app.BrowserAsync(role);

        var page = await browser.GetAsync(Url);

        Assert.That(page.Status, Is.EqualTo(HttpStatusCode.Forbidden));
    }

    [Test]
    public async Task Nobody_in_particular_is_asked_to_sign_in()
    {
        await using var app = await App.StartAsync();

        var page = await app.Anonymous().GetAsync(Url);

        Assert.That(page.Url, Does.Contain("/connexion"));
    }

    [Test]
    public async Task A_gathering_is_saved_with_its_programme()
    {
        await using var app = await App.StartAsync();

        await app.SendAsync(Gatherings.Good);

        var gathering = await app.WithAsync((EventsDbContext db) => db.Gatherings.Include(g => g.Agenda).SingleAsync());
        Assert.Multiple(() =>
        {
            Assert.That(gathering.Slug, Is.EqualTo("10e-rencontre-des-animateurs-numeriques"));
            Assert.That(gathering.EndsOn, Is.EqualTo(new DateOnly(2027, 3, 10)));
            Assert.That(
                gathering.Agenda.OrderBy(i => i.Day).Select(i => (i.Day, i.StartMinute, i.Minutes, i.Kind)),
                Is.EqualTo([(1, 510, 60, "presentation"), (2, 480, 90, "demonstration")])
            );
        });
    }

    [Test]
    public async Task Without_a_last_day_it_lasts_one_day()
    {
        await using var app = await App.StartAsync();

        await app.SendAsync(Gatherings.Good with { EndsOn = null, Agenda = "8 h | 60 | bilan | Bilan" });

        var endsOn = await app.WithAsync((EventsDbContext db) => db.Gatherings.Select(g => g.EndsOn).SingleAsync());
        Assert.That(endsOn, Is.EqualTo(Gatherings.Good.StartsOn));
    }

    [Test]
    public async Task A_gathering_is_announced()
    {
        await using var app = await App.StartAsync();

        await app.SendAsync(Gatherings.Good);

        var saved = await app.WithAsync((EventsDbContext db) => db.Gatherings.SingleAsync());
        var expected = new GatheringPublished(
            saved.Id,
            10,
            saved.Title,
            saved.Slug,
            saved.StartsOn,
            saved.EndsOn,
            HostEpnId: null
        );
        Assert.That(app.Announced<GatheringPublished>(), Is.EqualTo([expected]));
    }

    private static IEnumerable<TestCaseData> Refusals()
    {
        var good = Gatherings.Good;
        yield return Refusal(
            good with
            {
                EndsOn = new DateOnly(2027, 3, 8),
            },
            "EndsOn",
            "ne vient pas avant le premier"
        );
        yield return Refusal(good with { EndsOn = new DateOnly(2027, 3, 16) }, "EndsOn", "7 jours au plus");
        yield return Refusal(good with { Capacity = 0 }, "Capacity", "nombre de places");
        yield return Refusal(good with { HostId = Guid.CreateVersion7() }, "HostId", "espace ouvert");
        yield return Refusal(
            good with
            {
                RegistrationClosesOn = new DateOnly(2027, 1, 3),
            },
            "RegistrationClosesOn",
            "avant d’ouvrir"
        );
        yield return Refusal(
            good with
            {
                RegistrationClosesOn = new DateOnly(2027, 3, 11),
            },
            "RegistrationClosesOn",
            "au plus tard"
        );
        yield return Refusal(good with { EndsOn = null }, "Agenda", "la rencontre dure 1 jour");
        yield return Refusal(good with { Agenda = "midi | 60 | pause | Repas" }, "Agenda", "Ligne 1");

        static TestCaseData Refusal(PublishGathering.Command command, string field, string words) =>
            new TestCaseData(command, field, words).SetArgDisplayNames(field, words);
    }

    [TestCaseSource(nameof(Refusals))]
    public async Task What_breaks_a_rule_is_refused_beside_its_field(object command, string field, string words)
    {
        await using var app = await App.StartAsync();

        var refused = Assert.ThrowsAsync<ValidationException>(() => app.SendAsync((PublishGathering.Command)command));

        var error = refused!.Errors.Single();
        Assert.That(
            (error.PropertyName, error.ErrorMessage.Replace('\u00A0', ' ').Contains(words)),
            Is.EqualTo((field, true))
        );
    }

    [Test]
    public async Task An_edition_is_published_once()
    {
        await using var app = await App.StartAsync();
        await app.SendAsync(Gatherings.Good);

        var refused = Assert.ThrowsAsync<ValidationException>(() =>
            app.SendAsync(Gatherings.Good with { Title = "Une autre rencontre" })
        );

        Assert.That(refused!.Errors.Single().ErrorMessage, Does.StartWith("Cette édition est déjà publiée"));
    }

    [Test]
    public async Task The_next_edition_is_suggested()
    {
        await using var app = await App.StartAsync();
        await app.SendAsync(Gatherings.Good);
        var browser = await app.BrowserAsync(Roles.Agent);

        var page = await browser.GetAsync(Url);

        Assert.That(page.Document.QuerySelector("#Form_Edition")?.GetAttribute("value"), Is.EqualTo("11"));
    }

    [Test]
    public async Task The_form_publishes_and_opens_the_gathering()
    {
        await using var app = await App.StartAsync();
        var browser = await app.BrowserAsync(Roles.Administrator);

        var page = await browser.SubmitAsync(await browser.GetAsync(Url), "main form", Typed());

        Assert.That(page.Url, Does.EndWith("/rencontres/1re-rencontre-des-animateurs-numeriques"));
        Assert.That(page.Document.QuerySelector(".note.ok")?.TextContent, Does.Contain("La rencontre est publiée"));
    }

    [Test]
    public async Task A_refusal_names_the_line_and_keeps_what_was_typed()
    {
        await using var app = await App.StartAsync();
        var browser = await app.BrowserAsync(Roles.Agent);
        var typed = Typed();
        typed["Form.Agenda"] = "8 h | 60 | presentation | Accueil\nmidi | 60 | pause | Repas";

        var page = await browser.SubmitAsync(await browser.GetAsync(Url), "main form", typed);

        Assert.Multiple(() =>
        {
            Assert.That(page.Document.QuerySelector("#Form_Agenda-e")?.TextContent, Does.Contain("Ligne 2"));
            Assert.That(page.Document.QuerySelector("#Form_Agenda")?.TextContent, Does.Contain("midi | 60"));
            Assert.That(page.Document.QuerySelector("#Form_StartsOn")?.GetAttribute("value"), Is.EqualTo("2027-03-09"));
        });
    }

    private static Dictionary<string, string> Typed() =>
        new()
        {
            ["Form.StartsOn"] = "2027-03-09",
            ["Form.Place"] = "Centre culturel de Poindimié",
            ["Form.Presentation"] = "Un jour pour partager.",
            ["Form.Capacity"] = "40",
            ["Form.Agenda"] = "8 h 30 | 60 | presentation | Où en est le réseau",
        };
}
