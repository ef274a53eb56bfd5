using MediatR;

namespace CaseNumerique.Contracts.Labelling;

/// <summary>A new version of the referential is in force.</summary>
/// <param name="ReplacedNumber">The version that was in force until then.</param>
/// <param name="HoldsUntil">Last day on which a file begun under the replaced version may be filed.</param>
public sealed record CriteriaSetPublished(
    Guid CriteriaSetId,
    int Number,
    int ReplacedNumber,
    DateTime PublishedAt,
    DateOnly HoldsUntil
) : INotification;
