using System.Text.RegularExpressions;
using CaseNumerique.Platform.Data;
using Microsoft.Extensions.Options;

namespace CaseNumerique.Platform.Delivery;

/// <summary>Reads the log of a local Postfix, which notes each Message-ID it takes over.</summary>
/// <remarks>
/// <c>cleanup</c> notes the Message-ID while it reads the content; only the <c>qmgr</c> line of the same queue id says that the
/// content was stored whole, which happens just before the server's final answer.
/// </remarks>
internal sealed partial class PostfixLogProbe(IOptions<MailOptions> options) : IDeliveryProbe
{
    public async Task<ProbeAnswer> WasAcceptedAsync(Mail mail, CancellationToken cancellationToken)
    {
        var log = options.Value.PostfixLog!;
        if (!File.Exists(log))
        {
            return ProbeAnswer.CannotTell;
        }

        // The log may have been turned over since: as logrotate names the one before, compressed a turn later.
        HashSet<string> queueIds = [];
        string[] logs = [.. new[] { $"{log}.1", log }.Where(File.Exists)];
        await foreach (var line in logs.ToAsyncEnumerable().SelectMany(l => LinesAsync(l, cancellationToken)))
        {
            if (line.Contains($"message-id=<{mail.MessageId}>", StringComparison.Ordinal))
            {
                queueIds.Add(Cleanup().Match(line).Groups["queue"].Value);
            }
            else if (
                Active().Match(line) is { Success: true } active
                && queueIds.Contains(active.Groups["queue"].Value)
            )
            {
                return ProbeAnswer.Accepted;
            }
        }

        return ProbeAnswer.NotAccepted;
    }

    private static async IAsyncEnumerable<string> LinesAsync(
        string file,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        // Postfix goes on writing while it is read.
        await using var stream = new FileStream(
            file,
            FileMode.Open,
            FileAccess.Read,
            FileShare.ReadWrite | FileShare.Delete
        );
        using var reader = new StreamReader(stream);
        while (await reader.ReadLineAsync(cancellationToken) is { } line)
        {
            yield return line;
        }
    }

    [GeneratedRegex(@"/cleanup\[\d+\]: (?<queue>\w+): message-id=")]
    private static partial Regex Cleanup();

    [GeneratedRegex(@"/qmgr\[\d+\]: (?<queue>\w+): from=.*\(queue active\)")]
    private static partial Regex Active();
}
