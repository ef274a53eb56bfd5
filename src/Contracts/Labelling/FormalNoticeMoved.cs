using MediatR;

namespace CaseNumerique.Contracts.Labelling;

/// <summary>A formal notice was sent to an EPN, answered by it, or closed.</summary>
/// <param name="Move"><c>envoi</c>, <c>reponse</c> or <c>cloture</c>.</param>
public sealed record FormalNoticeMoved(Guid NoticeId, Guid LabelId, Guid EpnId, string Move) : INotification;
