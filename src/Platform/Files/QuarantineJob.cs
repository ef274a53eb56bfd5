using CaseNumerique.Platform.Data;
using CaseNumerique.SharedKernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace CaseNumerique.Platform.Files;

/// <summary>Shows the antivirus what it has not seen yet.</summary>
[AuditedAs("Fichiers en quarantaine examinés")]
internal sealed partial class QuarantineJob(
    PlatformDbContext db,
    FileShelf shelf,
    IVirusScanner scanner,
    ILogger<QuarantineJob> log
) : IRecurringJob
{
    public const string JobId = "file-quarantine";

    public string Id => JobId;

    public string Cron => "*/10 * * * *";

    public TimeSpan LateAfter => TimeSpan.FromHours(2);

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var waiting = await db
            .StoredFiles.Where(f => f.State == FileState.Quarantined)
            .OrderBy(f => f.UploadedAt)
            .ToListAsync(cancellationToken);
        foreach (var sameContent in waiting.GroupBy(f => f.Sha256))
        {
            var scan = await scanner.ScanAsync(shelf.ContentOf(sameContent.Key), cancellationToken);
            if (scan.Verdict is ScanVerdict.NotScanned)
            {
                // It will not answer for the next one either.
                LogStillWaiting(log, waiting.Count, scan.Words);
                return;
            }

            await SettleAsync([.. sameContent], scan, cancellationToken);
        }
    }

    private async Task SettleAsync(
        IReadOnlyList<StoredFile> files,
        ScanResult scan,
        CancellationToken cancellationToken
    )
    {
        var isClean = scan.Verdict is ScanVerdict.Clean;
        foreach (var file in files)
        {
            file.State = isClean ? FileState.Sound : FileState.Refused;
            if (!isClean)
            {
                LogThreat(log, scan.Words, file.Id, file.UploadedById);
            }
        }

        await db.SaveChangesAsync(cancellationToken);
        if (!isClean)
        {
            shelf.Remove(files[0].Sha256);
        }
    }

    [LoggerMessage(LogLevel.Warning, "{Count} files still wait for the antivirus: {Reason}")]
    private static partial void LogStillWaiting(ILogger log, int count, string? reason);

    [LoggerMessage(LogLevel.Warning, "The antivirus found {Threat} in file {FileId}, sent by {AccountId}")]
    private static partial void LogThreat(ILogger log, string? threat, Guid fileId, Guid? accountId);
}
