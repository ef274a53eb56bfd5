using System.Text.RegularExpressions;

namespace CaseNumerique.Host.Tests.Architecture;

/// <summary>What no source may say. Each rule answers with the files that do.</summary>
internal static partial class TextRules
{
    private const string ThePublisher = "src/SharedKernel/PerHandlerPublisher.cs";

    /// <summary>The hour comes from TimeProvider, so that tests can tell the time.</summary>
    public static IEnumerable<string> OwnClocks(IEnumerable<SourceFile> files) =>
        files.Where(f => OwnClock().IsMatch(f.Text)).Select(f => f.Path);

    /// <summary>Modules announce; only a delivery publishes.</summary>
    public static IEnumerable<string> DirectPublishers(IEnumerable<SourceFile> files) =>
        files.Where(f => f.Path != ThePublisher && DirectPublish().IsMatch(f.Text)).Select(f => f.Path);

    [GeneratedRegex(@"\bDateTime(Offset)?\.(Utc)?(Now|Today)\b")]
    private static partial Regex OwnClock();

    [GeneratedRegex(@"\.Publish(Async)?\s*[<(]")]
    private static partial Regex DirectPublish();
}
