using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using CaseNumerique.Platform.Data;
using CaseNumerique.SharedKernel;

namespace CaseNumerique.Platform.Files;

/// <summary>The name of a file, harmless in a header, in a folder of any system, and to the eye.</summary>
internal static partial class SafeName
{
    private const string Nameless = "fichier";

    /// <summary>What Windows refuses in a name.</summary>
    private const string Forbidden = "<>:\"|?*";

    /// <summary>One extension only: that of the kind which the content was found to be.</summary>
    public static string For(string raw, FileKind kind)
    {
        // Half a surrogate pair is no text, and normalising would throw on it.
        var text = new string([.. raw.EnumerateRunes().SelectMany(r => r.ToString())]);
        var name = text.Normalize(NormalizationForm.FormC).Split('/', '\\')[^1];
        var stem = AnyExtension().Replace(name, "");
        var clean = new StringBuilder();
        foreach (var rune in stem.EnumerateRunes().Where(IsHarmless))
        {
            var isKept = Rune.IsLetterOrDigit(rune) || !(rune.Value == '.' || Forbidden.Contains((char)rune.Value));
            clean.Append(isKept ? rune.ToString() : "-");
        }

        var tidy = Spaces().Replace(clean.ToString(), " ").Trim(' ', '-');
        tidy = Cut(tidy, StoredFile.NameMaxLength - kind.Extension.Length).TrimEnd();
        return (tidy.Length == 0 || Reserved().IsMatch(tidy) ? $"{Nameless}-{tidy}".TrimEnd('-') : tidy)
            + kind.Extension;
    }

    /// <summary>No control, and nothing that turns or hides the letters around it.</summary>
    private static bool IsHarmless(Rune rune) =>
        Rune.GetUnicodeCategory(rune)
            is not (
                UnicodeCategory.Control
                or UnicodeCategory.Format
                or UnicodeCategory.LineSeparator
                or UnicodeCategory.ParagraphSeparator
                or UnicodeCategory.PrivateUse
                or UnicodeCategory.OtherNotAssigned
            )
        && rune != Rune.ReplacementChar;

    private static string Cut(string text, int length) =>
        text.Length <= length ? text
        : char.IsHighSurrogate(text[length - 1]) ? text[..(length - 1)]
        : text[..length];

    [GeneratedRegex(@"\.[A-Za-z0-9]{1,5}$")]
    private static partial Regex AnyExtension();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();

    /// <summary>Devices of Windows, whatever follows the name.</summary>
    [GeneratedRegex(@"^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])$", RegexOptions.IgnoreCase)]
    private static partial Regex Reserved();
}
