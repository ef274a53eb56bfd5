using MediatR;

namespace CaseNumerique.Contracts.Events;

/// <summary>The date and place of a gathering of the animateurs are known to all.</summary>
/// <param name="HostEpnId">The EPN that hosts it, if it is held in one.</param>
public sealed record GatheringPublished(
    Guid GatheringId,
    int Edition,
    string Title,
    string Slug,
    DateOnly StartsOn,
    DateOnly EndsOn,
    Guid? HostEpnId
) : INotification;
