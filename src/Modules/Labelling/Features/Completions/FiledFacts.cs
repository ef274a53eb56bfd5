using System.Text.Json;
using CaseNumerique.Labelling.Data;
using CaseNumerique.Labelling.Features.CriteriaSets;
using CaseNumerique.Labelling.Features.LabelApplications;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Labelling.Features.Completions;

/// <summary>What a file says beside its answers, from one filed version to the next.</summary>
internal static class FiledFacts
{
    /// <summary>What the EPN changed when it answered a list; nothing while it has not, or where no earlier version is kept.</summary>
    public static async Task<IReadOnlyList<Difference>> FactChangesAsync(
        this LabellingDbContext db,
        CompletionRequest request,
        CancellationToken cancellationToken
    )
    {
        if (request.AnsweredAt is not { } answeredAt)
        {
            return [];
        }

        // The answer is noted first, its version sealed right after.
        var after = await db
            .FiledVersions.AsNoTracking()
            .Where(v => v.ApplicationId == request.ApplicationId && v.FiledAt >= answeredAt)
            .OrderBy(v => v.FiledAt)
            .ThenByDescending(v => v.Number)
            .FirstOrDefaultAsync(cancellationToken);
        var before = after is null
            ? null
            : await db
                .FiledVersions.AsNoTracking()
                .SingleOrDefaultAsync(
                    v => v.ApplicationId == request.ApplicationId && v.Number == after.Number - 1,
                    cancellationToken
                );
        return before is null ? [] : Difference.Between(Of(before), Of(after!));
    }

    private static IReadOnlyList<Fact> Of(FiledVersion version)
    {
        using var json = JsonDocument.Parse(version.Json);
        var root = json.RootElement;
        string? Words(string name) => root.TryGetProperty(name, out var value) ? value.GetString() : null;
        return
        [
            Fact.Of(
                "Contexte",
                Enum.TryParse<EpnContext>(Words("context"), out var known) ? ApplicationTags.Of(known) : null
            ),
            Fact.Of("Gestionnaire", Words("operatorName")),
            Fact.Of("RIDET", Words("ridet")),
            Fact.Of("Sans RIDET", Words("ridetWaiver")),
            Fact.Of("Projet", Words("project")),
        ];
    }
}
