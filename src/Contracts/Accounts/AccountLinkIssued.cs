using MediatR;

namespace CaseNumerique.Contracts.Accounts;

/// <summary>A link is to be mailed: an invitation, a password reset, a change of address.</summary>
public sealed record AccountLinkIssued(Guid LinkId) : INotification;
