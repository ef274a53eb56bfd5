using System.Text.RegularExpressions;

namespace CaseNumerique.Network.Data;

/// <summary>A number of New Caledonia: six digits, landlines in 2, 3, 4 and mobiles in 5, 7, 8, 9.</summary>
internal static partial class PhoneNumber
{
    public const int MaxLength = 10;

    /// <returns>The number in E.164 (+687…); null when it is no number of New Caledonia.</returns>
    public static string? Normalise(string? typed)
    {
        var match = Number().Match(Separators().Replace(typed ?? "", ""));
        return match.Success ? $"+687{match.Groups[1]}" : null;
    }

    [GeneratedRegex(@"^(?:\+687|00687)?([2-57-9][0-9]{5})\z")]
    private static partial Regex Number();

    [GeneratedRegex(@"[\s.\-()]")]
    private static partial Regex Separators();
}
