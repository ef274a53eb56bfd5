using CaseNumerique.Labelling.Data;

namespace CaseNumerique.Labelling.Features.LabelApplications;

/// <summary>What a person says of one criterion, as the form sends it.</summary>
internal sealed record GivenAnswer
{
    public const string NotApplicable = "NA";

    public Guid CriterionId { get; init; }

    /// <summary>« 0 » to « 3 », <see cref="NotApplicable"/>, or nothing yet.</summary>
    public string? Score { get; init; }

    public string? Comment { get; init; }
    public List<Guid> Proofs { get; init; } = [];
    public bool IsStillTrue { get; init; }

    /// <summary>The version that the person was looking at; 0 where there was none.</summary>
    public int Version { get; init; }

    public bool IsNotApplicable => Score == NotApplicable;

    public int? ScoreValue =>
        int.TryParse(Score, out var value) && value is >= 0 and <= CriteriaSet.BestScore ? value : null;

    public string? CleanComment => Comment?.Trim() is { Length: > 0 } clean ? clean.ReplaceLineEndings("\n") : null;

    public static GivenAnswer From(Criterion criterion, Answer? answer, IEnumerable<Evidence> proofs) =>
        new()
        {
            CriterionId = criterion.Id,
            Score = answer?.IsNotApplicable == true ? NotApplicable : $"{answer?.SelfScore}",
            Comment = answer?.Comment,
            Proofs = [.. proofs.Select(p => p.Id)],
            IsStillTrue = answer?.IsStillTrue == true,
            Version = answer?.Version ?? 0,
        };
}
