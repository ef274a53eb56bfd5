using System.Diagnostics;
using System.Net.Sockets;
using System.Text;

namespace CaseNumerique.Delivery.Tests.Files;

/// <summary>ClamAV's own daemon on a socket of its own, with one signature: the test virus of EICAR.</summary>
internal sealed class Clamd : IAsyncDisposable
{
    private const string Program = "/usr/sbin/clamd";
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(30);

    private readonly string _folder = Directory.CreateTempSubdirectory("clamd-").FullName;
    private Process? _process;

    /// <summary>Put together here, so that no antivirus takes this source for the virus.</summary>
    public static string Eicar =>
        string.Concat(@"X5O!P%@AP[4\PZX54(P^)7CC)7}$", "EICAR-STANDARD-ANTIVIRUS", "-TEST-FILE!$H+H*");

    public string Socket => Path.Combine(_folder, "clamd.sock");

    public static void MustBeInstalled() => Needs.File(Program, "clamav-daemon");

    /// <param name="maxLength">The longest stream that it takes.</param>
    public async Task StartAsync(string maxLength = "25M")
    {
        var signatures = Directory.CreateDirectory(Path.Combine(_folder, "signatures")).FullName;
        var hex = Convert.ToHexStringLower(Encoding.ASCII.GetBytes(Eicar));
        await File.WriteAllTextAsync(Path.Combine(signatures, "test.ndb"), $"Essai.Eicar:0:*:{hex}\n");
        var settings = Path.Combine(_folder, "clamd.conf");
        await File.WriteAllTextAsync(
            settings,
            $"""
            DatabaseDirectory {signatures}
            LocalSocket {Socket}
            TemporaryDirectory {_folder}
            StreamMaxLength {maxLength}
            Foreground yes
            """
        );
        _process = Process.Start(
            new ProcessStartInfo(Program, ["-c", settings])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            }
        )!;
        _ = _process.StandardOutput.ReadToEndAsync();
        var errors = _process.StandardError.ReadToEndAsync();
        for (var waited = Stopwatch.StartNew(); !await AnswersAsync(); await Task.Delay(100))
        {
            if (_process.HasExited || waited.Elapsed > _patience)
            {
                throw new InvalidOperationException(
                    $"clamd does not answer: {(_process.HasExited ? await errors : "")}"
                );
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is not null)
        {
            _process.Kill();
            await _process.WaitForExitAsync();
            _process.Dispose();
        }

        Directory.Delete(_folder, recursive: true);
    }

    private async Task<bool> AnswersAsync()
    {
        try
        {
            using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
            await socket.ConnectAsync(new UnixDomainSocketEndPoint(Socket));
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
