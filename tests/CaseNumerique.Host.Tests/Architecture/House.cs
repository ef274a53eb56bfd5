using System.Reflection;
using CaseNumerique.Accounts;
using CaseNumerique.Contracts;
using CaseNumerique.Host.Startup;
using CaseNumerique.Platform;

namespace CaseNumerique.Host.Tests.Architecture;

/// <summary>What the rules look at: the assemblies that the host puts together, and the sources they were built from.</summary>
internal static class House
{
    public static readonly Assembly Host = typeof(Composition).Assembly;
    public static readonly Assembly Platform = typeof(PlatformModule).Assembly;
    public static readonly Assembly Accounts = typeof(AccountsModule).Assembly;
    public static readonly Assembly Contracts = typeof(AssemblyMarker).Assembly;

    public static readonly IReadOnlyList<Assembly> Slices = Composition.Slices;

    public static readonly IReadOnlyList<Assembly> Modules = [.. Slices.Except([Host, Platform, Accounts])];

    public static readonly string Root = FindRoot();

    private static readonly string[] _generated = ["bin", "obj", "App_Data"];

    public static IEnumerable<Type> Types => Slices.SelectMany(a => a.GetTypes());

    /// <summary>What people wrote under <c>src</c>; paths with slashes, from the root of the repository.</summary>
    public static IReadOnlyList<SourceFile> Sources { get; } = [.. ReadSources()];

    public static string Read(string path) => File.ReadAllText(Path.Combine(Root, path));

    private static IEnumerable<SourceFile> ReadSources() =>
        from file in Directory.EnumerateFiles(Path.Combine(Root, "src"), "*.cs*", SearchOption.AllDirectories)
        let path = Path.GetRelativePath(Root, file).Replace('\\', '/')
        where Path.GetExtension(path) is ".cs" or ".cshtml" or ".csproj"
        where !path.Split('/').Intersect(_generated).Any()
        orderby path
        select new SourceFile(path, File.ReadAllText(file));

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Directory.Packages.props")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("The tests run outside the repository.");
    }
}

internal sealed record SourceFile(string Path, string Text)
{
    public string Name => System.IO.Path.GetFileNameWithoutExtension(Path);

    public string Module => Path.Split('/') is [_, "Modules", var module, ..] ? module : Path.Split('/')[1];

    /// <summary>The project's folder: the one that holds <c>Features</c>.</summary>
    public string Project => Path.Split("/Features/")[0];
}
