using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace CaseNumerique.Delivery.Tests.Smtp;

/// <summary>A content that the server has received whole.</summary>
/// <param name="IsKept">Whether it lies in the mailbox, whatever the client was told.</param>
/// <param name="IsAnswered">Whether the answer was written to the line.</param>
internal sealed record SinkEntry(DateTime At, string MessageId, string To, string Sha256, bool IsKept, bool IsAnswered);

/// <summary>What arrived, line by line; nothing is ever taken back. On a disk it outlives the processes it speaks of.</summary>
internal sealed partial class SinkLedger(string? file)
{
    private readonly Lock _lock = new();
    private readonly List<SinkEntry> _entries = [];
    private readonly Dictionary<string, byte[]> _contents = [];

    public IReadOnlyList<SinkEntry> Entries
    {
        get
        {
            lock (_lock)
            {
                return [.. _entries];
            }
        }
    }

    public IReadOnlyList<SinkEntry> Kept => [.. Entries.Where(e => e.IsKept)];

    public byte[] ContentOf(SinkEntry entry)
    {
        lock (_lock)
        {
            return _contents[entry.Sha256];
        }
    }

    public SinkEntry Receive(string to, byte[] content, bool isKept)
    {
        var head = Encoding.Latin1.GetString(content);
        var messageId = MessageId().Match(head).Groups["id"].Value;
        var sha256 = Convert.ToHexStringLower(SHA256.HashData(content));
        var entry = new SinkEntry(DateTime.UtcNow, messageId, to, sha256, isKept, IsAnswered: false);
        lock (_lock)
        {
            _contents.TryAdd(sha256, content);
            _entries.Add(entry);
            Append(entry);
        }

        return entry;
    }

    public void Answered(SinkEntry entry)
    {
        lock (_lock)
        {
            var answered = entry with { IsAnswered = true };
            _entries[_entries.IndexOf(entry)] = answered;
            Append(answered);
        }
    }

    private void Append(SinkEntry entry)
    {
        if (file is not null)
        {
            File.AppendAllText(file, JsonSerializer.Serialize(entry) + "\n");
        }
    }

    [GeneratedRegex(@"^Message-Id:\s*<(?<id>[^>]+)>", RegexOptions.IgnoreCase | RegexOptions.Multiline)]
    private static partial Regex MessageId();
}
