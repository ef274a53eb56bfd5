using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.Extensions.Options;

namespace CaseNumerique.Platform.Files;

/// <summary>ClamAV's daemon, by its command INSTREAM (clamd(8)): the daemon needs no right on our folders.</summary>
internal sealed class ClamAv(IOptions<FilesOptions> options) : IVirusScanner
{
    private const int ChunkLength = 65_536;
    private const int LongestAnswer = 1_024;

    public async Task<ScanResult> ScanAsync(string path, CancellationToken cancellationToken)
    {
        var settings = options.Value.ClamAv;
        if (EndPointOf(settings.Endpoint) is not { } daemon)
        {
            return new(ScanVerdict.NotScanned, "No antivirus is configured");
        }

        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(TimeSpan.FromSeconds(settings.TimeoutSeconds));
        try
        {
            return Read(await AskAsync(daemon, path, patience.Token));
        }
        catch (Exception error)
            when (error is SocketException or IOException
                || (error is OperationCanceledException && !cancellationToken.IsCancellationRequested)
            )
        {
            return new(ScanVerdict.NotScanned, error.Message);
        }
    }

    /// <returns>Null for what is no endpoint.</returns>
    public static EndPoint? EndPointOf(string text) =>
        text.StartsWith("unix:/", StringComparison.Ordinal) ? new UnixDomainSocketEndPoint(text["unix:".Length..])
        : Uri.TryCreate(text, UriKind.Absolute, out var url) && url is { Scheme: "tcp", Port: > 0 }
            ? new DnsEndPoint(url.Host, url.Port)
        : null;

    private static async Task<string> AskAsync(EndPoint daemon, string path, CancellationToken cancellationToken)
    {
        using var socket =
            daemon is UnixDomainSocketEndPoint
                ? new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified)
                : new Socket(SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(daemon, cancellationToken);
        await using var stream = new NetworkStream(socket);
        await stream.WriteAsync("zINSTREAM\0"u8.ToArray(), cancellationToken);

        await using var content = File.OpenRead(path);
        var chunk = new byte[sizeof(int) + ChunkLength];
        for (int read; (read = await content.ReadAsync(chunk.AsMemory(sizeof(int)), cancellationToken)) > 0; )
        {
            BinaryPrimitives.WriteInt32BigEndian(chunk, read);
            await stream.WriteAsync(chunk.AsMemory(0, sizeof(int) + read), cancellationToken);
        }

        // A chunk of nothing ends the stream.
        await stream.WriteAsync(new byte[sizeof(int)], cancellationToken);
        var answer = new byte[LongestAnswer];
        var length = await stream.ReadAtLeastAsync(answer, LongestAnswer, throwOnEndOfStream: false, cancellationToken);
        return Encoding.ASCII.GetString(answer, 0, length).TrimEnd('\0', '\n');
    }

    /// <summary>« stream: OK », « stream: Eicar-Test-Signature FOUND »; anything else is no verdict.</summary>
    private static ScanResult Read(string answer)
    {
        const string Found = " FOUND";
        var words = answer.StartsWith("stream: ", StringComparison.Ordinal) ? answer["stream: ".Length..] : answer;
        return words == "OK" ? new(ScanVerdict.Clean)
            : words.EndsWith(Found, StringComparison.Ordinal) ? new(ScanVerdict.Infected, words[..^Found.Length])
            : new(ScanVerdict.NotScanned, words);
    }
}
