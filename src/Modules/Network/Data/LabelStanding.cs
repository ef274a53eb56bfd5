namespace CaseNumerique.Network.Data;

/// <summary>How a space stands in the programme, in one word and one sign.</summary>
/// <param name="Key">As it stands in the address of a page.</param>
/// <param name="Tag">Kind of the tag that shows it.</param>
internal sealed record LabelStanding(string Key, string Tag, string Words)
{
    public static readonly LabelStanding Holder = new("case-numerique", "case", "Case numérique");
    public static readonly LabelStanding Renewing = new("en-renouvellement", "renew", "En renouvellement");
    public static readonly LabelStanding Suspended = new("suspendu", "paused", "Label suspendu");
    public static readonly LabelStanding Withdrawn = new("retire", "off", "Label retiré");
    public static readonly LabelStanding Renounced = new("renonce", "off", "Label rendu");
    public static readonly LabelStanding Expired = new("expire", "ended", "Label expiré");
    public static readonly LabelStanding Listed = new("recense", "listed", "Recensé");

    public static readonly IReadOnlyList<LabelStanding> All =
    [
        Holder,
        Renewing,
        Suspended,
        Withdrawn,
        Renounced,
        Expired,
        Listed,
    ];

    /// <param name="status">As Labelling announces it.</param>
    public static LabelStanding Of(string? status, DateOnly? expiresOn, DateOnly today) =>
        status switch
        {
            // The day after the end counts, even before Labelling has noted it.
            "actif" => expiresOn >= today ? Holder : Expired,
            "en_renouvellement" => Renewing,
            "suspendu" => Suspended,
            "retire" => Withdrawn,
            "renonce" => Renounced,
            "expire" => Expired,
            _ => Listed,
        };
}
