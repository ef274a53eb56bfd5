using System.IO.Compression;
using System.Text;
using CaseNumerique.Labelling.Data;
using CaseNumerique.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Labelling.Features.Exports;

/// <summary>Writes a file into an archive, one thing after the other.</summary>
internal sealed class FileArchive(LabellingDbContext db, IFileStore store, TimeProvider clock)
{
    // A text that Windows opens by a double click needs the mark to show its accents.
    private static readonly UTF8Encoding _text = new(encoderShouldEmitUTF8Identifier: true);

    public async Task WriteAsync(ZipArchive zip, LabelApplication file, Epn epn, CancellationToken cancellationToken)
    {
        var seals = await db
            .FiledVersions.Where(v => v.ApplicationId == file.Id)
            .OrderBy(v => v.Number)
            .Select(v => new FiledSeal(v.Number, v.FiledAt, v.Seal))
            .ToListAsync(cancellationToken);
        var readMe = ArchiveReadMe.Write(file, epn, seals, clock.UtcNow);
        await AddTextAsync(zip, ArchiveReadMe.Name, readMe, cancellationToken);
        await using (var entry = await NewEntry(zip, "dossier.json").OpenAsync(cancellationToken))
        {
            await FileDossier.WriteAsync(db, file, epn, clock.UtcNow, entry, cancellationToken);
        }

        foreach (var seal in seals)
        {
            var json = await db
                .FiledVersions.Where(v => v.ApplicationId == file.Id && v.Number == seal.Number)
                .Select(v => v.Json)
                .SingleAsync(cancellationToken);
            // As it was sealed, to the byte: no mark, no line more.
            await using var entry = await NewEntry(zip, seal.Path).OpenAsync(cancellationToken);
            await entry.WriteAsync(Encoding.UTF8.GetBytes(json), cancellationToken);
        }

        await AddPiecesAsync(zip, file.Id, cancellationToken);
    }

    /// <summary>The files under numbers, since two may bear one name; the index, last, says what became of each.</summary>
    private async Task AddPiecesAsync(ZipArchive zip, Guid applicationId, CancellationToken cancellationToken)
    {
        List<string> index = [];
        var number = 0;
        foreach (var piece in await ArchivePiece.ListAsync(db, applicationId, cancellationToken))
        {
            index.AddRange(piece.Describe());
            foreach (var kept in await store.ListAsync(piece.Owner, cancellationToken))
            {
                var path = $"pieces/{++number:000}-{kept.Name}";
                index.Add(
                    await TryAddAsync(zip, path, piece.Owner, kept, cancellationToken)
                        ? $"   Fichier\u00A0: {path} ({FrenchText.Size(kept.Length)})"
                        : $"   Fichier non joint\u00A0: {kept.Name}, {WhyNot(kept.State)}"
                );
            }

            index.Add("");
        }

        var text = index.Count == 0 ? "Ce dossier n’a pas de pièce.\n" : string.Join('\n', index);
        await AddTextAsync(zip, "pieces/INDEX.txt", text, cancellationToken);
    }

    private async Task<bool> TryAddAsync(
        ZipArchive zip,
        string path,
        FileOwner owner,
        KeptFile kept,
        CancellationToken cancellationToken
    )
    {
        await using var content = await store.OpenAsync(owner, kept.Id, cancellationToken);
        if (content is null)
        {
            return false;
        }

        await using var entry = await NewEntry(zip, path).OpenAsync(cancellationToken);
        await content.CopyToAsync(entry, cancellationToken);
        return true;
    }

    private static string WhyNot(FileState state) =>
        state switch
        {
            FileState.Quarantined => "que l’antivirus n’a pas encore vu",
            FileState.Refused => "que l’antivirus a refusé",
            _ => "introuvable",
        };

    private async Task AddTextAsync(ZipArchive zip, string path, string text, CancellationToken cancellationToken)
    {
        await using var entry = await NewEntry(zip, path).OpenAsync(cancellationToken);
        await entry.WriteAsync(
            (byte[])[.. _text.GetPreamble(), .. _text.GetBytes(text.ReplaceLineEndings("\r\n"))],
            cancellationToken
        );
    }

    private ZipArchiveEntry NewEntry(ZipArchive zip, string path)
    {
        var entry = zip.CreateEntry(path, CompressionLevel.Fastest);
        entry.LastWriteTime = new DateTimeOffset(clock.NoumeaNow, TimeSpan.FromHours(11));
        return entry;
    }
}

/// <param name="Seal">SHA-256 in lower-case hexadecimal.</param>
internal sealed record FiledSeal(int Number, DateTime FiledAt, string Seal)
{
    public string Path => $"depots/{Number}.json";
}
