using CaseNumerique.Labelling.Data;
using CaseNumerique.TestKit;
using NUnit.Framework;
using static CaseNumerique.Labelling.Data.ApplicationStatus;

namespace CaseNumerique.Labelling.Tests.Data;

internal sealed class ApplicationMoveTests
{
    /// <summary>The table of states, as the field describes it: where each move is possible, and where it leads.</summary>
    private static readonly (ApplicationMove Move, ApplicationStatus[] From, ApplicationStatus? To)[] _table =
    [
        (ApplicationMove.Submit, [Draft], Submitted),
        (ApplicationMove.Abandon, [Draft], Abandoned),
        (ApplicationMove.TakeOver, [Submitted], Admissibility),
        (ApplicationMove.AskToComplete, [Admissibility, UnderAssessment], ToComplete),
        (ApplicationMove.Complete, [ToComplete], null),
        (ApplicationMove.Lapse, [ToComplete], Lapsed),
        (ApplicationMove.Reopen, [Lapsed], Admissibility),
        (ApplicationMove.Admit, [Admissibility], UnderAssessment),
        (ApplicationMove.GiveOpinion, [UnderAssessment], OpinionGiven),
        (ApplicationMove.SendToCommittee, [OpinionGiven], InCommittee),
        (ApplicationMove.Defer, [OpinionGiven, InCommittee], UnderAssessment),
        (ApplicationMove.Grant, [OpinionGiven, InCommittee], Granted),
        (ApplicationMove.GrantWithConditions, [OpinionGiven, InCommittee], GrantedWithConditions),
        (ApplicationMove.Refuse, [OpinionGiven, InCommittee], Refused),
        (
            ApplicationMove.Withdraw,
            [Submitted, Admissibility, ToComplete, UnderAssessment, OpinionGiven, InCommittee],
            Withdrawn
        ),
    ];

    [Test]
    public void The_table_names_every_move() =>
        Assert.That(_table.Select(t => t.Move), Is.EqualTo(ApplicationMove.All));

    [Test]
    public async Task Each_move_leads_where_it_should_and_is_refused_with_its_reason_elsewhere(
        [Values] ApplicationStatus status
    )
    {
        await using var app = await App.StartAsync();
        await app.LesBaniansAsync();
        var id = await app.FileAsync(status);
        foreach (var (move, from, to) in _table)
        {
            var file = await app.FileAsync(id);
            if (!from.Contains(status))
            {
                Assert.That(move.ReasonAgainst(file), Does.Contain($"le dossier est {ApplicationMove.Words(status)}"));
                Assert.That(() => file.Make(move, new Nobody(), default), Throws.InvalidOperationException);
                continue;
            }

            Assert.That(move.ReasonAgainst(file), Is.Null, move.Path);
            var line = file.Make(move, new Nobody(), new DateTime(2026, 11, 24, 0, 0, 0, DateTimeKind.Utc), "motif");
            Assert.Multiple(() =>
            {
                Assert.That(file.Status, Is.EqualTo(to ?? Admissibility), move.Path);
                Assert.That(line.What, Is.EqualTo(move.Done));
                Assert.That(line.Reason, Is.EqualTo("motif"));
            });
        }
    }

    [TestCase(Admissibility)]
    [TestCase(UnderAssessment)]
    public async Task What_was_completed_goes_back_to_where_it_was(ApplicationStatus status)
    {
        await using var app = await App.StartAsync();
        await app.LesBaniansAsync();
        var file = await app.FileAsync(await app.FileAsync(status));

        file.Make(ApplicationMove.AskToComplete, new Nobody(), default);
        file.Make(ApplicationMove.Complete, new Nobody(), default);

        Assert.That(file.Status, Is.EqualTo(status));
        Assert.That(file.ReturnsTo, Is.Null);
    }
}
