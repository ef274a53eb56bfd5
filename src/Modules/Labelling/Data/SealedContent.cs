using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using CaseNumerique.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Labelling.Data;

/// <summary>
/// What is filed, as a text that is always written the same way: fixed order of fields, answers by code, proofs by id, no space.
/// Names of people stay out of it.
/// </summary>
internal static class SealedContent
{
    private static readonly JsonSerializerOptions _json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    };

    /// <summary>The next version of a file, with its seal; the caller adds it, in the transaction of the move.</summary>
    public static async Task<FiledVersion> NextVersionAsync(
        this LabellingDbContext db,
        FileContent content,
        string number,
        IFileStore store,
        DateTime now,
        CancellationToken cancellationToken
    )
    {
        var before = await db.FiledVersions.CountAsync(v => v.ApplicationId == content.File.Id, cancellationToken);
        var json = await WriteAsync(content, number, store, now, cancellationToken);
        return new FiledVersion
        {
            ApplicationId = content.File.Id,
            Number = before + 1,
            FiledAt = now,
            Json = json,
            Seal = SealOf(json),
        };
    }

    public static string SealOf(string json) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(json)));

    private static async Task<string> WriteAsync(
        FileContent content,
        string number,
        IFileStore store,
        DateTime now,
        CancellationToken cancellationToken
    )
    {
        var file = content.File;
        List<object> answers = [];
        foreach (var criterion in content.Set.Criteria.OrderBy(k => k.Code, StringComparer.Ordinal))
        {
            if (content.Find(criterion) is not { IsAnswered: true } answer)
            {
                continue;
            }

            List<object> proofs = [];
            foreach (var proof in content.ProofsOf[answer.Id].OrderBy(p => p.Id))
            {
                var kept = await store.ListAsync(Evidence.OwnerOf(proof.Id), cancellationToken);
                proofs.Add(
                    new
                    {
                        proof.Id,
                        proof.Title,
                        proof.Link,
                        proof.ExpiresOn,
                        Files = kept.Select(f => new
                        {
                            f.Id,
                            f.Name,
                            f.Length,
                        }),
                    }
                );
            }

            answers.Add(
                new
                {
                    criterion.Code,
                    answer.SelfScore,
                    answer.IsNotApplicable,
                    answer.Comment,
                    answer.IsStillTrue,
                    Proofs = proofs,
                }
            );
        }

        return JsonSerializer.Serialize(
            new
            {
                Number = number,
                FiledAt = now,
                file.EpnId,
                Kind = file.Kind.ToString(),
                Context = file.Context.ToString(),
                Referential = content.Set.Number,
                Charter = content.SignedCharter?.Number,
                CharterText = content.SignedCharter?.Text,
                file.CharterSignedAt,
                file.OperatorName,
                file.Ridet,
                file.RidetWaiver,
                file.Project,
                Answers = answers,
            },
            _json
        );
    }
}
