using CaseNumerique.SharedKernel;

namespace CaseNumerique.Delivery.Tests.Smtp;

/// <summary>Finds that nothing of its kind is true any more.</summary>
internal sealed class NoLongerTrue : IMailCheck
{
    public string Kind => MailRig.Kind;

    public Task<string?> ReasonNotToSendAsync(string key, CancellationToken cancellationToken) =>
        Task.FromResult<string?>("Le label a été renouvelé.");
}
