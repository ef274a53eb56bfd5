using System.Security.Claims;
using CaseNumerique.Platform.Files;
using CaseNumerique.SharedKernel;
using CaseNumerique.TestKit;
using Microsoft.Extensions.DependencyInjection;

namespace CaseNumerique.Host.Tests.Files;

/// <summary>A module of the tests, whose things are open to a role, or to all.</summary>
internal sealed class Owner : IFileAccess
{
    public static readonly FileOwner Public = new("essai", Guid.CreateVersion7());
    public static readonly FileOwner OfAgents = new("essai", Guid.CreateVersion7());

    public string Module => "essai";

    public static Task<App> StartAsync(Dictionary<string, string?>? settings = null, IVirusScanner? scanner = null) =>
        App.StartAsync(
            settings,
            services =>
            {
                services.AddScoped<IFileAccess, Owner>();
                if (scanner is not null)
                {
                    services.AddSingleton(scanner);
                }
            }
        );

    public Task<bool> MayReadAsync(ClaimsPrincipal person, Guid subjectId, CancellationToken cancellationToken) =>
        Task.FromResult(subjectId == Public.SubjectId || person.IsInRole(Roles.Agent));
}

internal static class Keeping
{
    public static Task<KeptFile> KeepAsync(this App app, byte[] content, string name, FileOwner owner) =>
        app.WithAsync(
            (IFileStore store) => store.KeepAsync(name, new MemoryStream(content), HostileFile.Rule, owner, default)
        );

    /// <summary>The files that lie in a folder of the store.</summary>
    public static IReadOnlyList<string> FilesIn(this App app, string folder)
    {
        var path = Path.Combine(app.FilesFolder, folder);
        return Directory.Exists(path) ? Directory.GetFiles(path, "*", SearchOption.AllDirectories) : [];
    }
}

/// <summary>An antivirus that knows one virus, and may be away.</summary>
internal sealed class FakeScanner : IVirusScanner
{
    public bool IsAway { get; set; }

    public async Task<ScanResult> ScanAsync(string path, CancellationToken cancellationToken) =>
        IsAway ? new(ScanVerdict.NotScanned, "away")
        : (await File.ReadAllTextAsync(path, cancellationToken)).Contains(HostileFile.Eicar, StringComparison.Ordinal)
            ? new(ScanVerdict.Infected, "Eicar")
        : new(ScanVerdict.Clean);
}
