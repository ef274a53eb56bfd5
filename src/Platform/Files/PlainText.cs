using CaseNumerique.SharedKernel;

namespace CaseNumerique.Platform.Files;

/// <summary>Text as people write it, in UTF-8 or in the old Western code page that spreadsheets still export.</summary>
internal static class PlainText
{
    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    /// <returns>Null for what holds bytes that no text has.</returns>
    public static FileKind? Decide(ReadOnlySpan<byte> content, string name)
    {
        foreach (var value in content)
        {
            if (value is < 0x20 and not ((byte)'\t' or (byte)'\n' or (byte)'\r' or (byte)'\f') or 0x7F)
            {
                return null;
            }
        }

        var text = content.StartsWith(ByteOrderMark) ? content[ByteOrderMark.Length..] : content;
        text = text.TrimStart(" \t\r\n\f"u8);
        // A browser that guesses would run it; as a text inside a text, it is a lesson about pages.
        if (text is [(byte)'<', >= (byte)'A' and <= (byte)'z' or (byte)'!' or (byte)'?', ..])
        {
            throw Refusal.Markup;
        }

        return text.IsEmpty ? throw Refusal.Empty
            : name.EndsWith(FileKind.Csv.Extension, StringComparison.OrdinalIgnoreCase) ? FileKind.Csv
            : FileKind.Text;
    }
}
