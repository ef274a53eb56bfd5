namespace CaseNumerique.Labelling.Data;

/// <summary>Something that the platform learns by itself, and by which a criterion may be answered.</summary>
/// <param name="Key">What <see cref="Criterion.ProvenBy"/> holds.</param>
/// <param name="Words">In French: « L’espace … ».</param>
internal sealed record KnownFact(string Key, string Words)
{
    /// <summary>Known of the file itself, not told by another module.</summary>
    public const string CharterSigned = "charter-signed";

    public static readonly IReadOnlyList<KnownFact> All =
    [
        new(CharterSigned, "Le gestionnaire a signé la charte"),
        new(ProvenFact.HoursConfirmed, "L’espace a confirmé ses horaires"),
        new("gathering-attended", "L’équipe est venue à une rencontre"),
        new("mentoring-active", "L’équipe accompagne un autre espace, ou est accompagnée"),
        new("campaign-joined", "L’espace a pris part à une campagne"),
        new("figures-sent", "L’espace a envoyé ses chiffres"),
        new("annual-report-sent", "L’espace a envoyé son bilan de l’année"),
        new(ProvenFact.KitShared, "L’équipe a partagé un atelier"),
        new("joint-project", "L’espace porte un projet avec un autre"),
    ];

    /// <summary>In words; a key that nobody knows stands for itself.</summary>
    public static string WordsOf(string key) => All.SingleOrDefault(f => f.Key == key)?.Words ?? key;
}
