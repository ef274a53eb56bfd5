using CaseNumerique.Network.Data;
using CaseNumerique.SharedKernel;

namespace CaseNumerique.Network.Features.Affiliations;

/// <summary>An affiliation as it is shown.</summary>
internal static class AffiliationWords
{
    public static string Role(Affiliation affiliation) =>
        affiliation switch
        {
            { Role: ContactRole.Manager } => "Gestionnaire",
            { CanEdit: true } => "Animation, peut modifier",
            _ => "Animation",
        };

    /// <summary>« du 1er mars 2026 au 31 mars 2026 inclus », « à partir du 1er mars 2026 ».</summary>
    public static string Period(Affiliation affiliation) =>
        affiliation switch
        {
            { EndsOn: null } => $"à partir du {FrenchText.Date(affiliation.StartsOn)}",
            { EndsOn: { } end } when end < affiliation.StartsOn => "annulé avant le premier jour",
            { EndsOn: { } end } => $"du {FrenchText.Date(affiliation.StartsOn)} au {FrenchText.Date(end)} inclus",
        };

    /// <summary>Kind and words of the tag that says how the account stands.</summary>
    public static (string Kind, string Words) AccountTag(string? state) =>
        state switch
        {
            "ouvert" => ("done", "Compte ouvert"),
            "invite" => ("review", "Invitation envoyée"),
            "ferme" => ("off", "Compte fermé"),
            _ => ("draft", "Invitation en route"),
        };
}
