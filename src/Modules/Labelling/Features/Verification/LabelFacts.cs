using System.Text.Json.Serialization;
using CaseNumerique.Labelling.Data;
using CaseNumerique.SharedKernel;

namespace CaseNumerique.Labelling.Features.Verification;

/// <summary>A label as other systems read it: the same as people, in the same words.</summary>
/// <param name="Status">One of the keys of <see cref="LabelAnswer"/>.</param>
internal sealed record LabelFacts(
    [property: JsonPropertyName("numero")] string Number,
    [property: JsonPropertyName("etat")] string Status,
    [property: JsonPropertyName("libelle")] string Words,
    [property: JsonPropertyName("valide")] bool IsValid,
    [property: JsonPropertyName("date_debut")] DateOnly StartsOn,
    [property: JsonPropertyName("date_fin")] DateOnly ExpiresOn,
    [property: JsonPropertyName("espace")] LabelFacts.Place Holder,
    [property: JsonPropertyName("fermeture")] LabelFacts.Closure? ClosedForNow,
    [property: JsonPropertyName("verification")] string Url,
    [property: JsonPropertyName("verifie_le")] DateTime CheckedAt
)
{
    public static LabelFacts Of(VerifiedLabel verified, PortalOptions portal, TimeProvider clock)
    {
        var (label, epn) = (verified.Label, verified.Epn);
        var answer = verified.AnswerOn(clock.Today);
        return new(
            label.Number,
            answer.Key,
            answer.Words,
            answer.IsValid,
            label.StartsOn,
            label.ExpiresOn,
            new(epn.Id, epn.Name, epn.Commune, epn.Province),
            verified.Closure is { } closure ? new(closure.FirstOn, closure.LastOn) : null,
            portal.Absolute($"/verification/{label.Number}"),
            clock.UtcNow
        );
    }

    /// <summary>Some days on which the place is closed, which do not touch the label.</summary>
    public sealed record Closure(
        [property: JsonPropertyName("debut")] DateOnly FirstOn,
        [property: JsonPropertyName("fin")] DateOnly LastOn
    );

    public sealed record Place(
        [property: JsonPropertyName("id")] Guid Id,
        [property: JsonPropertyName("nom")] string Name,
        [property: JsonPropertyName("commune")] string Commune,
        [property: JsonPropertyName("province")] string Province
    );
}
