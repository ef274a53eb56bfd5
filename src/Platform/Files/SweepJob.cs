using CaseNumerique.Platform.Data;
using CaseNumerique.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Platform.Files;

/// <summary>Ends the uploads that nobody finished, and sweeps up what a crash has left without a row.</summary>
internal sealed class SweepJob(PlatformDbContext db, FileShelf shelf, TimeProvider clock) : IRecurringJob
{
    public const string JobId = "file-sweep";

    /// <summary>A row may yet come for younger bytes.</summary>
    private static readonly TimeSpan _youth = TimeSpan.FromDays(1);

    public string Id => JobId;

    public string Cron => "17 * * * *";

    public TimeSpan LateAfter => TimeSpan.FromHours(6);

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var now = clock.UtcNow;
        var expired = await db.Uploads.Where(u => u.ExpiresAt <= now).Select(u => u.Id).ToListAsync(cancellationToken);
        foreach (var id in expired)
        {
            await db.Uploads.Where(u => u.Id == id).ExecuteDeleteAsync(cancellationToken);
            File.Delete(shelf.UploadOf(id));
        }

        var uploads = await db.Uploads.Select(u => u.Id).ToListAsync(cancellationToken);
        Sweep(shelf.IncomingFolder, []);
        Sweep(shelf.UploadFolder, [.. uploads.Select(id => id.ToString("N"))]);
        await shelf.AloneAsync(
            async () =>
            {
                var contents = await db.StoredFiles.Select(f => f.Sha256).Distinct().ToListAsync(cancellationToken);
                Sweep(shelf.ContentFolder, [.. contents]);
                return contents.Count;
            },
            cancellationToken
        );
    }

    private void Sweep(string folder, HashSet<string> named)
    {
        var until = clock.UtcNow - _youth;
        var left = new DirectoryInfo(folder)
            .EnumerateFiles("*", SearchOption.AllDirectories)
            .Where(f => f.LastWriteTimeUtc < until && !named.Contains(f.Name));
        foreach (var file in left)
        {
            file.Delete();
        }
    }
}
