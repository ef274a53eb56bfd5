using CaseNumerique.SharedKernel;

namespace CaseNumerique.Network.Data;

/// <summary>Communes as people choose them: in the order of a dictionary, or by the address of a page.</summary>
internal static class CommuneChoices
{
    public static readonly IReadOnlyList<Commune> ByName =
    [
        .. Commune.All.OrderBy(c => c.Slug, StringComparer.Ordinal),
    ];

    /// <summary>Reads « noumea,dumbea »; what is no commune is left out.</summary>
    public static IReadOnlyList<Commune> Read(string? slugs)
    {
        var wanted = (slugs ?? "").Split(',').Select(FrenchText.Slug).ToHashSet();
        return [.. ByName.Where(c => wanted.Contains(c.Slug))];
    }

    public static string Slugs(IEnumerable<Commune> communes) => string.Join(',', communes.Select(c => c.Slug));

    /// <summary>« Koné, Pouembout et Voh ».</summary>
    public static string Names(IReadOnlyList<Commune> communes) =>
        communes.Count < 2
            ? string.Concat(communes.Select(c => c.Name))
            : $"{string.Join(", ", communes.SkipLast(1).Select(c => c.Name))} et {communes[^1].Name}";
}
