using CaseNumerique.Labelling.Data;
using CaseNumerique.Labelling.Features.PersonalData;
using CaseNumerique.SharedKernel;
using CaseNumerique.TestKit;
using Microsoft.EntityFrameworkCore;
using NUnit.Framework;

namespace CaseNumerique.Labelling.Tests.Features.PersonalData;

internal sealed class DecisionPersonalDataTests
{
    [Test]
    public async Task A_member_reads_seat_vote_and_recusal_and_is_forgotten_in_the_minutes()
    {
        await using var app = await App.StartAsync();
        var (item, _) = await app.SessionAsync(members: 2);
        var voter = GivenCommittee.Member(1);
        var recused = GivenCommittee.Member(2);
        await (await app.BrowserAsync(voter)).VoteAsync(item, VoteChoice.Against);
        var browser = await app.BrowserAsync(recused);
        await browser.SubmitAsync(
            await browser.GetAsync(GivenCommittee.UrlOf(item, "deport")),
            "main form",
            new() { ["Form.Reason"] = "Je suis élue de Koné." }
        );

        var first = await ReadAsync(app, voter);
        var second = await ReadAsync(app, recused);
        foreach (var person in (Person[])[voter, recused])
        {
            var key = await KeyOfAsync(app, person);
            await app.WithAsync(
                (LabellingDbContext db) =>
                    new DecisionPersonalData(db).EraseAsync(key, "Personne effacée 7F3A", default)
            );
        }

        Assert.That(first, Does.Contain("Voix Contre").And.Contain("Nom Membre 1"));
        Assert.That(second, Does.Contain("Motif Je suis élue de Koné."));
        await app.WithAsync(
            async (LabellingDbContext db) =>
            {
                var seats = await db.Set<CommitteeSeat>().AsNoTracking().ToListAsync();
                Assert.That(
                    seats,
                    Has.All.Matches<CommitteeSeat>(s => s.Name == "Personne effacée 7F3A" && s.Email is null)
                );
                Assert.That((await db.Set<Recusal>().SingleAsync()).Reason, Is.EqualTo("Effacé"));
                Assert.That(
                    (await db.Set<CommitteeVote>().SingleAsync()).EnteredBy,
                    Is.EqualTo("Personne effacée 7F3A")
                );
            }
        );
    }

    private static async Task<PersonKey> KeyOfAsync(App app, Person person) =>
        new(await person.EnsureAsync(app), person.Email, person.Name);

    private static async Task<string> ReadAsync(App app, Person person)
    {
        var key = await KeyOfAsync(app, person);
        var records = await app.WithAsync(
            (LabellingDbContext db) => new DecisionPersonalData(db).ReadAsync(key, default)
        );
        return string.Join('\n', records.SelectMany(r => r.Facts).Select(f => $"{f.Label} {f.Value}"));
    }
}
