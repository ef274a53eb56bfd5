using CaseNumerique.SharedKernel;

namespace CaseNumerique.Delivery.Tests.Smtp;

/// <summary>Fails on one mail, as something slow does.</summary>
internal sealed class Broken : IMailCheck
{
    public string Kind => MailRig.Kind;

    // As a client of another service does that has run out of patience, with nobody having asked to stop.
    public Task<string?> ReasonNotToSendAsync(string key, CancellationToken cancellationToken) =>
        key == "casse" ? throw new TaskCanceledException("Trop long.") : Task.FromResult<string?>(null);
}
