using System.Reflection;
using System.Xml.Linq;

namespace CaseNumerique.Host.Tests.Architecture;

/// <summary>What keeps modules apart. Each rule answers with what breaks it.</summary>
internal static class ModuleRules
{
    private static readonly string[] _contractsMayUse = ["System.", "MediatR", "netstandard"];

    public static IEnumerable<string> ReferencesTo(Assembly module, IEnumerable<Assembly> forbidden) =>
        module
            .GetReferencedAssemblies()
            .Select(r => r.Name!)
            .Intersect(forbidden.Except([module]).Select(a => a.GetName().Name!));

    /// <summary>A module shows one type, « LabellingModule » for « CaseNumerique.Labelling ».</summary>
    public static IEnumerable<string> ShownBesidesTheEntry(Assembly module) =>
        module.GetExportedTypes().Select(t => t.Name).Except([$"{module.GetName().Name!.Split('.')[^1]}Module"]);

    public static IEnumerable<string> MoreThanContractsMayUse(Assembly contracts) =>
        contracts
            .GetReferencedAssemblies()
            .Select(r => r.Name!)
            .Where(name => !_contractsMayUse.Any(allowed => name.StartsWith(allowed, StringComparison.Ordinal)));

    /// <summary>Two pages with one path hide each other without a word.</summary>
    public static IEnumerable<string> PathsHeldTwice(IEnumerable<SourceFile> files) =>
        files
            .Where(f => f.Path.EndsWith(".cshtml", StringComparison.Ordinal))
            .Where(f => f.Name is not ("_ViewImports" or "_ViewStart"))
            .GroupBy(f => f.Path[f.Project.Length..])
            .Where(g => g.Count() > 1)
            .Select(g => g.Key);

    /// <summary>Every other version of MediatR is under another licence.</summary>
    public static IEnumerable<string> OtherMediatR(string packages) =>
        XDocument
            .Parse(packages)
            .Descendants("PackageVersion")
            .Where(p => p.Attribute("Include")!.Value == "MediatR")
            .Select(p => p.Attribute("Version")!.Value)
            .DefaultIfEmpty("none")
            .Where(version => version != "[12.5.0]");
}
