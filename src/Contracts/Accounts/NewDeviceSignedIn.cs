using MediatR;

namespace CaseNumerique.Contracts.Accounts;

/// <summary>Somebody has signed in to an account on a machine it had never been used on.</summary>
public sealed record NewDeviceSignedIn(Guid AccountId, Guid SessionId) : INotification;
