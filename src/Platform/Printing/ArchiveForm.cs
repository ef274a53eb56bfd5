using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace CaseNumerique.Platform.Printing;

/// <summary>
/// Gives what PDFsharp has written the description of PDF/A-2 (level A) and PDF/UA-1, and takes chance out of it:
/// the library draws its identifiers and the names of its fonts by lot, and leaves no way to say them.
/// </summary>
internal static partial class ArchiveForm
{
    public static byte[] Complete(byte[] written, string description)
    {
        var text = WithDescription(Encoding.Latin1.GetString(written), description);
        text = FontTag().Replace(text, "/AAAAAA+");
        text = DocumentId().Replace(text, $"/ID[<{ArchiveDescription.NoId}><{ArchiveDescription.NoId}>]");
        // Named after all that it holds: two documents of one identifier are one document.
        var id = new Guid(SHA256.HashData(Encoding.Latin1.GetBytes(text)).AsSpan(0, 16), bigEndian: true);
        text = text.Replace($"<{ArchiveDescription.NoId}>", $"<{id:N}>", StringComparison.Ordinal)
            .Replace(ArchiveDescription.NoId, id.ToString("D"), StringComparison.Ordinal);
        return Encoding.Latin1.GetBytes(text);
    }

    /// <summary>Writes each object anew: the description in the place of the library's, streams with the checksum that it leaves out.</summary>
    private static string WithDescription(string text, string description)
    {
        var start = StartOfTable().Match(text);
        var table = Number(start.Groups[1]);
        var places = Place().Matches(text[table..start.Index]).Select(m => Number(m.Groups[1])).Order().ToList();
        var written = new StringBuilder(text[..places[0]]);
        var moved = new Dictionary<int, int>();
        for (var i = 0; i < places.Count; i++)
        {
            moved[places[i]] = written.Length;
            var part = text[places[i]..(i + 1 < places.Count ? places[i + 1] : table)];
            written.Append(
                MetadataObject().Match(part) is { Success: true } metadata
                    ? Object(
                        $"{metadata.Groups[1].Value}/Type/Metadata/Subtype/XML",
                        Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(description))
                    )
                : PackedObject().Match(part) is { Success: true } packed
                    ? Object(
                        packed.Groups[1].Value + packed.Groups[3].Value,
                        Packed(part.Substring(packed.Length, Number(packed.Groups[2])))
                    )
                : part
            );
        }

        var newTable = written.Length;
        var newPlaces = Place().Replace(text[table..start.Index], m => $"{moved[Number(m.Groups[1])]:D10} 00000 n");
        return written
            .Append(newPlaces)
            .Append(CultureInfo.InvariantCulture, $"startxref\n{newTable}\n%%EOF\n")
            .ToString();
    }

    private static string Object(string head, string stream) =>
        $"{head}/Length {stream.Length}>>\nstream\n{stream}\nendstream\nendobj\n";

    private static string Packed(string stream)
    {
        // After the two bytes that say how it is packed.
        using var old = new MemoryStream(Encoding.Latin1.GetBytes(stream), 2, stream.Length - 2);
        using var unpacked = new DeflateStream(old, CompressionMode.Decompress);
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            unpacked.CopyTo(zlib);
        }

        return Encoding.Latin1.GetString(packed.GetBuffer(), 0, (int)packed.Length);
    }

    private static int Number(Group digits) => int.Parse(digits.ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"/[A-Z]{6}\+(?=Inter)")]
    private static partial Regex FontTag();

    [GeneratedRegex(@"/ID\s*\[\s*<[0-9A-Fa-f]{32}>\s*<[0-9A-Fa-f]{32}>\s*\]")]
    private static partial Regex DocumentId();

    [GeneratedRegex(@"startxref\s+(\d+)\s+%%EOF\s*$", RegexOptions.RightToLeft)]
    private static partial Regex StartOfTable();

    [GeneratedRegex(@"(\d{10}) 00000 n")]
    private static partial Regex Place();

    [GeneratedRegex(@"^(\d+ 0 obj\s*<<)[^>]*/Type\s*/Metadata")]
    private static partial Regex MetadataObject();

    [GeneratedRegex(@"^(\d+ 0 obj\s*<<(?=[^>]*/Filter\s*/FlateDecode)[^>]*?)/Length\s+(\d+)([^>]*)>>\s*stream\n")]
    private static partial Regex PackedObject();
}
