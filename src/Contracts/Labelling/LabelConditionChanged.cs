using MediatR;

namespace CaseNumerique.Contracts.Labelling;

/// <summary>A condition that a label was granted under has been answered by its EPN, found wanting, or lifted.</summary>
/// <param name="Change"><c>reponse</c>, <c>autre-preuve</c> or <c>levee</c>.</param>
/// <param name="Revision">Grows with each change of the condition.</param>
public sealed record LabelConditionChanged(Guid ConditionId, Guid LabelId, string Change, int Revision) : INotification;
