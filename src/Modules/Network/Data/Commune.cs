using CaseNumerique.SharedKernel;

namespace CaseNumerique.Network.Data;

/// <summary>A commune of New Caledonia, under the name people use.</summary>
/// <remarks>
/// Names, INSEE codes and main postal codes come from the official list of overseas communes (etalab, 2024). Positions are
/// those of the main locality, right to about two kilometres. INSEE and postal codes overlap without meaning the same place
/// (98814 is Lifou for INSEE and Ouvéa for the post), so neither is ever deduced from the other.
/// </remarks>
/// <param name="PostalCode">The main one; some communes have several.</param>
internal sealed record Commune(
    string InseeCode,
    string Name,
    string Province,
    string PostalCode,
    string Locality,
    double Latitude,
    double Longitude
)
{
    public const int InseeCodeLength = 5;
    private const string PoyaCode = "98827";

    public static readonly IReadOnlyList<Commune> All =
    [
        new("98801", "Bélep", "Nord", "98811", "Waala", -19.748, 163.666),
        new("98802", "Boulouparis", "Sud", "98812", "village", -21.866, 166.048),
        new("98803", "Bourail", "Sud", "98870", "village", -21.568, 165.497),
        new("98804", "Canala", "Nord", "98813", "village", -21.518, 165.962),
        new("98805", "Dumbéa", "Sud", "98835", "Koutio", -22.168, 166.458),
        new("98806", "Farino", "Sud", "98881", "village", -21.667, 165.779),
        new("98807", "Hienghène", "Nord", "98815", "village", -20.689, 164.946),
        new("98808", "Houaïlou", "Nord", "98816", "village", -21.278, 165.627),
        new("98809", "Île des Pins", "Sud", "98832", "Vao", -22.667, 167.483),
        new("98810", "Kaala-Gomen", "Nord", "98817", "village", -20.667, 164.398),
        new("98811", "Koné", "Nord", "98859", "village", -21.062, 164.862),
        new("98812", "Koumac", "Nord", "98850", "village", -20.560, 164.281),
        new("98813", "La Foa", "Sud", "98880", "village", -21.709, 165.826),
        new("98814", "Lifou", "Îles Loyauté", "98820", "Wé", -20.916, 167.264),
        new("98815", "Maré", "Îles Loyauté", "98828", "Tadine", -21.550, 167.883),
        new("98816", "Moindou", "Sud", "98819", "village", -21.693, 165.678),
        new("98817", "Mont-Dore", "Sud", "98809", "Boulari", -22.230, 166.524),
        new("98818", "Nouméa", "Sud", "98800", "Nouméa", -22.271, 166.440),
        new("98819", "Ouégoa", "Nord", "98821", "village", -20.344, 164.440),
        new("98820", "Ouvéa", "Îles Loyauté", "98814", "Fayaoué", -20.648, 166.561),
        new("98821", "Païta", "Sud", "98889", "village", -22.129, 166.362),
        new("98822", "Poindimié", "Nord", "98822", "village", -20.938, 165.334),
        new("98823", "Ponérihouen", "Nord", "98823", "village", -21.071, 165.403),
        new("98824", "Pouébo", "Nord", "98824", "village", -20.399, 164.588),
        new("98825", "Pouembout", "Nord", "98825", "village", -21.121, 164.902),
        new("98826", "Poum", "Nord", "98826", "village", -20.232, 164.024),
        new(PoyaCode, "Poya", "Nord", "98827", "village", -21.345, 165.158),
        new("98828", "Sarraméa", "Sud", "98882", "village", -21.642, 165.854),
        new("98829", "Thio", "Sud", "98829", "village", -21.610, 166.216),
        new("98830", "Touho", "Nord", "98831", "village", -20.780, 165.239),
        new("98831", "Voh", "Nord", "98833", "village", -20.949, 164.687),
        new("98832", "Yaté", "Sud", "98834", "Waho", -22.161, 166.944),
        new("98833", "Kouaoua", "Nord", "98818", "village", -21.396, 165.830),
    ];

    private static readonly Dictionary<string, Commune> _byCode = All.ToDictionary(c => c.InseeCode);

    /// <summary>As it stands in the address of a page.</summary>
    public string Slug { get; } = FrenchText.Slug(Name);

    /// <summary>« de Koné », « du Mont-Dore », « de l’Île des Pins », « d’Ouvéa ».</summary>
    public string WithDe =>
        Name switch
        {
            ['M', 'o', 'n', 't', ..] => $"du {Name}",
            ['Î', ..] => $"de l’{Name}",
            ['O', ..] => $"d’{Name}",
            _ => $"de {Name}",
        };

    /// <summary>Poya alone lies in two provinces, which is why an EPN has a province of its own.</summary>
    public IReadOnlyList<string> Provinces =>
        InseeCode == PoyaCode ? [Data.Province.North, Data.Province.South] : [Province];

    public static Commune Of(string inseeCode) => _byCode[inseeCode];

    public static Commune? Find(string? inseeCode) => inseeCode is null ? null : _byCode.GetValueOrDefault(inseeCode);
}
