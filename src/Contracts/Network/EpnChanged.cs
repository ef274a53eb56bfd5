using MediatR;

namespace CaseNumerique.Contracts.Network;

/// <summary>An EPN's own facts are no longer what they were: its name, where it is, when it is open.</summary>
/// <param name="Name">Its name from now on; its address on the web stays.</param>
public sealed record EpnChanged(Guid EpnId, int Revision, string Name) : INotification;
