using System.Text;
using CaseNumerique.TestKit;
using MimeKit.Encodings;

namespace CaseNumerique.Host.Tests.Privacy;

/// <summary>Looks for texts in the bytes of every file that the host keeps: database, log, mails, uploads.</summary>
internal static class ByteScan
{
    /// <returns>File and text, of every hit.</returns>
    public static async Task<IReadOnlyList<(string File, string Text)>> RunAsync(App app, params string[] texts)
    {
        for (var tries = 0; ; tries++)
        {
            try
            {
                return await LookAsync(app.Folder, texts);
            }
            // SQLite puts its log away when the last connection closes. What was in it is in the database then, so all is read anew.
            catch (FileNotFoundException) when (tries < 5) { }
        }
    }

    private static async Task<IReadOnlyList<(string File, string Text)>> LookAsync(string folder, string[] texts)
    {
        List<(string, string)> hits = [];
        foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
        {
            await using var stream = new FileStream(
                file,
                FileMode.Open,
                FileAccess.Read,
                FileShare.ReadWrite | FileShare.Delete
            );
            using var copy = new MemoryStream();
            await stream.CopyToAsync(copy);
            var bytes = Unfolded(copy.ToArray());
            hits.AddRange(
                texts
                    .Where(t => Spellings(t).Any(s => Holds(bytes, s)))
                    .Select(t => (Path.GetRelativePath(folder, file), t))
            );
        }

        return hits;
    }

    /// <summary>As it stands, in capitals, as JSON escapes it, quoted-printable, percent-encoded, and in base64 at each of three places.</summary>
    private static IEnumerable<byte[]> Spellings(string text)
    {
        yield return Encoding.UTF8.GetBytes(text);
        yield return Encoding.UTF8.GetBytes(text.ToUpperInvariant());
        yield return Encoding.UTF8.GetBytes(System.Text.Json.JsonEncodedText.Encode(text).Value);
        yield return Encoding.UTF8.GetBytes(Uri.EscapeDataString(text));
        yield return Encoding.Unicode.GetBytes(text);
        yield return Encode(new QuotedPrintableEncoder(), text);
        for (var before = 0; before < 3; before++)
        {
            var encoded = Convert.ToBase64String([.. new byte[before], .. Encoding.UTF8.GetBytes(text)]);
            // The letters at both ends depend on the neighbours.
            yield return Encoding.ASCII.GetBytes(encoded[(before == 0 ? 0 : 4)..^4]);
        }
    }

    /// <summary>The bytes, and once more without the line breaks of quoted-printable, which may fall within a word.</summary>
    private static byte[] Unfolded(byte[] bytes)
    {
        var text = Encoding.Latin1.GetString(bytes);
        return Encoding.Latin1.GetBytes(text + text.Replace("=\r\n", "", StringComparison.Ordinal));
    }

    private static byte[] Encode(IMimeEncoder encoder, string text)
    {
        var input = Encoding.UTF8.GetBytes(text);
        var output = new byte[encoder.EstimateOutputLength(input.Length)];
        var encoded = output.AsSpan(0, encoder.Flush(input, 0, input.Length, output));
        // The encoder ends what it is given with a soft line break, which does not stand in the middle of a mail.
        return encoded.TrimEnd("=\r\n"u8).ToArray();
    }

    private static bool Holds(byte[] bytes, byte[] part) => part.Length > 0 && bytes.AsSpan().IndexOf(part) >= 0;
}
