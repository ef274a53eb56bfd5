using System.Text.RegularExpressions;

namespace CaseNumerique.Labelling.Data;

/// <summary>
/// The number by which a structure (RID, 7 digits) and one of its places (3 more) are known in New Caledonia. Only its form is
/// checked, since no check digit is documented, and nothing is ever added to it but zeros on the left.
/// </summary>
/// <remarks>Network reads the same number for its operators; the two modules know nothing of each other.</remarks>
internal static partial class Ridet
{
    public const int Length = 10;

    private const int RidLength = 7;

    /// <returns>7 digits (a RID alone) or 10; null when it is neither.</returns>
    public static string? Normalise(string? typed)
    {
        var digits = NotDigits().Replace(typed ?? "", "");
        return digits.Length switch
        {
            RidLength - 1 or RidLength => digits.PadLeft(RidLength, '0'),
            Length - 1 or Length => digits.PadLeft(Length, '0'),
            _ => null,
        };
    }

    /// <summary>With its place: what a filing wants.</summary>
    public static bool IsWhole(string? ridet) => ridet?.Length == Length;

    /// <summary>« 0 123 456.001 ».</summary>
    public static string Format(string ridet)
    {
        var rid = $"{ridet[0]}\u00A0{ridet[1..4]}\u00A0{ridet[4..RidLength]}";
        return IsWhole(ridet) ? $"{rid}.{ridet[RidLength..]}" : rid;
    }

    [GeneratedRegex("[^0-9]")]
    private static partial Regex NotDigits();
}
