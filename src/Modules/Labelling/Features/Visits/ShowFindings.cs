using System.Globalization;
using CaseNumerique.Labelling.Data;
using CaseNumerique.Labelling.Features.Assessments;
using CaseNumerique.SharedKernel;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Labelling.Features.Visits;

/// <summary>What has been seen at a visit so far, for the kit and its script.</summary>
internal static class ShowFindings
{
    public sealed record Query(LabelApplication File) : IRequest<View>;

    /// <param name="VisitId">Null where there is no visit to note of.</param>
    public sealed record View(Guid? VisitId, IReadOnlyList<Row> Findings, IReadOnlyList<Photo> Photos)
    {
        public static readonly View Nothing = new(null, [], []);
    }

    /// <param name="Choice">As <see cref="KeepFindings.Entry.Choice"/>.</param>
    /// <param name="At">In words, for people.</param>
    public sealed record Row(string Code, string Text, string Choice, int Version, string? By, string? At)
    {
        public static Row Of(string code, VisitFinding? finding) =>
            new(
                code,
                finding?.Text ?? "",
                ChoiceOf(finding?.Words ?? FindingWords.None),
                finding?.Version ?? 0,
                finding?.ChangedBy,
                finding?.ChangedAt is { } at ? FrenchText.Instant(at) : null
            );
    }

    /// <param name="Code">Null for the place as a whole.</param>
    public sealed record Photo(string? Code, string Name, string Url, string Weight);

    public sealed class Handler(LabellingDbContext db, IFileStore store) : IRequestHandler<Query, View>
    {
        public async Task<View> Handle(Query query, CancellationToken cancellationToken)
        {
            if (await db.VisitToNoteAsync(query.File.Id, cancellationToken) is not { } visit)
            {
                return View.Nothing;
            }

            var codes = await db.CriteriaOfFile(query.File.Id)
                .ToDictionaryAsync(k => k.Id, k => k.Code, cancellationToken);
            var shown = await db
                .VisitPhotos.AsNoTracking()
                .Where(p => p.VisitId == visit.Id && p.CriterionId != null)
                .ToDictionaryAsync(p => p.FileId, p => p.CriterionId!.Value, cancellationToken);
            var files = await store.ListAsync(SiteVisit.OwnerOf(visit.Id), cancellationToken);
            return new View(
                visit.Id,
                [
                    .. codes
                        .Select(k => Row.Of(k.Value, visit.FindingOn(k.Key)))
                        .OrderBy(r => r.Code, StringComparer.Ordinal),
                ],
                [
                    .. files.Select(f => new Photo(
                        shown.TryGetValue(f.Id, out var id) ? codes.GetValueOrDefault(id) : null,
                        f.Name,
                        f.Url,
                        FrenchText.Size(f.Length)
                    )),
                ]
            );
        }
    }

    public static string ChoiceOf(FindingWords words) =>
        words.IsNotApplicable
            ? ScoreCriterion.NotApplicable
            : words.Score?.ToString(CultureInfo.InvariantCulture) ?? "";
}
