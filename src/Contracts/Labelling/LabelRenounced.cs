using MediatR;

namespace CaseNumerique.Contracts.Labelling;

/// <summary>An EPN has given its label up.</summary>
/// <param name="On">The day, in Nouméa.</param>
public sealed record LabelRenounced(Guid LabelId, Guid EpnId, string Number, DateOnly On) : INotification;
