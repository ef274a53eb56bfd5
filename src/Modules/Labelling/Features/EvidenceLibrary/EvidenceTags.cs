using CaseNumerique.Labelling.Data;

namespace CaseNumerique.Labelling.Features.EvidenceLibrary;

/// <summary>What a person must notice of a proof.</summary>
internal static class EvidenceTags
{
    /// <returns>Null where there is nothing to notice.</returns>
    public static (string Kind, string Words)? Of(Evidence evidence, DateOnly today) =>
        evidence.RetiredAt is not null ? ("off", "Retirée")
        : evidence.IsExpired(today) ? ("late", "Expirée")
        : evidence.IsNearItsEnd(today) ? ("todo", "Expire bientôt")
        : null;
}
