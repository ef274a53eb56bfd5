using MediatR;

namespace CaseNumerique.Contracts.Accounts;

/// <summary>The account of an affiliated person is known, or no longer what it was: name, address, open or closed.</summary>
/// <param name="Revision">Grows with each change of this account; a copy ignores what is older than it has.</param>
/// <param name="AffiliationIds">The affiliations that this account answers for.</param>
/// <param name="State"><c>invite</c>, <c>ouvert</c> or <c>ferme</c>.</param>
public sealed record AccountChanged(
    Guid AccountId,
    int Revision,
    string Name,
    string Email,
    string State,
    IReadOnlyList<Guid> AffiliationIds
) : INotification;
