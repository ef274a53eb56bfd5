using System.Text.RegularExpressions;

namespace CaseNumerique.Delivery.Tests.Kills;

/// <summary>The places that the sources name.</summary>
internal static partial class CrashPoints
{
    public static IReadOnlySet<string> Named()
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(root.FullName, "CaseNumerique.sln")))
        {
            root = root.Parent!;
        }

        return Directory
            .EnumerateFiles(Path.Combine(root.FullName, "src"), "*.cs", SearchOption.AllDirectories)
            .SelectMany(file => Reach().Matches(File.ReadAllText(file)))
            .Select(match => match.Groups["name"].Value)
            .ToHashSet();
    }

    [GeneratedRegex("""CrashPoint\.Reach\("(?<name>[^"]+)"\)""")]
    private static partial Regex Reach();
}
