using System.Globalization;

namespace CaseNumerique.Network.Data;

/// <summary>From degrees to units of the map of the country: equirectangular, true at 21.3° S.</summary>
internal static class MapProjection
{
    public static string X(double longitude) => Units(ToX(longitude));

    public static string Y(double latitude) => Units(ToY(latitude));

    public static double ToX(double longitude) => (longitude - 163.5) * 126.3158;

    public static double ToY(double latitude) => (-19.5 - latitude) * 135.58;

    /// <summary>One decimal is about 80 metres.</summary>
    public static string Units(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);
}
