using MediatR;

namespace CaseNumerique.Contracts.Accounts;

/// <summary>A person has moved their account to another address, and both have agreed; the one that was left is told.</summary>
/// <param name="ChangeId">The two links of the change, which know both addresses.</param>
public sealed record AccountEmailChanged(Guid AccountId, Guid ChangeId, DateTime At) : INotification;
