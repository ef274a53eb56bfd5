using MediatR;

namespace CaseNumerique.Contracts.Accounts;

/// <summary>A stand-in was ended before its last day; both are told.</summary>
public sealed record DelegationEnded(Guid DelegationId) : INotification;
