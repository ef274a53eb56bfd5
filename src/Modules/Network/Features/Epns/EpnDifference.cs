using CaseNumerique.Network.Data;

namespace CaseNumerique.Network.Features.Epns;

/// <summary>A fact of an EPN of which two versions exist, both in words.</summary>
internal sealed record EpnDifference(string Fact, string Saved, string Typed)
{
    public static IReadOnlyList<EpnDifference> Between(EditEpn.Command saved, EditEpn.Command typed) =>
        [
            .. new EpnDifference[]
            {
                Of("Nom", saved.Name, typed.Name ?? saved.Name),
                Of("Adresse", saved.Address, typed.Address),
                Of("Position", saved.Position, Position.Read(typed.Position)?.ToString() ?? typed.Position),
                Of("Itinérant", saved.IsItinerant ? "oui" : "non", typed.IsItinerant ? "oui" : "non"),
                Of("Téléphone", PhoneNumber.Normalise(saved.Phone), PhoneNumber.Normalise(typed.Phone)),
                Of("Courriel", saved.Email, typed.Email),
                Of("Horaires", saved.OpeningHours, typed.OpeningHours),
                Of("Présentation", saved.Presentation, typed.Presentation),
            }.Where(d => d.Saved != d.Typed),
        ];

    private static EpnDifference Of(string fact, string? saved, string? typed) => new(fact, Words(saved), Words(typed));

    private static string Words(string? text) => text.OrNull()?.ReplaceLineEndings("\n") ?? "rien";
}
