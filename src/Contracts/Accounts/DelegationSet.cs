using MediatR;

namespace CaseNumerique.Contracts.Accounts;

/// <summary>Somebody who will be away has a stand-in, from a day to a day; both are told.</summary>
public sealed record DelegationSet(Guid DelegationId) : INotification;
