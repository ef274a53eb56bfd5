using System.Globalization;
using System.Text.RegularExpressions;

namespace CaseNumerique.Labelling.Data;

/// <summary>The number of a label as people type it from a plaque: <c>CASE-017</c>, « case 17 », « 17 ».</summary>
internal static partial class LabelNumber
{
    /// <returns>The number as it is kept; null where none can be read.</returns>
    public static string? Read(string? typed) =>
        Typed().Match((typed ?? "").Trim()) is { Success: true } match
            ? Label.NumberOf(int.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture))
            : null;

    [GeneratedRegex(@"^(?:case)?[\s\-–_.n°º]*([0-9]{1,6})$", RegexOptions.IgnoreCase)]
    private static partial Regex Typed();
}
