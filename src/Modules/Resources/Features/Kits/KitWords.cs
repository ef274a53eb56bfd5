using CaseNumerique.SharedKernel;

namespace CaseNumerique.Resources.Features.Kits;

internal static class KitWords
{
    /// <summary>« De 4 à 12 personnes », « 6 personnes ».</summary>
    public static string Group(int min, int max) =>
        min == max ? FrenchText.Count(min, "personne") : $"De {min} à {FrenchText.Count(max, "personne")}";
}
