using CaseNumerique.Platform.Data;
using CaseNumerique.SharedKernel;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace CaseNumerique.Platform.Delivery;

/// <summary>Lays each mail as an <c>.eml</c> file into a folder, for a bare machine or for a relay that picks it up.</summary>
internal sealed class PickupTransport(IOptions<MailOptions> options, IHostEnvironment environment)
    : IMailTransport,
        IMailSession,
        IDeliveryProbe
{
    private const string DraftSuffix = ".tmp";

    private string Folder => Path.Combine(environment.ContentRootPath, options.Value.PickupFolder);

    public IMailSession OpenSession() => this;

    public async Task<Transmission> SendAsync(Mail mail, Action begin, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(Folder);
        var file = FileOf(mail.Key);
        var draft = file + DraftSuffix;
        await File.WriteAllBytesAsync(draft, mail.Mime, cancellationToken);
        begin();
        // Renaming is all or nothing, and doing it twice leaves one file.
        File.Move(draft, file, overwrite: true);
        CrashPoint.Reach("mail-content-gone");
        return new Transmission(TransmissionOutcome.Accepted, $"Déposé dans {Path.GetFileName(file)}");
    }

    public Task<ProbeAnswer> WasAcceptedAsync(Mail mail, CancellationToken cancellationToken) =>
        Task.FromResult(File.Exists(FileOf(mail.Key)) ? ProbeAnswer.Accepted : ProbeAnswer.NotAccepted);

    /// <summary>Takes a mail's file away, where nobody has picked it up.</summary>
    public void Forget(string key)
    {
        if (Directory.Exists(Folder))
        {
            File.Delete(FileOf(key));
            File.Delete(FileOf(key) + DraftSuffix);
        }
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    // A key holds letters, digits, points and hyphens only.
    private string FileOf(string key) => Path.Combine(Folder, $"{key}.eml");
}
