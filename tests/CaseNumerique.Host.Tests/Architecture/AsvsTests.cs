using System.Text.RegularExpressions;
using NUnit.Framework;

namespace CaseNumerique.Host.Tests.Architecture;

/// <summary>Each requirement of OWASP ASVS 5.0, levels 1 and 2, has a line in <c>docs/asvs.csv</c> that holds.</summary>
internal sealed partial class AsvsTests
{
    /// <summary>The sections, and how many requirements each has at these levels; they are numbered from 1.</summary>
    private const string Sections =
        "1.1:2 1.2:9 1.3:11 1.4:3 1.5:2 2.1:3 2.2:3 2.3:4 2.4:1 3.2:2 3.3:4 3.4:6 3.5:5 3.7:2 4.1:3 4.2:1 4.3:2 4.4:4 "
        + "5.1:1 5.2:3 5.3:2 5.4:3 6.1:3 6.2:12 6.3:4 6.4:4 6.5:5 6.6:3 6.8:4 7.1:3 7.2:4 7.3:2 7.4:5 7.5:2 7.6:2 8.1:2 "
        + "8.2:3 8.3:1 8.4:1 9.1:3 9.2:4 10.1:2 10.2:2 10.3:4 10.4:11 10.5:5 10.6:2 10.7:3 11.1:2 11.2:3 11.3:3 11.4:4 "
        + "11.5:1 11.6:1 12.1:3 12.2:2 12.3:4 13.1:1 13.2:5 13.3:2 13.4:5 14.1:2 14.2:4 14.3:3 15.1:3 15.2:3 15.3:7 16.1:1 "
        + "16.2:5 16.3:4 16.4:3 16.5:3 17.1:1 17.2:4 17.3:2";

    private static readonly string[] _statuses = ["tested", "reason", "not-applicable"];

    private static readonly Line[] _lines =
    [
        .. House.Read("docs/asvs.csv").Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(Line.Read),
    ];

    [Test]
    public void Each_requirement_stands_there_once()
    {
        var wanted =
            from section in Sections.Split(' ')
            let parts = section.Split(':')
            from number in Enumerable.Range(1, int.Parse(parts[1], null))
            select $"{parts[0]}.{number}";

        Assert.That(_lines, Has.Length.EqualTo(253));
        Assert.That(_lines.Select(l => l.Id), Is.EqualTo(wanted));
    }

    [Test]
    public void Each_says_why_it_holds()
    {
        Assert.That(_lines.Select(l => l.Status).Distinct(), Is.SubsetOf(_statuses));
        Assert.That(_lines.Where(l => l.Status == "tested" != l.Tests.Length > 0).Select(l => l.Id), Is.Empty);
        Assert.That(_lines.Where(l => l.Status != "tested" && l.Words.Length == 0).Select(l => l.Id), Is.Empty);
    }

    [Test]
    public void Each_test_that_is_named_exists()
    {
        var tests = Directory
            .EnumerateFiles(Path.Combine(House.Root, "tests"), "*Tests.cs", SearchOption.AllDirectories)
            .SelectMany(TestsOf)
            .ToHashSet();

        Assert.That(tests, Has.Count.GreaterThan(300));
        Assert.That(_lines.SelectMany(l => l.Tests).Distinct().Except(tests), Is.Empty);
    }

    private static IEnumerable<string> TestsOf(string file) =>
        PublicMethod()
            .Matches(File.ReadAllText(file))
            .Select(m => $"{Path.GetFileNameWithoutExtension(file)}.{m.Groups[1].Value}");

    [GeneratedRegex(@"^    public (?:async Task|Task|void) (\w+)\(", RegexOptions.Multiline)]
    private static partial Regex PublicMethod();

    private sealed record Line(string Id, string Status, string[] Tests, string Words)
    {
        public static Line Read(string text) =>
            text.Split(';', 4) is [var id, var status, var tests, var words]
                ? new(id, status, tests.Split(',', StringSplitOptions.RemoveEmptyEntries), words)
                : throw new InvalidOperationException($"docs/asvs.csv: « {text} » has not four columns.");
    }
}
