using System.Text.RegularExpressions;

namespace CaseNumerique.Network.Data;

/// <summary>
/// The number of a business or association of New Caledonia (RID, 7 digits) or of one of its places (RIDET, 3 more). Only its
/// form is checked: no check digit is documented.
/// </summary>
internal static partial class Ridet
{
    public const int MaxLength = 10;
    private const int RidLength = 7;

    /// <returns>7 or 10 digits; null when it is neither a RID nor a RIDET.</returns>
    public static string? Normalise(string? typed)
    {
        var digits = NotDigits().Replace(typed ?? "", "");
        return digits.Length switch
        {
            RidLength - 1 or RidLength => digits.PadLeft(RidLength, '0'),
            MaxLength - 1 or MaxLength => digits.PadLeft(MaxLength, '0'),
            _ => null,
        };
    }

    /// <summary>« 0 123 456.001 ».</summary>
    public static string Format(string ridet)
    {
        var rid = $"{ridet[0]}\u00A0{ridet[1..4]}\u00A0{ridet[4..RidLength]}";
        return ridet.Length == RidLength ? rid : $"{rid}.{ridet[RidLength..]}";
    }

    [GeneratedRegex("[^0-9]")]
    private static partial Regex NotDigits();
}
