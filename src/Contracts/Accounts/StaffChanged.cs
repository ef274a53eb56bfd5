using MediatR;

namespace CaseNumerique.Contracts.Accounts;

/// <summary>A person of ÉcoNum or of the committee is known, or no longer what they were: name, address, roles, open or closed.</summary>
/// <param name="Revision">Grows with each change of this account; a copy ignores what is older than it has.</param>
/// <param name="Roles">Those that an administrator gives: <c>administrateur</c>, <c>agent</c>, <c>comite</c>; none for who has left.</param>
/// <param name="IsOpen">Whether the person may sign in today.</param>
public sealed record StaffChanged(
    Guid AccountId,
    int Revision,
    string Name,
    string Email,
    IReadOnlyList<string> Roles,
    bool IsOpen
) : INotification;
