using MediatR;

namespace CaseNumerique.Contracts.Labelling;

/// <summary>An act on a label that one person had proposed was decided by another: its people must be told, with the reasons.</summary>
/// <param name="Act"><c>suspension</c>, <c>levee</c> or <c>retrait</c>.</param>
public sealed record LabelActDecided(Guid LabelId, Guid EpnId, string Act, Guid ProposalId) : INotification;
