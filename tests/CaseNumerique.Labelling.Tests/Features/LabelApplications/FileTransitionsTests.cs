using CaseNumerique.Labelling.Data;
using CaseNumerique.TestKit;
using NUnit.Framework;

namespace CaseNumerique.Labelling.Tests.Features.LabelApplications;

/// <summary>
/// The table of states, asked for on the pages: every move in every status, and of every person. After a change of rules or
/// words, run once with <c>APPROVE=true</c> and read the difference before it is committed.
/// </summary>
internal sealed class FileTransitionsTests
{
    private const string Job = "tâche du jour";

    [Test]
    public async Task Every_move_in_every_status_is_done_or_refused_with_its_reason()
    {
        Assert.That(TransitionDesk.Maker.Keys, Is.EquivalentTo(ApplicationMove.All));
        await using var desk = await TransitionDesk.OpenAsync();
        List<string> rows = ["le dossier est;on veut;qui;le dossier est alors;la personne lit"];
        List<string> faults = [];
        foreach (var status in Enum.GetValues<ApplicationStatus>())
        {
            foreach (var move in ApplicationMove.All)
            {
                var id = await desk.FileAsync(status);
                var said = await desk.DoAsync(TransitionDesk.Maker[move], id, move);
                var after = await desk.StatusAsync(id);
                rows.Add(
                    string.Join(
                        ';',
                        ApplicationMove.Words(status),
                        move.Verb,
                        TransitionDesk.Maker[move],
                        ApplicationMove.Words(after),
                        said
                    )
                );
                faults.AddRange(Faults(move, status, after, said).Select(f => $"{rows[^1]}: {f}"));
            }
        }

        Compare("passages.csv", rows, faults);
    }

    [Test]
    public async Task Every_move_is_for_those_who_may_and_the_others_are_told_why_not()
    {
        await using var desk = await TransitionDesk.OpenAsync();
        List<string> rows = ["le dossier est;on veut;qui;le dossier est alors;la personne lit"];
        foreach (var move in ApplicationMove.All.Where(m => TransitionDesk.Maker[m] != Job))
        {
            var status = move.From[0];
            foreach (var person in desk.People)
            {
                var id = await desk.FileAsync(status);
                var said = await desk.DoAsync(person, id, move);
                var after = ApplicationMove.Words(await desk.StatusAsync(id));
                rows.Add(string.Join(';', ApplicationMove.Words(status), move.Verb, person, after, said));
            }
        }

        Compare("personnes.csv", rows, []);
    }

    /// <summary>The button of a move on the first page of a file, after the file's own address.</summary>
    /// <remarks>A draft is filed at the end of its steps, the agenda is the session's, and nobody asks for a lapse.</remarks>
    private static readonly Dictionary<ApplicationMove, string> _buttons = new()
    {
        [ApplicationMove.Abandon] = "/abandon",
        [ApplicationMove.TakeOver] = "/prise-en-charge",
        [ApplicationMove.AskToComplete] = "/complements/demande",
        [ApplicationMove.Complete] = "/complements",
        [ApplicationMove.Reopen] = "/reouverture",
        [ApplicationMove.Admit] = "/recevabilite",
        [ApplicationMove.GiveOpinion] = "/avis",
        [ApplicationMove.Defer] = "/decision",
        [ApplicationMove.Grant] = "/decision",
        [ApplicationMove.GrantWithConditions] = "/decision",
        [ApplicationMove.Refuse] = "/decision",
        [ApplicationMove.Withdraw] = "/retrait",
    };

    [Test]
    public async Task The_page_of_a_file_offers_what_can_be_done_and_nothing_else()
    {
        await using var desk = await TransitionDesk.OpenAsync();
        List<string> faults = [];
        foreach (var status in Enum.GetValues<ApplicationStatus>())
        {
            foreach (var (move, path) in _buttons)
            {
                var maker = TransitionDesk.Maker[move];
                var isOffered = await desk.IsOfferedAsync(maker, await desk.FileAsync(status), path);
                if (isOffered != move.From.Contains(status))
                {
                    faults.Add($"{ApplicationMove.Words(status)}: {move.Verb} is {(isOffered ? "" : "not ")}offered");
                }
            }
        }

        Assert.That(faults, Is.Empty);
    }

    /// <summary>Where the pages say something else than the domain.</summary>
    private static IEnumerable<string> Faults(
        ApplicationMove move,
        ApplicationStatus status,
        ApplicationStatus after,
        string said
    )
    {
        if (!move.From.Contains(status) && after != status)
        {
            yield return "it must not move";
        }

        if (move.From.Contains(status) && after != (move.To ?? ApplicationStatus.Admissibility))
        {
            yield return "it must move";
        }

        if (said.Length == 0 && TransitionDesk.Maker[move] != Job)
        {
            yield return "the person is told nothing";
        }
    }

    private static void Compare(string name, List<string> rows, List<string> faults)
    {
        var table = string.Join('\n', rows) + '\n';
        var approved = Approved.Text(name, table);
        Assert.That(faults, Is.Empty);
        Assert.That(rows.Except(approved.Split('\n')), Is.Empty);
        Assert.That(approved.Split('\n').Except(rows), Is.EqualTo(new[] { "" }));
    }
}
