using MediatR;

namespace CaseNumerique.Contracts.Labelling;

/// <summary>The members of the labelling committee are invited to a session, with its agenda.</summary>
/// <param name="Revision">Of the session: a second invitation tells what has changed.</param>
public sealed record CommitteeConvened(Guid SessionId, int Revision) : INotification;
