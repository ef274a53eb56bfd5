using MediatR;

namespace CaseNumerique.Contracts.Labelling;

/// <summary>A label no longer stands as it did: renewal filed, suspended, reinstated, withdrawn, given up, expired or postponed.</summary>
/// <param name="Status"><c>actif</c>, <c>en_renouvellement</c>, <c>suspendu</c>, <c>retire</c>, <c>expire</c> or <c>renonce</c>.</param>
/// <param name="ExpiresOn">Last day of validity, inclusive, in Nouméa.</param>
public sealed record LabelStatusChanged(Guid LabelId, Guid EpnId, string Number, string Status, DateOnly ExpiresOn)
    : INotification;
