using System.Net;
using CaseNumerique.Labelling.Data;
using CaseNumerique.SharedKernel;
using CaseNumerique.TestKit;
using NUnit.Framework;

namespace CaseNumerique.Labelling.Tests.Features.Committee;

internal sealed class PlanSessionTests
{
    [Test]
    public async Task A_file_with_an_opinion_comes_on_the_agenda_and_moves_to_the_committee()
    {
        await using var app = await App.StartAsync();

        var (item, agent) = await app.SessionAsync();

        var page = await agent.GetAsync(GivenCommittee.SessionUrlOf(item));
        var file = await app.FileAsync(item.ApplicationId);
        Assert.Multiple(() =>
        {
            Assert.That(page.Text, Does.Contain("1. Les Banians, Koné").And.Contain("Membre 3"));
            Assert.That(file.Status, Is.EqualTo(ApplicationStatus.InCommittee));
            Assert.That(item.Motion, Is.EqualTo(OpinionKind.Favourable));
        });
        var again = await agent.GetAsync(GivenCommittee.SessionUrlOf(item, "ordre-du-jour"));
        Assert.That(again.Text, Does.Contain("Aucun dossier n’attend le comité"));
    }

    [Test]
    public async Task It_wants_a_day_to_come_a_place_or_a_link_and_members()
    {
        await using var app = await App.StartAsync();
        var agent = await app.BrowserAsync(Roles.Agent);

        var page = await agent.SubmitAsync(
            await agent.GetAsync($"{GivenCommittee.ListUrl}/nouvelle"),
            "main form",
            new() { ["Form.HeldOn"] = "2026-11-23", ["Form.RemoteLink"] = "http://salle.example" }
        );

        Assert.That(
            page.Text,
            Does.Contain("Choisissez un jour à venir.")
                .And.Contain("Personne n’est membre du comité")
                .And.Contain("Le lien commence par https://.")
        );
    }

    [Test]
    public async Task Without_a_committee_in_the_rules_no_session_is_planned()
    {
        await using var app = await App.StartAsync();
        await app.MembersAsync(1);
        await app.RulesAsync(hasCommittee: false);
        var agent = await app.BrowserAsync(Roles.Agent);

        var page = await agent.SubmitAsync(
            await agent.GetAsync($"{GivenCommittee.ListUrl}/nouvelle"),
            "main form",
            new() { ["Form.Place"] = "Salle Lifou" }
        );

        Assert.That(page.Text, Does.Contain("Les règles de procédure ne prévoient pas de comité."));
    }

    [Test]
    public async Task Members_are_invited_with_the_agenda_and_have_it_to_do()
    {
        await using var app = await App.StartAsync();
        var (item, agent) = await app.SessionAsync(members: 2);

        await agent.SubmitAsync(
            await agent.GetAsync(GivenCommittee.SessionUrlOf(item, "convocation")),
            "main form",
            []
        );
        await app.DispatchAsync();

        var mails = await app.MailsAsync();
        var member = await app.BrowserAsync(GivenCommittee.Member(1));
        Assert.Multiple(() =>
        {
            Assert.That(mails, Has.Count.EqualTo(2));
            Assert.That(
                mails[0].Subject,
                Is.EqualTo("Comité de labellisation du 24\u00A0novembre\u00A02026\u00A0: ordre du jour et dossiers")
            );
            Assert.That(
                GivenDecision.WordsOf(mails[0]),
                Does.Contain("1. Les Banians, Koné (CN-2026-0001)").And.Contain("déport")
            );
        });
        Assert.That(
            (await member.GetAsync("/gestion")).Text,
            Does.Contain("Préparer la séance : Comité du 24 novembre 2026")
        );
    }

    [Test]
    public async Task Only_members_with_a_seat_see_a_session_and_its_files()
    {
        await using var app = await App.StartAsync();
        var (item, _) = await app.SessionAsync(members: 1);
        var member = await app.BrowserAsync(GivenCommittee.Member(1));
        var late = await app.BrowserAsync(GivenCommittee.Member(9));
        var manager = await app.BrowserAsync(Roles.Manager, Given.EpnId);
        var file = $"/gestion/labellisation/demandes/{item.ApplicationId}";

        Assert.That((await member.GetAsync(file)).Text, Does.Contain("Les Banians, Koné").And.Contain("En comité"));
        Assert.That((await member.GetAsync($"{file}/decision")).Text, Does.Contain("Favorable, par Nadège K."));
        foreach (var url in (string[])[GivenCommittee.SessionUrlOf(item), GivenCommittee.UrlOf(item), file])
        {
            Assert.That((await late.GetAsync(url)).Status, Is.EqualTo(HttpStatusCode.NotFound), url);
        }

        Assert.That(
            (await manager.GetAsync(GivenCommittee.SessionUrlOf(item))).Status,
            Is.EqualTo(HttpStatusCode.Forbidden)
        );
    }
}
