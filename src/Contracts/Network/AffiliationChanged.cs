using MediatR;

namespace CaseNumerique.Contracts.Network;

/// <summary>A person acts for an EPN from a date, or to a date: entered, changed or ended.</summary>
/// <param name="Revision">Grows with each change of this affiliation; a copy ignores what is older than it has.</param>
/// <param name="Role"><c>gestionnaire</c> or <c>animateur</c>.</param>
/// <param name="CanEdit">Whether the person may change the EPN's facts and its file; always for a gestionnaire.</param>
/// <param name="EndsOn">Last day, inclusive; null while no end is known.</param>
public sealed record AffiliationChanged(
    Guid AffiliationId,
    int Revision,
    Guid EpnId,
    string EpnName,
    string Role,
    bool CanEdit,
    string PersonName,
    string PersonEmail,
    DateOnly StartsOn,
    DateOnly? EndsOn
) : INotification;
