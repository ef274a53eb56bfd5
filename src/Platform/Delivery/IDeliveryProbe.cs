using CaseNumerique.Platform.Data;

namespace CaseNumerique.Platform.Delivery;

internal enum ProbeAnswer
{
    Accepted,
    NotAccepted,
    CannotTell,
}

/// <summary>Finds out afterwards whether a mail was accepted whose answer never came.</summary>
internal interface IDeliveryProbe
{
    Task<ProbeAnswer> WasAcceptedAsync(Mail mail, CancellationToken cancellationToken);
}

/// <summary>Where nothing can tell.</summary>
internal sealed class NoProbe : IDeliveryProbe
{
    public Task<ProbeAnswer> WasAcceptedAsync(Mail mail, CancellationToken cancellationToken) =>
        Task.FromResult(ProbeAnswer.CannotTell);
}
