using FluentValidation;
using FluentValidation.Results;
using Microsoft.AspNetCore.Http;

namespace CaseNumerique.SharedKernel;

/// <summary>The files of a form: whole, as a browser sends them by itself, or by the ids of what <c>upload.js</c> has sent before.</summary>
public sealed record SentFiles
{
    public IReadOnlyList<IFormFile> Files { get; init; } = [];

    // MVC fills a list that is there, and cannot fill a read-only one.
    public List<Guid> Uploads { get; init; } = [];

    public int Count => Files.Count + Uploads.Count;

    /// <summary>Keeps each file that can be kept.</summary>
    /// <param name="field">The name of this property in the command, which refusals are shown beside.</param>
    /// <exception cref="ValidationException">Some were refused; the others are kept.</exception>
    public async Task KeepAsync(
        IFileStore store,
        UploadRule rule,
        FileOwner owner,
        string field,
        CancellationToken cancellationToken
    )
    {
        List<ValidationFailure> refusals = [];
        foreach (var file in Files)
        {
            await TryAsync(
                file.FileName,
                async () =>
                {
                    await using var content = file.OpenReadStream();
                    await store.KeepAsync(file.FileName, content, rule, owner, cancellationToken);
                }
            );
        }

        foreach (var upload in Uploads)
        {
            await TryAsync(name: null, () => store.KeepUploadAsync(upload, rule, owner, cancellationToken));
        }

        if (refusals.Count > 0)
        {
            throw new ValidationException(refusals);
        }

        async Task TryAsync(string? name, Func<Task> keep)
        {
            try
            {
                await keep();
            }
            catch (FileRefusedException refused)
            {
                var sentence = (name ?? refused.FileName) is { } known
                    ? $"« {known} » : {refused.Message}"
                    : refused.Message;
                refusals.Add(new($"{field}.{nameof(Files)}", FrenchText.Typeset(sentence)));
            }
        }
    }
}
