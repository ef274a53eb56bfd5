namespace CaseNumerique.Labelling.Data;

/// <summary>What the public is told of a label: whether its plaque may hang, never why not.</summary>
/// <param name="Key">As other systems read it.</param>
/// <param name="Tag">Kind of the tag that shows it.</param>
/// <param name="Note">Kind of the notice that answers: <c>ok</c>, <c>warn</c> or <c>err</c>.</param>
/// <param name="Title">The answer in one sentence.</param>
/// <param name="IsValid">Whether the place may show plaque and badge.</param>
internal sealed record LabelAnswer(string Key, string Tag, string Note, string Words, string Title, bool IsValid)
{
    public static readonly LabelAnswer Valid = new("valide", "case", "ok", "Valide", "Ce label est valide", true);

    public static readonly LabelAnswer UnderConditions = new(
        "valide_sous_reserve",
        "reserve",
        "ok",
        "Valide sous réserve",
        "Ce label est valide sous réserve",
        true
    );

    public static readonly LabelAnswer UnderRenewal = new(
        "en_renouvellement",
        "renew",
        "ok",
        "En renouvellement",
        "Ce label est en renouvellement, valable jusqu’à la décision",
        true
    );

    public static readonly LabelAnswer ToCome = new(
        "a_venir",
        "draft",
        "warn",
        "À venir",
        "Ce label n’est pas encore valable",
        false
    );

    public static readonly LabelAnswer Suspended = new(
        "suspendu",
        "paused",
        "warn",
        "Suspendu",
        "Ce label est suspendu",
        false
    );

    public static readonly LabelAnswer Expired = new("expire", "ended", "warn", "Expiré", "Ce label a expiré", false);

    public static readonly LabelAnswer Withdrawn = new("retire", "off", "err", "Retiré", "Ce label est retiré", false);

    public static readonly LabelAnswer Renounced = new(
        "renonce",
        "off",
        "err",
        "Rendu",
        "L’espace a rendu ce label",
        false
    );

    public static readonly LabelAnswer PlaceClosed = new(
        "ferme",
        "ended",
        "warn",
        "Espace fermé",
        "L’espace de ce label a fermé",
        false
    );
}
