using MediatR;

namespace CaseNumerique.Contracts.Resources;

/// <summary>A turnkey workshop kit can be taken away by the network.</summary>
/// <param name="EpnId">The EPN whose team wrote it, if any.</param>
public sealed record KitPublished(Guid KitId, string Title, string Slug, Guid? EpnId, DateOnly PublishedOn)
    : INotification;
