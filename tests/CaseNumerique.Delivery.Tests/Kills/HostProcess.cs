using System.Diagnostics;
using System.Runtime.InteropServices;

namespace CaseNumerique.Delivery.Tests.Kills;

/// <summary>The built host as a process of its own: killed, stopped and continued by its id, and never left behind.</summary>
internal sealed class HostProcess : IAsyncDisposable
{
    /// <summary>What a process that was killed leaves: 128 and the number of the signal.</summary>
    public const int Killed = 128 + 9;

    private const int SigCont = 18;
    private const int SigStop = 19;
    private static readonly TimeSpan _longest = TimeSpan.FromMinutes(3);

    private readonly Process _process;
    private readonly Task<string> _output;
    private readonly Task<string> _errors;

    public HostProcess(string folder, IEnumerable<KeyValuePair<string, string>> environment, params string[] arguments)
    {
        var dll = Path.Combine(AppContext.BaseDirectory, "CaseNumerique.Host.dll");
        var start = new ProcessStartInfo("dotnet", [dll, .. arguments])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        _process = Process.Start(start)!;
        _output = _process.StandardOutput.ReadToEndAsync();
        _errors = _process.StandardError.ReadToEndAsync();
    }

    public bool HasExited => _process.HasExited;

    public void Kill() => Signal(9);

    public void Stop() => Signal(SigStop);

    public void Continue() => Signal(SigCont);

    /// <exception cref="TimeoutException">It would not end.</exception>
    public async Task<HostRun> EndAsync()
    {
        await _process.WaitForExitAsync().WaitAsync(_longest);
        return new HostRun(_process.ExitCode, await _output, await _errors);
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            Kill();
            await _process.WaitForExitAsync();
        }

        _process.Dispose();
    }

    private void Signal(int signal)
    {
        if (!_process.HasExited)
        {
            _ = kill(_process.Id, signal);
        }
    }

    [DllImport("libc", EntryPoint = "kill")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int kill(int process, int signal);
}

internal sealed record HostRun(int ExitCode, string Output, string Errors);
