using System.Text.Json;
using System.Text.Json.Serialization;
using CaseNumerique.SharedKernel;

namespace CaseNumerique.Labelling.Data;

/// <summary>The proposed referential that a new database begins with, read from <c>referentiel-1.json</c> beside this file.</summary>
internal static class FirstCriteriaSet
{
    private static readonly JsonSerializerOptions _json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter() },
    };

    private static readonly Guid _id = Id("0000000000ff");

    private static readonly Proposed _proposed = Read();

    public static object Set { get; } = new
    {
        Id = _id,
        Number = 1,
        _proposed.Title,
        _proposed.Notice,
        Status = CriteriaSetStatus.Published,
        CreatedAt = new DateTime(2026, 11, 1, 0, 0, 0, DateTimeKind.Utc),
        CreatedBy = "Système",
        PublishedAt = (DateTime?)new DateTime(2026, 11, 1, 0, 0, 0, DateTimeKind.Utc),
        PublishedBy = "Système",
        _proposed.OverallPercent,
        _proposed.ChapterPercent,
        _proposed.MaxConditions,
        _proposed.ConditionMonths,
        Version = 0,
    };

    public static object[] Chapters { get; } =
    [
        .. _proposed.Chapters.Select(
            (chapter, i) =>
                new
                {
                    Id = ChapterId(i),
                    CriteriaSetId = _id,
                    chapter.Code,
                    Title = FrenchText.Typeset(chapter.Title),
                    Position = i + 1,
                }
        ),
    ];

    public static object[] Criteria { get; } =
    [
        .. _proposed.Chapters.SelectMany(
            (chapter, i) =>
                chapter.Criteria.Select(
                    (criterion, k) =>
                        new
                        {
                            Id = Id($"00000002{i + 1:00}{k + 1:00}"),
                            ChapterId = ChapterId(i),
                            criterion.Code,
                            Title = FrenchText.Typeset(criterion.Title),
                            Help = criterion.Help is null ? null : FrenchText.Typeset(criterion.Help),
                            Position = k + 1,
                            criterion.Kind,
                            criterion.Weight,
                            criterion.IsNotApplicableAllowed,
                            UrbanThreshold = criterion.Threshold(0),
                            RuralThreshold = criterion.Threshold(1),
                            RemoteThreshold = criterion.Threshold(2),
                            ItinerantThreshold = criterion.Threshold(3),
                            ExpectedProof = FrenchText.Typeset(criterion.Proof),
                            criterion.ProvenBy,
                            criterion.Origin,
                        }
                )
        ),
    ];

    private static Guid ChapterId(int index) => Id($"00000001{index + 1:00}00");

    private static Guid Id(string end) => new($"01990000-0000-7000-8001-{end}");

    private static Proposed Read()
    {
        using var json = typeof(FirstCriteriaSet).Assembly.GetManifestResourceStream("referentiel-1.json")!;
        return JsonSerializer.Deserialize<Proposed>(json, _json)!;
    }

    private sealed record Proposed(
        string Title,
        string Notice,
        int OverallPercent,
        int ChapterPercent,
        int MaxConditions,
        int ConditionMonths,
        IReadOnlyList<ProposedChapter> Chapters
    );

    private sealed record ProposedChapter(string Code, string Title, IReadOnlyList<ProposedCriterion> Criteria);

    /// <param name="Thresholds">One for all contexts, or one each: town, countryside, tribe or island, itinerant.</param>
    private sealed record ProposedCriterion(
        string Code,
        string Title,
        CriterionKind Kind,
        int Weight,
        IReadOnlyList<string> Thresholds,
        string Proof,
        string? Origin,
        string? Help,
        string? ProvenBy,
        bool IsNotApplicableAllowed
    )
    {
        public string Threshold(int context) => FrenchText.Typeset(Thresholds[Thresholds.Count == 1 ? 0 : context]);
    }
}
