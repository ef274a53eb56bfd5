using MediatR;

namespace CaseNumerique.Contracts.Network;

/// <summary>An EPN has closed for good; it receives no more reminders.</summary>
public sealed record EpnClosed(Guid EpnId, int Revision, DateOnly ClosedOn) : INotification;
