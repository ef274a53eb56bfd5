using CaseNumerique.Labelling.Data;
using NUnit.Framework;

namespace CaseNumerique.Labelling.Tests.Data;

internal sealed class BallotTests
{
    // f for, a against, o abstains, – present without a vote, x absent, r recused
    [TestCase("fffa", OpinionKind.Favourable, OpinionKind.Favourable, null)]
    [TestCase("ffaa", OpinionKind.Favourable, null, null)]
    [TestCase("faaa", OpinionKind.Favourable, OpinionKind.Unfavourable, null)]
    [TestCase("foox", OpinionKind.FavourableWithConditions, OpinionKind.FavourableWithConditions, null)]
    [TestCase("aaaf", OpinionKind.Defer, null, "La question est rejetée")]
    [TestCase("oooo", OpinionKind.Favourable, null, "Personne n’a voté pour ou contre")]
    [TestCase("fff–", OpinionKind.Favourable, OpinionKind.Favourable, "1\u00A0voix manque encore.")]
    [TestCase("fxxx", OpinionKind.Favourable, OpinionKind.Favourable, "Le quorum n’est pas atteint")]
    [TestCase("ffxx", OpinionKind.Favourable, OpinionKind.Favourable, null)]
    [TestCase("frrx", OpinionKind.Favourable, OpinionKind.Favourable, null)]
    [TestCase("rrrr", OpinionKind.Favourable, null, "Le quorum n’est pas atteint")]
    public void The_majority_of_votes_cast_decides_where_half_of_those_not_recused_are_there(
        string members,
        OpinionKind motion,
        OpinionKind? opinion,
        string? against
    )
    {
        var ballot = BallotOf(members, motion);

        Assert.That(ballot.Opinion, Is.EqualTo(opinion));
        Assert.That(ballot.ReasonAgainst(), against is null ? Is.Null : Does.StartWith(against));
    }

    [Test]
    public void As_many_for_as_against_is_a_tie_and_not_an_opinion() =>
        Assert.That(BallotOf("fa", OpinionKind.Favourable), Has.Property("IsTie").True);

    [TestCase("ffxxx", 3)]
    [TestCase("ffxxxr", 3)]
    [TestCase("f", 1)]
    public void Half_a_person_counts_as_one(string members, int required) =>
        Assert.That(BallotOf(members, OpinionKind.Favourable).Required, Is.EqualTo(required));

    private static Ballot BallotOf(string members, OpinionKind motion)
    {
        var seats = members.Select(_ => new CommitteeSeat { AccountId = Guid.NewGuid(), Name = "M." }).ToList();
        List<Guid> recused = [];
        List<CommitteeVote> votes = [];
        for (var i = 0; i < seats.Count; i++)
        {
            // Ids come with a database.
            typeof(CommitteeSeat).GetProperty(nameof(CommitteeSeat.Id))!.SetValue(seats[i], Guid.NewGuid());
            seats[i].IsPresent = members[i] is not 'x';
            if (members[i] is 'r')
            {
                recused.Add(seats[i].Id);
            }

            if ("fao".IndexOf(members[i], StringComparison.Ordinal) is >= 0 and var choice)
            {
                votes.Add(
                    new CommitteeVote
                    {
                        ItemId = Guid.Empty,
                        SeatId = seats[i].Id,
                        Choice = (VoteChoice)choice,
                        EnteredBy = "M.",
                    }
                );
            }
        }

        return Ballot.Of(motion, quorumPercent: 50, seats, recused, votes);
    }
}
