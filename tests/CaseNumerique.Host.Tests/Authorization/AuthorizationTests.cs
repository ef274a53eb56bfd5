using CaseNumerique.TestKit;
using NUnit.Framework;

namespace CaseNumerique.Host.Tests.Authorization;

/// <summary>
/// Everybody asks everything of every endpoint, and the answers are those of the approved table. After a change of routes or
/// rights, run once with <c>APPROVE=true</c> and read the difference before it is committed.
/// </summary>
internal sealed class AuthorizationTests
{
    private const int FewestCells = 1_500;

    [Test]
    public async Task Everybody_is_answered_as_approved()
    {
        await using var world = await World.MakeAsync();
        using var state = new DatabaseState(world.App.DatabaseFile);
        List<string> rows = [string.Join(';', ["adresse", "verbe", "objet", .. world.Visitors.Select(v => v.Name)])];
        List<string> faults = [];
        foreach (var ask in world.Asks)
        {
            Dictionary<(string Visitor, string Ownership), string> bodies = [];
            foreach (var (ownership, values) in world.Variants(ask))
            {
                List<string> cells = [ask.Name, ask.Method, ownership];
                foreach (var visitor in world.Visitors)
                {
                    var answer = await visitor.SendAsync(ask.Method, ask.Url(values));
                    var hasChanged = state.HasChanged();
                    if (hasChanged && (answer.IsRefusal || ask.Method == "GET"))
                    {
                        faults.Add(
                            $"{visitor.Name}, {answer.Outcome}: {ask.Method} {ask.Url(values)} wrote all the same"
                        );
                    }

                    cells.Add(answer.Outcome);
                    bodies[(visitor.Name, ownership)] = answer.Without(values.Values.Where(v => v.Length > 0));
                }

                rows.Add(string.Join(';', cells));
            }

            faults.AddRange(Told(ask, bodies));
        }

        var table = string.Join('\n', rows) + '\n';
        var approved = Approved.Text("authorization.csv", table);
        Assert.That(faults, Is.Empty);
        Assert.That((rows.Count - 1) * world.Visitors.Count, Is.GreaterThanOrEqualTo(FewestCells));
        Assert.That(Differences(approved, table), Is.Empty);
    }

    /// <summary>To whom the difference between another's and nothing at all was told.</summary>
    private static IEnumerable<string> Told(Ask ask, Dictionary<(string Visitor, string Ownership), string> bodies) =>
        from visitor in ask.IsPublic ? [] : World.Narrow
        where bodies.ContainsKey((visitor, World.Another))
        where bodies[(visitor, World.Another)] != bodies[(visitor, World.Unknown)]
        select $"{visitor} can tell another's from nothing: {ask.Method} {ask.Name}";

    private static IEnumerable<string> Differences(string approved, string actual)
    {
        var (before, now) = (approved.Split('\n'), actual.Split('\n'));
        return before
            .Except(now)
            .Select(r => $"approved: {r}")
            .Concat(now.Except(before).Select(r => $"now:      {r}"));
    }
}
