namespace CaseNumerique.SharedKernel;

/// <summary>Keeps what people send: checked, without metadata, and out of reach of the web but for those whom the owner lets read.</summary>
public interface IFileStore
{
    /// <param name="name">As the person's computer calls it.</param>
    /// <exception cref="FileRefusedException">The content is not what the place takes.</exception>
    Task<KeptFile> KeepAsync(
        string name,
        Stream content,
        UploadRule rule,
        FileOwner owner,
        CancellationToken cancellationToken
    );

    /// <summary>Keeps what the current user has sent piece by piece; the upload ends with it, kept or refused.</summary>
    /// <exception cref="FileRefusedException">The same, or the upload is unknown, unfinished or somebody else's.</exception>
    Task<KeptFile> KeepUploadAsync(
        Guid uploadId,
        UploadRule rule,
        FileOwner owner,
        CancellationToken cancellationToken
    );

    /// <summary>By name.</summary>
    Task<IReadOnlyList<KeptFile>> ListAsync(FileOwner owner, CancellationToken cancellationToken);

    /// <summary>The bytes of a file, for a module that hands them on by a rule of its own; the caller disposes of them.</summary>
    /// <returns>Null when the owner has no such file, and when it is not sound.</returns>
    Task<Stream?> OpenAsync(FileOwner owner, Guid id, CancellationToken cancellationToken);

    /// <summary>Does nothing when the owner has no such file.</summary>
    Task DeleteAsync(FileOwner owner, Guid id, CancellationToken cancellationToken);
}

/// <summary>What a file belongs to: a thing of a module, whose <see cref="IFileAccess"/> says who may read.</summary>
public sealed record FileOwner(string Module, Guid SubjectId);

/// <param name="Name">Safe in a header and on every system; ends with the extension of its kind.</param>
public sealed record KeptFile(Guid Id, string Name, FileKind Kind, long Length, FileState State, DateTime UploadedAt)
{
    public string Url => $"/fichiers/{Id}";
}

public enum FileState
{
    Sound,

    /// <summary>No antivirus has looked at it yet; it is not served.</summary>
    Quarantined,

    /// <summary>The antivirus found something afterwards; its bytes are gone.</summary>
    Refused,
}

/// <summary>A file that is not kept; the message tells the person what to do instead.</summary>
public sealed class FileRefusedException(string message, string? fileName = null) : Exception(message)
{
    /// <summary>As the person's computer calls it; null where it is not known.</summary>
    public string? FileName => fileName;
}
