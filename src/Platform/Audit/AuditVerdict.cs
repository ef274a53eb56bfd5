namespace CaseNumerique.Platform.Audit;

/// <summary>What a walk along the chain found.</summary>
/// <param name="Count">How many sealed lines stand, up to the fault if there is one.</param>
/// <param name="Head">The hash of the last of them.</param>
/// <param name="Waiting">How many lines are not sealed yet.</param>
/// <param name="Fault">The first fault, in French; null when the chain is whole.</param>
internal sealed record AuditVerdict(long Count, string Head, int Waiting, string? Fault);
