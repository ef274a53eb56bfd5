using System.Net;
using CaseNumerique.Labelling.Data;
using CaseNumerique.SharedKernel;
using CaseNumerique.TestKit;
using Microsoft.EntityFrameworkCore;
using NUnit.Framework;

namespace CaseNumerique.Labelling.Tests.Features.Committee;

/// <summary>Voting, keeping out, counting and closing, as members and secretary do them on their pages.</summary>
internal sealed class VoteTests
{
    [Test]
    public async Task Members_vote_the_result_is_noted_and_the_file_decided_after_the_session()
    {
        await using var app = await App.StartAsync();
        var (item, agent) = await app.SessionAsync();
        var admin = await app.BrowserAsync(Roles.Administrator);
        var decision = GivenDecision.UrlOf(item.ApplicationId);
        var before = await admin.GetAsync(decision);
        var first = await app.BrowserAsync(GivenCommittee.Member(1));
        await first.VoteAsync(item, VoteChoice.For);
        var changed = await first.VoteAsync(item, VoteChoice.Abstain);
        await (await app.BrowserAsync(GivenCommittee.Member(2))).VoteAsync(item, VoteChoice.For);

        var recorded = await agent.RecordAsync(item);
        var late = await first.VoteAsync(item, VoteChoice.Against);
        var open = await admin.GetAsync(decision);
        var minutes = await agent.CloseAsync(item, "Le comité salue le projet.");
        var after = await admin.GetAsync(decision);
        var paper = await first.GetAsync(GivenCommittee.SessionUrlOf(item, "pv.pdf"));

        Assert.Multiple(() =>
        {
            Assert.That(before.Text, Does.Contain("Le comité n’a pas encore rendu son avis"));
            Assert.That(changed.Text, Does.Contain("Votre vote : abstention."));
            Assert.That(recorded.Text, Does.Contain("Avis du comité : favorable (1 pour, 0 contre, 1 abstention)."));
            Assert.That(late.Text, Does.Contain("Le résultat est déjà noté."));
            Assert.That(open.Text, Does.Contain("ou sa séance n’est pas close"));
            Assert.That(
                minutes.Text,
                Does.Contain("Présents Membre 1, Membre 2")
                    .And.Contain("Absents Membre 3")
                    .Or.Contain("PrésentsMembre 1, Membre 2")
            );
            Assert.That(
                minutes.Text,
                Does.Contain("Le comité salue le projet.").And.Contain("1 pour, 0 contre, 1 abstention")
            );
            Assert.That(paper.Body, Does.StartWith("%PDF"));
            Assert.That(after.Text, Does.Contain("Avis du comité : favorable"));
            Assert.That(after.Document.QuerySelector("a[href$='/octroi']"), Is.Not.Null);
        });
        await admin.DecideAsync(item.ApplicationId, "octroi", GivenDecision.Act);
        Assert.That((await app.FileAsync(item.ApplicationId)).Status, Is.EqualTo(ApplicationStatus.Granted));
    }

    [Test]
    public async Task Without_a_quorum_there_is_no_result_and_another_session_takes_the_file()
    {
        await using var app = await App.StartAsync();
        var (item, agent) = await app.SessionAsync(members: 4);
        await (await app.BrowserAsync(GivenCommittee.Member(1))).VoteAsync(item, VoteChoice.For);

        var page = await agent.GetAsync(GivenCommittee.UrlOf(item, "resultat"));
        var answer = await agent.PostAsync(
            await agent.GetAsync(GivenCommittee.UrlOf(item, "question")) is var form
                ? form with
                {
                    Url = page.Url,
                }
                : page,
            new() { ["Form.Version"] = "1" }
        );
        await agent.CloseAsync(item);
        var next = await agent.SubmitAsync(
            await agent.GetAsync($"{GivenCommittee.ListUrl}/nouvelle"),
            "main form",
            new() { ["Form.Place"] = "Salle Lifou" }
        );
        var agenda = await agent.GetAsync($"{next.Url}/ordre-du-jour");

        Assert.Multiple(() =>
        {
            Assert.That(page.Text, Does.Contain("Le quorum n’est pas atteint : 1 membre présent sur 4, il en faut 2."));
            Assert.That(page.Document.QuerySelector("main form"), Is.Null);
            Assert.That(answer.Text, Does.Contain("Le quorum n’est pas atteint"));
            Assert.That(agenda.Text, Does.Contain("Les Banians, Koné"));
        });
        Assert.That((await app.ItemAsync()).RecordedAt, Is.Null);
    }

    [Test]
    public async Task A_recused_member_neither_reads_nor_votes_nor_counts()
    {
        await using var app = await App.StartAsync();
        var (item, agent) = await app.SessionAsync(members: 3);
        var own = await app.BrowserAsync(GivenCommittee.Member(1));
        await own.VoteAsync(item, VoteChoice.Against);
        var form = await own.GetAsync(GivenCommittee.UrlOf(item, "vote"));

        var page = await own.SubmitAsync(
            await own.GetAsync(GivenCommittee.UrlOf(item, "deport")),
            "main form",
            new() { ["Form.Reason"] = "Je suis élue de Koné." }
        );
        var vote = await own.SubmitAsync(form, "main form", new() { ["Form.Choice"] = "For" });
        var file = await own.GetAsync($"/gestion/labellisation/demandes/{item.ApplicationId}");
        await (await app.BrowserAsync(GivenCommittee.Member(2))).VoteAsync(item, VoteChoice.For);
        var recorded = await agent.RecordAsync(item);
        var minutes = await agent.GetAsync(GivenCommittee.SessionUrlOf(item, "pv"));

        Assert.Multiple(() =>
        {
            Assert.That(
                page.Text,
                Does.Contain("Vous êtes en déport").And.Contain("0 membre présent sur 2, il en faut 1")
            );
            Assert.That(vote.Text, Does.Contain("vous ne votez pas sur ce dossier"));
            Assert.That(file.Status, Is.EqualTo(HttpStatusCode.NotFound));
            Assert.That(recorded.Text, Does.Contain("1 pour, 0 contre"));
            Assert.That(minutes.Text, Does.Contain("En déport : Membre 1."));
        });
    }

    [Test]
    public async Task A_declared_stake_recuses_without_a_word()
    {
        await using var app = await App.StartAsync();
        var (item, _) = await app.SessionAsync(members: 2);
        var account = await GivenCommittee.Member(1).EnsureAsync(app);
        await app.WithAsync(
            (LabellingDbContext db) =>
            {
                db.ConflictsOfInterest.Add(
                    new ConflictOfInterest
                    {
                        AccountId = account,
                        PersonName = "Membre 1",
                        EpnId = Given.EpnId,
                        Reason = "Conseil municipal",
                        DeclaredAt = app.Clock.UtcNow,
                    }
                );
                return db.SaveChangesAsync();
            }
        );
        var own = await app.BrowserAsync(GivenCommittee.Member(1));

        var vote = await own.VoteAsync(item, VoteChoice.For);
        var page = await own.GetAsync(GivenCommittee.UrlOf(item));

        Assert.That(vote.Text, Does.Contain("Vous êtes en déport : vous ne votez pas sur ce dossier."));
        Assert.That(page.Text, Does.Contain("sur 1, il en faut 1"));
    }

    [Test]
    public async Task A_tie_is_said_and_left_to_the_decider()
    {
        await using var app = await App.StartAsync();
        var (item, agent) = await app.SessionAsync(members: 2);
        await (await app.BrowserAsync(GivenCommittee.Member(1))).VoteAsync(item, VoteChoice.For);
        await (await app.BrowserAsync(GivenCommittee.Member(2))).VoteAsync(item, VoteChoice.Against);
        await agent.RecordAsync(item);
        await agent.CloseAsync(item);
        var admin = await app.BrowserAsync(Roles.Administrator);

        var page = await admin.GetAsync(GivenDecision.UrlOf(item.ApplicationId));

        Assert.That(page.Text, Does.Contain("Partage des voix (1 pour, 1 contre, 0 abstention)"));
        Assert.That(page.Document.QuerySelector("a[href$='/refus']"), Is.Not.Null);
    }

    [Test]
    public async Task The_secretary_enters_votes_of_those_present_and_puts_another_question()
    {
        await using var app = await App.StartAsync();
        var (item, agent) = await app.SessionAsync(members: 2);
        var none = await agent.GetAsync(GivenCommittee.UrlOf(item, "voix"));
        var seats = await app.WithAsync(
            (LabellingDbContext db) => db.Set<CommitteeSeat>().OrderBy(s => s.Name).Select(s => s.Id).ToListAsync()
        );
        await agent.SubmitAsync(
            await agent.GetAsync(GivenCommittee.SessionUrlOf(item, "presences")),
            "main form",
            new() { ["Form.PresentIds"] = "true" }
        );

        var page = await agent.SubmitAsync(
            await agent.GetAsync(GivenCommittee.UrlOf(item, "voix")),
            "main form",
            new() { ["Form.Lines[0].Choice"] = "For", ["Form.Lines[1].Choice"] = "Against" }
        );
        var asked = await agent.SubmitAsync(
            await agent.GetAsync(GivenCommittee.UrlOf(item, "question")),
            "main form",
            new() { ["Form.Motion"] = "FavourableWithConditions" }
        );

        Assert.Multiple(() =>
        {
            Assert.That(seats, Has.Count.EqualTo(2));
            Assert.That(none.Text, Does.Contain("Notez d’abord les présences."));
            Assert.That(page.Text, Does.Contain("Voix : 1 pour, 1 contre, 0 abstention."));
            Assert.That(asked.Text, Does.Contain("sous réserve ?").And.Contain("Voix : 0 pour, 0 contre"));
        });
    }

    [Test]
    public async Task A_session_to_come_is_not_closed_and_a_closed_one_changes_no_more()
    {
        await using var app = await App.StartAsync();
        var (item, agent) = await app.SessionAsync(members: 1);
        var presences = await agent.GetAsync(GivenCommittee.SessionUrlOf(item, "presences"));
        app.Clock.Advance(TimeSpan.FromDays(-1));
        var early = await agent.CloseAsync(item);
        app.Clock.Advance(TimeSpan.FromDays(1));
        await agent.CloseAsync(item);

        var late = await agent.SubmitAsync(presences, "main form", []);
        var member = await app.BrowserAsync(GivenCommittee.Member(1));
        var vote = await member.VoteAsync(item, VoteChoice.For);
        var file = await member.GetAsync($"/gestion/labellisation/demandes/{item.ApplicationId}");

        Assert.That(early.Text, Does.Contain("elle se clôt ce jour-là ou après."));
        Assert.That(late.Text, Does.Contain("La séance est close"));
        Assert.That(vote.Text, Does.Contain("La séance est close."));
        Assert.That(file.Status, Is.EqualTo(HttpStatusCode.NotFound), "absent members no longer read the file");
    }

    [Test]
    public async Task Who_votes_while_attendance_is_noted_stays_present()
    {
        await using var app = await App.StartAsync();
        var (item, agent) = await app.SessionAsync();
        var form = await agent.GetAsync(GivenCommittee.SessionUrlOf(item, "presences"));
        await (await app.BrowserAsync(GivenCommittee.Member(1))).VoteAsync(item, VoteChoice.For);

        var refused = await agent.SubmitAsync(form, "main form", []);
        var noted = await agent.SubmitAsync(refused, "main form", new() { ["Form.PresentIds"] = "true" });

        Assert.That(refused.Text, Does.Contain("Qui a voté est présent").And.Contain("cochez de nouveau Membre 1."));
        Assert.That(refused.Text, Does.Contain("Présents maintenant : Membre 1."));
        Assert.That(noted.Text, Does.Contain("Les présences sont notées."));
        Assert.That(await PresentAsync(app), Is.EqualTo(3));
    }

    [Test]
    public async Task Attendance_stands_still_once_a_result_was_noted_with_it()
    {
        await using var app = await App.StartAsync();
        var (item, agent) = await app.SessionAsync(members: 2);
        await (await app.BrowserAsync(GivenCommittee.Member(1))).VoteAsync(item, VoteChoice.For);
        await agent.RecordAsync(item);

        var late = await agent.SubmitAsync(
            await agent.GetAsync(GivenCommittee.SessionUrlOf(item, "presences")),
            "main form",
            new() { ["Form.PresentIds"] = "true" }
        );

        Assert.That(late.Text, Does.Contain("Un résultat est déjà noté avec ces présences"));
        Assert.That(await PresentAsync(app), Is.EqualTo(1));
    }

    private static Task<int> PresentAsync(App app) =>
        app.WithAsync((LabellingDbContext db) => db.Set<CommitteeSeat>().CountAsync(s => s.IsPresent));
}
