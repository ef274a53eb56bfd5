using System.Diagnostics;
using CaseNumerique.Host.Tests.Architecture;

namespace CaseNumerique.Host.Tests.Startup;

/// <summary>The host as it is started from outside: a process in an empty folder, with the settings of its environment.</summary>
internal static class HostProcess
{
    private static readonly string[] _ours =
    [
        "Database",
        "ConnectionStrings",
        "Mail",
        "Files",
        "Portal",
        "Demo",
        "Jobs",
        "DataProtection",
    ];
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(60);

    public static async Task<HostOutput> RunAsync(
        string environment,
        IReadOnlyDictionary<string, string> settings,
        params string[] arguments
    )
    {
        var folder = Directory.CreateTempSubdirectory("case-numerique-").FullName;
        try
        {
            var start = new ProcessStartInfo("dotnet", [House.Host.Location, .. arguments])
            {
                WorkingDirectory = folder,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            };
            foreach (var known in start.Environment.Keys.Where(k => _ours.Contains(k.Split("__")[0])).ToArray())
            {
                start.Environment.Remove(known);
            }

            start.Environment["ASPNETCORE_ENVIRONMENT"] = environment;
            start.Environment["ASPNETCORE_URLS"] = "http://127.0.0.1:0";
            foreach (var (name, value) in settings)
            {
                start.Environment[name] = value;
            }

            return await RunAsync(start);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<HostOutput> RunAsync(ProcessStartInfo start)
    {
        using var process = Process.Start(start)!;
        using var patience = new CancellationTokenSource(_patience);
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(patience.Token);
            var error = process.StandardError.ReadToEndAsync(patience.Token);
            await process.WaitForExitAsync(patience.Token);
            return new(process.ExitCode, (await output).Trim(), (await error).Trim());
        }
        catch (OperationCanceledException)
        {
            // It started, and serves: nothing stopped it.
            process.Kill();
            await process.WaitForExitAsync(CancellationToken.None);
            throw;
        }
    }
}

internal sealed record HostOutput(int ExitCode, string Output, string Error);
