using System.IO.Compression;
using CaseNumerique.SharedKernel;

namespace CaseNumerique.Platform.Files;

/// <summary>What can be seen of a PDF without a reader: its two ends, and the names of what acts by itself.</summary>
internal static class PdfDocument
{
    private const int TailLength = 1_024;

    /// <summary>The dictionary of a stream stands just before it.</summary>
    private const int DictionaryLength = 512;

    private const int MaxExpanded = 64_000_000;
    private const int LongestName = 16;

    public static FileKind Check(ReadOnlySpan<byte> pdf)
    {
        var isWhole =
            pdf is [_, _, _, _, _, (byte)'1' or (byte)'2', (byte)'.', ..]
            && pdf[^Math.Min(TailLength, pdf.Length)..].IndexOf("%%EOF"u8) >= 0;
        return !isWhole ? throw Refusal.Damaged
            : Acts(pdf) || HiddenObjectsAct(pdf) ? throw Refusal.ActivePdf
            : FileKind.Pdf;
    }

    private static bool Acts(ReadOnlySpan<byte> pdf)
    {
        Span<byte> name = stackalloc byte[LongestName];
        for (var next = pdf.IndexOf((byte)'/'); next >= 0; next = pdf.IndexOf((byte)'/'))
        {
            pdf = pdf[(next + 1)..];
            var read = name[..ReadName(pdf, name)];
            if (
                read.SequenceEqual("JavaScript"u8)
                || read.SequenceEqual("Launch"u8)
                || read.SequenceEqual("RichMedia"u8)
                || read.StartsWith("EmbeddedFile"u8)
            )
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A name may write any letter as « #4A ».</summary>
    private static int ReadName(ReadOnlySpan<byte> text, Span<byte> name)
    {
        var length = 0;
        for (var at = 0; at < text.Length && length < name.Length; at++)
        {
            var letter = text[at];
            if (letter is <= 0x20 or (byte)'/' or (byte)'<' or (byte)'>' or (byte)'[' or (byte)']' or (byte)'(')
            {
                break;
            }

            if (letter == '#' && at + 2 < text.Length && TryReadHex(text.Slice(at + 1, 2), out var escaped))
            {
                letter = escaped;
                at += 2;
            }

            name[length++] = letter;
        }

        return length;
    }

    private static bool TryReadHex(ReadOnlySpan<byte> digits, out byte value) =>
        byte.TryParse(digits, System.Globalization.NumberStyles.AllowHexSpecifier, null, out value);

    /// <summary>Since PDF 1.5 objects may lie together in a compressed stream.</summary>
    private static bool HiddenObjectsAct(ReadOnlySpan<byte> pdf)
    {
        var budget = MaxExpanded;
        for (var start = 0; ; )
        {
            var next = pdf[start..].IndexOf("stream"u8);
            if (next < 0)
            {
                return false;
            }

            var at = start + next;
            start = at + "stream"u8.Length;
            var dictionary = pdf[Math.Max(0, at - DictionaryLength)..at];
            if (dictionary.LastIndexOf("/ObjStm"u8) > dictionary.LastIndexOf("endobj"u8))
            {
                var end = pdf[start..].IndexOf("endstream"u8);
                var compressed = end < 0 ? pdf[start..] : pdf.Slice(start, end);
                if (Acts(Expand(compressed.TrimStart("\r\n"u8), ref budget)))
                {
                    return true;
                }
            }
        }
    }

    private static byte[] Expand(ReadOnlySpan<byte> compressed, ref int budget)
    {
        using var expanded = new MemoryStream();
        try
        {
            using var inflating = new ZLibStream(new MemoryStream(compressed.ToArray()), CompressionMode.Decompress);
            var buffer = new byte[81_920];
            for (int read; (read = inflating.Read(buffer)) > 0; )
            {
                budget -= read;
                if (budget < 0)
                {
                    throw Refusal.Bomb;
                }

                expanded.Write(buffer, 0, read);
            }
        }
        catch (InvalidDataException)
        {
            // Compressed otherwise, or not at all: what came out before is what can be seen.
        }

        return expanded.ToArray();
    }
}
