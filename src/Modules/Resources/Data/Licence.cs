namespace CaseNumerique.Resources.Data;

/// <summary>What others may do with a kit.</summary>
internal sealed record Licence(string Code, string Meaning, string Url)
{
    public const int CodeMaxLength = 40;

    public static readonly Licence Default = new(
        "CC BY-SA 4.0",
        "à reprendre et à modifier en citant l’auteur, sous la même licence",
        "https://creativecommons.org/licenses/by-sa/4.0/deed.fr"
    );

    public static readonly IReadOnlyList<Licence> All =
    [
        Default,
        new(
            "CC BY 4.0",
            "à reprendre et à modifier en citant l’auteur",
            "https://creativecommons.org/licenses/by/4.0/deed.fr"
        ),
        new(
            "CC0 1.0",
            "à reprendre et à modifier sans condition",
            "https://creativecommons.org/publicdomain/zero/1.0/deed.fr"
        ),
        new(
            "Licence Ouverte 2.0",
            "à reprendre et à modifier en citant la source et la date",
            "https://www.etalab.gouv.fr/licence-ouverte-open-licence/"
        ),
    ];

    public static Licence Of(string code) => All.Single(l => l.Code == code);
}
