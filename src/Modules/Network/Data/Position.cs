using System.Globalization;
using System.Text.RegularExpressions;

namespace CaseNumerique.Network.Data;

/// <summary>A place in or around New Caledonia, in WGS 84 degrees.</summary>
internal readonly partial record struct Position(double Latitude, double Longitude)
{
    /// <summary>Reads « -20.689, 164.946 » as map applications copy it; « -20,689 ; 164,946 » too.</summary>
    /// <returns>Null when it cannot be read, or lies elsewhere.</returns>
    public static Position? Read(string? typed)
    {
        var match = Pair().Match(typed ?? "");
        if (!match.Success)
        {
            return null;
        }

        var latitude = Degrees(match.Groups[1].Value);
        var longitude = Degrees(match.Groups[2].Value);
        return latitude is >= -23 and <= -18 && longitude is >= 163 and <= 169 ? new(latitude, longitude) : null;
    }

    /// <summary>As <see cref="Read"/> takes it.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Latitude}, {Longitude}");

    private static double Degrees(string text) =>
        double.Parse(text.Replace(',', '.').Replace('−', '-'), CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^\s*([-−][0-9]{1,2}(?:[.,][0-9]{1,9})?)\s*[,;\s]\s*([0-9]{1,3}(?:[.,][0-9]{1,9})?)\s*\z")]
    private static partial Regex Pair();
}
