using MediatR;

namespace CaseNumerique.Contracts.Network;

/// <summary>The people to write to or to call about an EPN are no longer the same.</summary>
/// <param name="Contacts">All contacts of the EPN as they now stand, not only those that changed.</param>
public sealed record EpnContactsChanged(Guid EpnId, int Revision, IReadOnlyList<EpnContact> Contacts) : INotification;

/// <summary>A person of an EPN.</summary>
/// <param name="Role"><c>gestionnaire</c> or <c>animateur</c>.</param>
public sealed record EpnContact(Guid ContactId, string Role, string Name, string? Email, string? Phone);
