using System.Globalization;
using System.IO.Compression;
using System.Security;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using PdfSharp.Pdf;

namespace CaseNumerique.Platform.Printing;

/// <summary>
/// Gives what PDFsharp has written the description of PDF/A-2 (level A) and PDF/UA-1, and takes chance out of it:
/// the library draws its identifiers and the names of its fonts by lot, and leaves no way to say them.
/// </summary>
internal static partial class ArchiveForm
{
    private const string NoId = "00000000-0000-0000-0000-000000000000";

    public static byte[] Complete(byte[] written, string description)
    {
        var text = WithDescription(Encoding.Latin1.GetString(written), description);
        text = FontTag().Replace(text, "/AAAAAA+");
        text = DocumentId().Replace(text, $"/ID[<{NoId}><{NoId}>]");
        // Named after all that it holds: two documents of one identifier are one document.
        var id = new Guid(SHA256.HashData(Encoding.Latin1.GetBytes(text)).AsSpan(0, 16), bigEndian: true);
        text = text.Replace($"<{NoId}>", $"<{id:N}>", StringComparison.Ordinal)
            .Replace(NoId, id.ToString("D"), StringComparison.Ordinal);
        return Encoding.Latin1.GetBytes(text);
    }

    /// <summary>The metadata (XMP) that both standards ask for; agrees with the document's own information.</summary>
    public static string Describe(PdfDocument document, DateTime at)
    {
        var day = at.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        var info = document.Info;
        string Xml(string words) => SecurityElement.Escape(words);
        return $"""
            <?xpacket begin="{'\uFEFF'}" id="W5M0MpCehiHzreSzNTczkc9d"?>
            <x:xmpmeta xmlns:x="adobe:ns:meta/">
            <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
            <rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
            <pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance><pdfuaid:part>1</pdfuaid:part>
            </rdf:Description>
            <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/">
            <dc:format>application/pdf</dc:format>
            <dc:language><rdf:Bag><rdf:li>fr-NC</rdf:li></rdf:Bag></dc:language>
            <dc:title><rdf:Alt><rdf:li xml:lang="x-default">{Xml(info.Title)}</rdf:li></rdf:Alt></dc:title>
            <dc:creator><rdf:Seq><rdf:li>{Xml(info.Author)}</rdf:li></rdf:Seq></dc:creator>
            <dc:description><rdf:Alt><rdf:li xml:lang="x-default">{Xml(
                info.Subject
            )}</rdf:li></rdf:Alt></dc:description>
            </rdf:Description>
            <rdf:Description rdf:about="" xmlns:pdf="http://ns.adobe.com/pdf/1.3/">
            <pdf:Producer>{Xml(info.Producer)}</pdf:Producer><pdf:Keywords>{Xml(info.Keywords)}</pdf:Keywords>
            </rdf:Description>
            <rdf:Description rdf:about="" xmlns:xmp="http://ns.adobe.com/xap/1.0/">
            <xmp:CreatorTool>{Xml(info.Creator)}</xmp:CreatorTool>
            <xmp:CreateDate>{day}</xmp:CreateDate><xmp:ModifyDate>{day}</xmp:ModifyDate>
            </rdf:Description>
            <rdf:Description rdf:about="" xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/">
            <xmpMM:DocumentID>uuid:{NoId}</xmpMM:DocumentID><xmpMM:InstanceID>uuid:{NoId}</xmpMM:InstanceID>
            </rdf:Description>
            <rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
            <pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
            <pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>
            <pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
            <pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
            <pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
            <pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType>
            <pdfaProperty:category>internal</pdfaProperty:category>
            <pdfaProperty:description>Part of ISO 14289</pdfaProperty:description>
            </rdf:li></rdf:Seq></pdfaSchema:property>
            </rdf:li></rdf:Bag></pdfaExtension:schemas>
            </rdf:Description>
            </rdf:RDF>
            </x:xmpmeta>
            <?xpacket end="r"?>
            """.ReplaceLineEndings("\n");
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
