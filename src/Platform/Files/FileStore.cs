using CaseNumerique.Platform.Data;
using CaseNumerique.SharedKernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace CaseNumerique.Platform.Files;

/// <summary>Checks, cleans, scans, then keeps: bytes first, row after, so that a crash leaves at most bytes that nobody names.</summary>
internal sealed partial class FileStore(
    PlatformDbContext db,
    FileShelf shelf,
    IVirusScanner scanner,
    IOptions<FilesOptions> options,
    ICurrentUser user,
    TimeProvider clock,
    ILogger<FileStore> log
) : IFileStore
{
    public async Task<KeptFile> KeepAsync(
        string name,
        Stream content,
        UploadRule rule,
        FileOwner owner,
        CancellationToken cancellationToken
    )
    {
        if ((await ListAsync(owner, cancellationToken)).Count >= rule.MaxCount)
        {
            throw Refusal.TooMany(rule);
        }

        using var sent = await shelf.ReceiveAsync(content, rule.MaxBytes, cancellationToken);
        var kind = FileCheck.Decide(sent.Path, name);
        if (kind is null || !rule.Kinds.Contains(kind))
        {
            throw Refusal.NotTaken(rule);
        }

        var state = await ScanAsync(sent.Path, cancellationToken);
        using var clean = kind.IsPicture ? shelf.NewIncoming() : null;
        if (clean is not null)
        {
            await Picture.RedrawAsync(sent.Path, clean.Path, kind, cancellationToken);
        }

        var path = (clean ?? sent).Path;
        var file = new StoredFile
        {
            Sha256 = await FileShelf.HashAsync(path, cancellationToken),
            Name = SafeName.For(name, kind),
            ContentType = kind.ContentType,
            Length = new FileInfo(path).Length,
            State = state,
            UploadedById = user.Id,
            UploadedAt = clock.UtcNow,
            OwnerModule = owner.Module,
            OwnerSubjectId = owner.SubjectId,
        };
        return await shelf.AloneAsync(
            async () =>
            {
                shelf.Place(path, file.Sha256);
                CrashPoint.Reach("file-content-placed");
                db.Add(file);
                await db.SaveChangesAsync(cancellationToken);
                return Show(file);
            },
            cancellationToken
        );
    }

    public async Task<KeptFile> KeepUploadAsync(
        Guid uploadId,
        UploadRule rule,
        FileOwner owner,
        CancellationToken cancellationToken
    )
    {
        var now = clock.UtcNow;
        var upload =
            await db.Uploads.SingleOrDefaultAsync(
                u => u.Id == uploadId && u.AccountId == user.Id && u.ExpiresAt > now,
                cancellationToken
            ) ?? throw Refusal.NoUpload;
        var path = shelf.UploadOf(upload.Id);
        if (!File.Exists(path) || new FileInfo(path).Length != upload.Length)
        {
            throw Refusal.NoUpload;
        }

        try
        {
            KeptFile kept;
            await using (var content = File.OpenRead(path))
            {
                kept = await KeepAsync(upload.Name, content, rule, owner, cancellationToken);
            }

            await EndAsync();
            return kept;
        }
        catch (FileRefusedException refused)
        {
            await EndAsync();
            throw new FileRefusedException(refused.Message, upload.Name);
        }

        // Kept or refused, sending it once more would change nothing; what failed otherwise may be tried again.
        async Task EndAsync()
        {
            await db.Uploads.Where(u => u.Id == uploadId).ExecuteDeleteAsync(CancellationToken.None);
            File.Delete(path);
        }
    }

    public async Task<IReadOnlyList<KeptFile>> ListAsync(FileOwner owner, CancellationToken cancellationToken)
    {
        var files = await db
            .StoredFiles.AsNoTracking()
            .Where(f => f.OwnerModule == owner.Module && f.OwnerSubjectId == owner.SubjectId)
            .OrderBy(f => f.Name)
            .ThenBy(f => f.Id)
            .ToListAsync(cancellationToken);
        return [.. files.Select(Show)];
    }

    public async Task<Stream?> OpenAsync(FileOwner owner, Guid id, CancellationToken cancellationToken)
    {
        var sha256 = await db
            .StoredFiles.Where(f => f.Id == id && f.OwnerModule == owner.Module && f.OwnerSubjectId == owner.SubjectId)
            .Where(f => f.State == FileState.Sound)
            .Select(f => f.Sha256)
            .SingleOrDefaultAsync(cancellationToken);
        try
        {
            return sha256 is null ? null : File.OpenRead(shelf.ContentOf(sha256));
        }
        catch (Exception gone) when (gone is FileNotFoundException or DirectoryNotFoundException)
        {
            // Taken away between the row and the bytes.
            return null;
        }
    }

    public Task DeleteAsync(FileOwner owner, Guid id, CancellationToken cancellationToken) =>
        shelf.AloneAsync(
            async () =>
            {
                var file = await db.StoredFiles.SingleOrDefaultAsync(
                    f => f.Id == id && f.OwnerModule == owner.Module && f.OwnerSubjectId == owner.SubjectId,
                    cancellationToken
                );
                if (file is null)
                {
                    return false;
                }

                db.Remove(file);
                await db.SaveChangesAsync(cancellationToken);
                if (!await db.StoredFiles.AnyAsync(f => f.Sha256 == file.Sha256, cancellationToken))
                {
                    shelf.Remove(file.Sha256);
                }

                return true;
            },
            cancellationToken
        );

    private async Task<FileState> ScanAsync(string path, CancellationToken cancellationToken)
    {
        var scan = await scanner.ScanAsync(path, cancellationToken);
        switch (scan.Verdict)
        {
            case ScanVerdict.Clean:
                return FileState.Sound;
            case ScanVerdict.Infected:
                LogThreat(log, scan.Words, user.Id);
                throw Refusal.Infected;
        }

        if (options.Value.ClamAv.Endpoint.Length > 0)
        {
            LogNotScanned(log, scan.Words);
        }

        return options.Value.Unscanned switch
        {
            UnscannedPolicy.Accept => FileState.Sound,
            UnscannedPolicy.Quarantine => FileState.Quarantined,
            _ => throw Refusal.NoAntivirus,
        };
    }

    private static KeptFile Show(StoredFile file) =>
        new(file.Id, file.Name, FileKind.Of(file.ContentType), file.Length, file.State, file.UploadedAt);

    [LoggerMessage(LogLevel.Warning, "The antivirus found {Threat} in a file sent by {AccountId}")]
    private static partial void LogThreat(ILogger log, string? threat, Guid? accountId);

    [LoggerMessage(LogLevel.Error, "The antivirus has not scanned a file: {Reason}")]
    private static partial void LogNotScanned(ILogger log, string? reason);
}
