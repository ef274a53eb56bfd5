using System.Security.Cryptography;
using CaseNumerique.SharedKernel;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace CaseNumerique.Platform.Files;

/// <summary>
/// The folder of files: <c>content</c> by hash, <c>uploads</c> on their way, <c>incoming</c> under examination. One file
/// system, so that a file comes into <c>content</c> whole or not at all.
/// </summary>
internal sealed class FileShelf(IOptions<FilesOptions> options, IHostEnvironment environment) : IDisposable
{
    /// <summary>Held while bytes and rows must agree: one sends what another deletes.</summary>
    private readonly SemaphoreSlim _gate = new(1);

    public string ContentFolder => Folder("content");

    public string UploadFolder => Folder("uploads");

    public string IncomingFolder => Folder("incoming");

    public async Task<T> AloneAsync<T>(Func<Task<T>> act, CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken);
        try
        {
            return await act();
        }
        finally
        {
            _gate.Release();
        }
    }

    public TemporaryFile NewIncoming() => new(Path.Combine(IncomingFolder, Guid.NewGuid().ToString("N")));

    /// <exception cref="FileRefusedException">There is more of it than may be.</exception>
    public async Task<TemporaryFile> ReceiveAsync(Stream content, long maxBytes, CancellationToken cancellationToken)
    {
        var file = NewIncoming();
        try
        {
            await using var target = File.Create(file.Path);
            var buffer = new byte[81_920];
            for (int read; (read = await content.ReadAsync(buffer, cancellationToken)) > 0; )
            {
                if (target.Length + read > maxBytes)
                {
                    throw Refusal.TooHeavy(maxBytes);
                }

                await target.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
            }

            return file;
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    public static async Task<string> HashAsync(string path, CancellationToken cancellationToken)
    {
        await using var content = File.OpenRead(path);
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(content, cancellationToken));
    }

    public string ContentOf(string sha256) => Path.Combine(ContentFolder, sha256[..2], sha256);

    /// <summary>Moves the bytes to their place, unless they lie there already.</summary>
    public void Place(string path, string sha256)
    {
        var place = ContentOf(sha256);
        if (File.Exists(place))
        {
            return;
        }

        using (var content = new FileStream(path, FileMode.Open, FileAccess.ReadWrite))
        {
            content.Flush(flushToDisk: true);
        }

        Directory.CreateDirectory(Path.GetDirectoryName(place)!);
        File.Move(path, place);
    }

    public void Remove(string sha256) => File.Delete(ContentOf(sha256));

    public string UploadOf(Guid id) => Path.Combine(UploadFolder, id.ToString("N"));

    public void Dispose() => _gate.Dispose();

    private string Folder(string name) =>
        Directory.CreateDirectory(Path.Combine(environment.ContentRootPath, options.Value.Folder, name)).FullName;
}

/// <summary>A file that is gone at the end, unless it was moved away.</summary>
internal sealed class TemporaryFile(string path) : IDisposable
{
    public string Path => path;

    public void Dispose() => File.Delete(path);
}
