using MediatR;

namespace CaseNumerique.Contracts.Labelling;

/// <summary>An EPN has received the label « Case numérique ».</summary>
/// <param name="ExpiresOn">Last day of validity, inclusive, in Nouméa.</param>
public sealed record LabelGranted(Guid LabelId, Guid EpnId, string Number, DateOnly StartsOn, DateOnly ExpiresOn)
    : INotification;
