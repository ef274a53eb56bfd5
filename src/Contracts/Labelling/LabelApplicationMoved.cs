using MediatR;

namespace CaseNumerique.Contracts.Labelling;

/// <summary>A file of a label went a step further: filed, to complete, assessed, decided, taken back.</summary>
/// <param name="Number">« CN-2026-0001 »; null while it is a draft.</param>
/// <param name="Move">What happened, by its stable name: <c>depot</c>, <c>octroi</c> …</param>
/// <param name="EventId">The line of the file's history that tells it.</param>
public sealed record LabelApplicationMoved(Guid ApplicationId, Guid EpnId, string? Number, string Move, Guid EventId)
    : INotification;
