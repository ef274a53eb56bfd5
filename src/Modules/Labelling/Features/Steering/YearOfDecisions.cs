using CaseNumerique.Labelling.Data;
using CaseNumerique.SharedKernel;

namespace CaseNumerique.Labelling.Features.Steering;

/// <summary>What was decided in a year, and how long it took.</summary>
/// <param name="MedianDays">From the filing to the decision, completions included; null where nothing was decided.</param>
/// <param name="OnTime">Opinions given on the day promised, which moves with each completion, or before.</param>
/// <param name="TargetWorkingDays">As the rules promise the opinion now.</param>
internal sealed record YearOfDecisions(
    int Granted,
    int Refused,
    int? MedianDays,
    int? LongestDays,
    int Opinions,
    int OnTime,
    int TargetWorkingDays
)
{
    public int Count => Granted + Refused;

    public static YearOfDecisions Of(IReadOnlyCollection<DecidedFile> files, int targetWorkingDays)
    {
        int[] days = [.. files.Select(f => f.Days)];
        var promised = files.Where(f => f is { OpinionAt: not null, OpinionDueOn: not null }).ToList();
        return new YearOfDecisions(
            files.Count(f => f.Status is not ApplicationStatus.Refused),
            files.Count(f => f.Status is ApplicationStatus.Refused),
            Stage.Median(days),
            days.Length == 0 ? null : days.Max(),
            promised.Count,
            promised.Count(f => NoumeaTime.DayOf(f.OpinionAt!.Value) <= f.OpinionDueOn),
            targetWorkingDays
        );
    }
}

internal sealed record DecidedFile(
    ApplicationStatus Status,
    DateTime SubmittedAt,
    DateTime DecidedAt,
    DateTime? OpinionAt,
    DateOnly? OpinionDueOn
)
{
    public int Days => NoumeaTime.DayOf(DecidedAt).DayNumber - NoumeaTime.DayOf(SubmittedAt).DayNumber;
}
