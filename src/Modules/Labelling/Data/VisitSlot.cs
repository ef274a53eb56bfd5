using CaseNumerique.SharedKernel;

namespace CaseNumerique.Labelling.Data;

/// <summary>A day and hour that somebody has proposed.</summary>
[AuditedAs("Créneau de visite")]
internal sealed class VisitSlot
{
    public Guid Id { get; private init; }
    public Guid VisitId { get; private init; }

    [AuditedAs("Début")]
    public required DateTime StartsAt { get; init; }
}
