using MediatR;

namespace CaseNumerique.Contracts.Network;

/// <summary>ÉcoNum has entered a digital public space (EPN) into the network.</summary>
/// <param name="Revision">Grows with each change of this EPN; a copy ignores what is older than it has.</param>
/// <param name="InseeCode">The commune, by its INSEE code (988xx).</param>
public sealed record EpnRegistered(
    Guid EpnId,
    int Revision,
    string Name,
    string Slug,
    string InseeCode,
    string Commune,
    string Province
) : INotification;
