using System.IO.Compression;
using System.IO.Hashing;
using CaseNumerique.SharedKernel;

namespace CaseNumerique.Platform.Files;

/// <summary>OpenDocument and Office Open XML: an archive that must hold what such a document holds, and no more.</summary>
internal static class ZipDocument
{
    private const int MaxEntries = 4_000;
    private const long MaxExpanded = 300_000_000;

    /// <summary>Text shrinks to a tenth or so; only what is made for it shrinks to a hundredth.</summary>
    private const int MaxRatio = 100;

    /// <summary>Below this a ratio says nothing.</summary>
    private const long SmallExpanded = 10_000_000;

    /// <summary>The list of parts of a presentation of a thousand slides is shorter.</summary>
    private const int LongestText = 1_000_000;

    private const string OpenDocumentType = "mimetype";
    private const string OfficeTypes = "[Content_Types].xml";

    /// <summary>The type of the main part of each document of Office.</summary>
    private static readonly (string Main, FileKind Kind)[] _office =
    [
        ("wordprocessingml.document.main+xml", FileKind.Docx),
        ("spreadsheetml.sheet.main+xml", FileKind.Xlsx),
        ("presentationml.presentation.main+xml", FileKind.Pptx),
        ("presentationml.slideshow.main+xml", FileKind.Pptx),
    ];

    private static readonly string[] _macroFolders = ["Basic/", "Scripts/"];
    private static readonly string[] _macroParts = ["vbaProject.bin", "vbaData.xml", "activeX"];

    /// <returns>Null for any other archive.</returns>
    public static FileKind? Decide(Stream content)
    {
        try
        {
            using var zip = new ZipArchive(content, ZipArchiveMode.Read, leaveOpen: true);
            if (zip.Entries.Count > MaxEntries)
            {
                throw Refusal.Bomb;
            }

            if (zip.Entries.Any(e => e.IsEncrypted || !IsPlainPath(e.FullName)))
            {
                throw Refusal.Damaged;
            }

            var kind = KindOf(zip);
            if (kind is not null && HasMacros(zip))
            {
                throw Refusal.Macros;
            }

            ExpandAll(zip, content.Length);
            return kind;
        }
        catch (Exception error) when (error is InvalidDataException or EndOfStreamException)
        {
            throw Refusal.Damaged;
        }
    }

    private static FileKind? KindOf(ZipArchive zip)
    {
        if (zip.GetEntry(OfficeTypes) is { } types)
        {
            var text = Read(types);
            return text.Contains("macroEnabled", StringComparison.OrdinalIgnoreCase)
                ? throw Refusal.Macros
                : _office.FirstOrDefault(o => text.Contains(o.Main, StringComparison.Ordinal)).Kind;
        }

        var type = zip.GetEntry(OpenDocumentType) is { } entry ? Read(entry).Trim() : null;
        return FileKind.Documents.FirstOrDefault(k => k.ContentType == type);
    }

    private static bool HasMacros(ZipArchive zip) =>
        zip.Entries.Any(e =>
            _macroFolders.Any(f => e.FullName.StartsWith(f, StringComparison.OrdinalIgnoreCase))
            || _macroParts.Any(p => e.FullName.Contains(p, StringComparison.OrdinalIgnoreCase))
        );

    /// <summary>Nothing here unpacks to disk, but whoever downloads it may.</summary>
    private static bool IsPlainPath(string name) =>
        !name.StartsWith('/')
        && !name.Any(c => c is '\\' or ':' || char.IsControl(c))
        && !name.Split('/').Contains("..");

    /// <summary>Several entries may share the same bytes, and one may say less than it holds: only unpacking tells.</summary>
    private static void ExpandAll(ZipArchive zip, long packed)
    {
        var limit = Math.Min(MaxExpanded, Math.Max(SmallExpanded, packed * MaxRatio));
        var buffer = new byte[81_920];
        foreach (var entry in zip.Entries)
        {
            var sum = new Crc32();
            using var content = entry.Open();
            for (int read; (read = content.Read(buffer)) > 0; )
            {
                limit -= read;
                if (limit < 0)
                {
                    throw Refusal.Bomb;
                }

                sum.Append(buffer.AsSpan(0, read));
            }

            if (sum.GetCurrentHashAsUInt32() != entry.Crc32)
            {
                throw Refusal.Damaged;
            }
        }
    }

    private static string Read(ZipArchiveEntry entry)
    {
        if (entry.Length > LongestText)
        {
            throw Refusal.Damaged;
        }

        var buffer = new char[entry.Length];
        using var reader = new StreamReader(entry.Open());
        return new string(buffer, 0, reader.ReadBlock(buffer));
    }
}
