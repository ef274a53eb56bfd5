using System.Net;
using CaseNumerique.Labelling.Data;
using CaseNumerique.SharedKernel;
using CaseNumerique.TestKit;
using NUnit.Framework;

namespace CaseNumerique.Labelling.Tests.Features.Decisions;

internal sealed class DecideApplicationTests
{
    private static readonly string[] _ways = ["octroi", "octroi?reserve=true", "ajournement", "refus"];

    [TestCase(ApplicationStatus.Submitted, "Le dossier est déposé : il se décide une fois l’avis rendu.")]
    [TestCase(ApplicationStatus.Admissibility, "Le dossier est en recevabilité : il se décide une fois l’avis rendu.")]
    [TestCase(ApplicationStatus.ToComplete, "Le dossier est à compléter : il se décide une fois l’avis rendu.")]
    [TestCase(ApplicationStatus.UnderAssessment, "Le dossier est en instruction : il se décide une fois l’avis rendu.")]
    [TestCase(ApplicationStatus.Withdrawn, "Le dossier est retiré : il se décide une fois l’avis rendu.")]
    [TestCase(ApplicationStatus.Lapsed, "Le dossier est classé sans suite : il se décide une fois l’avis rendu.")]
    [TestCase(ApplicationStatus.Granted, "Ce dossier est déjà décidé.")]
    [TestCase(ApplicationStatus.Refused, "Ce dossier est déjà décidé.")]
    public async Task A_file_without_an_opinion_is_not_decided_and_the_page_says_why(
        ApplicationStatus status,
        string reason
    )
    {
        await using var app = await App.StartAsync();
        var id = await app.DecidableFileAsync(status);
        var admin = await app.BrowserAsync(Roles.Administrator);

        foreach (var way in _ways)
        {
            var page = await admin.GetAsync($"{GivenDecision.UrlOf(id)}/{way}");

            Assert.That(page.Text, Does.Contain(reason), way);
            Assert.That(page.Document.QuerySelector("main form"), Is.Null, way);
        }
    }

    [Test]
    public async Task Neither_the_assessor_nor_who_answers_for_the_opinion_decides()
    {
        await using var app = await App.StartAsync();
        var id = await app.DecidableFileAsync();
        var person = new Person("juge@test.example", Roles.Administrator);
        var account = await person.EnsureAsync(app);
        await app.WithAsync(
            async (LabellingDbContext db) =>
            {
                (await db.Applications.FindAsync(id))!.AssessorId = account;
                await db.SaveChangesAsync();
            }
        );
        var assessor = await app.BrowserAsync(person);
        var other = await app.BrowserAsync(Roles.Administrator);

        var refused = await assessor.GetAsync(GivenDecision.UrlOf(id));
        var open = await other.GetAsync(GivenDecision.UrlOf(id));

        Assert.Multiple(() =>
        {
            Assert.That(refused.Text, Does.Contain("Vous suivez ce dossier ou avez rendu son avis"));
            Assert.That(refused.Document.QuerySelector("a[href$='/refus']"), Is.Null);
            Assert.That(open.Document.QuerySelector("a[href$='/refus']"), Is.Not.Null);
        });
        Assert.That((await assessor.GetAsync("/gestion")).Text, Does.Not.Contain("Décider du dossier"));
        Assert.That(
            (await other.GetAsync("/gestion")).Text,
            Does.Contain("Décider du dossier CN-2026-0001, Les Banians")
        );
    }

    [Test]
    public async Task Who_has_a_stake_or_acts_for_the_EPN_leaves_it_to_another()
    {
        await using var app = await App.StartAsync();
        var id = await app.DecidableFileAsync();
        var own = await app.BrowserAsync(
            new Person("maire@test.example", Roles.Administrator) { EpnIds = [Given.EpnId] }
        );
        var staked = new Person("elue@test.example", Roles.Administrator);
        var account = await staked.EnsureAsync(app);
        await app.WithAsync(
            (LabellingDbContext db) =>
            {
                db.ConflictsOfInterest.Add(
                    new ConflictOfInterest
                    {
                        AccountId = account,
                        PersonName = "Élue",
                        EpnId = Given.EpnId,
                        Reason = "Conseil municipal",
                        DeclaredAt = app.Clock.UtcNow,
                    }
                );
                return db.SaveChangesAsync();
            }
        );

        Assert.That((await own.GetAsync(GivenDecision.UrlOf(id))).Text, Does.Contain("Vous agissez pour l’espace"));
        Assert.That(
            (await (await app.BrowserAsync(staked)).GetAsync(GivenDecision.UrlOf(id))).Text,
            Does.Contain("Un intérêt est déclaré")
        );
    }

    [Test]
    public async Task An_agent_reads_the_opinion_and_decides_nothing()
    {
        await using var app = await App.StartAsync();
        var id = await app.DecidableFileAsync();
        var agent = await app.BrowserAsync(Roles.Agent);

        var page = await agent.GetAsync(GivenDecision.UrlOf(id));

        Assert.That(page.Text, Does.Contain("Favorable, par Nadège K.").And.Contain("revient à un administrateur"));
        foreach (var way in _ways)
        {
            var answer = await agent.GetAsync($"{GivenDecision.UrlOf(id)}/{way}");
            Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.Forbidden), way);
        }
    }

    [Test]
    public async Task The_EPN_reads_nothing_of_it_before_the_decision_and_another_EPN_never()
    {
        await using var app = await App.StartAsync();
        var id = await app.DecidableFileAsync();
        var manager = await app.BrowserAsync(Roles.Manager, Given.EpnId);
        var stranger = await app.BrowserAsync(Roles.Facilitator, Guid.NewGuid());

        var page = await manager.GetAsync(GivenDecision.UrlOf(id));

        Assert.That(page.Text, Does.Contain("La décision est en cours").And.Not.Contain("Favorable"));
        Assert.That((await stranger.GetAsync(GivenDecision.UrlOf(id))).Status, Is.EqualTo(HttpStatusCode.NotFound));
    }

    [Test]
    public async Task With_a_committee_the_file_goes_there_first()
    {
        await using var app = await App.StartAsync();
        await app.LesBaniansAsync();
        var id = await app.FileAsync(ApplicationStatus.OpinionGiven, 2);
        var admin = await app.BrowserAsync(Roles.Administrator);

        var page = await admin.GetAsync($"{GivenDecision.UrlOf(id)}/octroi");

        Assert.That(page.Text, Does.Contain("Le comité se prononce d’abord"));
        Assert.That(page.Document.QuerySelector("main form"), Is.Null);
    }

    [Test]
    public async Task The_second_of_two_deciders_is_refused_and_reads_both()
    {
        await using var app = await App.StartAsync();
        var id = await app.DecidableFileAsync();
        var first = await app.BrowserAsync(new Person("un@test.example", Roles.Administrator) { Name = "Une" });
        var second = await app.BrowserAsync(new Person("deux@test.example", Roles.Administrator) { Name = "Deux" });
        var form = await second.GetAsync($"{GivenDecision.UrlOf(id)}/refus");
        app.Clock.Advance(TimeSpan.FromMinutes(1));
        await first.DecideAsync(id, "octroi", new(GivenDecision.Act) { ["Form.Reasons"] = "Tout y est." });

        var page = await second.SubmitAsync(form, "main form", new() { ["Form.Reasons"] = "Il manque le programme." });

        Assert.Multiple(() =>
        {
            Assert.That(page.Text, Does.Contain("Label accordé, par Une").And.Contain("Motifs : Tout y est."));
            Assert.That(page.Text, Does.Contain("Votre saisie est gardée"));
            Assert.That(
                page.Document.QuerySelector("textarea")!.TextContent.Trim(),
                Is.EqualTo("Il manque le programme.")
            );
        });
        Assert.That((await app.FileAsync(id)).Status, Is.EqualTo(ApplicationStatus.Granted));
    }
}
