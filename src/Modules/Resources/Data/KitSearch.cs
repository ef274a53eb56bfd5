using CaseNumerique.SharedKernel;

namespace CaseNumerique.Resources.Data;

internal static class KitSearch
{
    private const int MaxWords = 8;

    /// <summary>The kits that hold every word, whatever its accents and case.</summary>
    public static IQueryable<WorkshopKit> Matching(this IQueryable<WorkshopKit> kits, string? text) =>
        FrenchText
            .Fold(text)
            .Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Take(MaxWords)
            .Aggregate(kits, (found, word) => found.Where(k => k.SearchText.Contains(word)));
}
