using CaseNumerique.Labelling.Data;

namespace CaseNumerique.Labelling.Features.Steering;

/// <summary>How many files stand in a status, and for how long.</summary>
/// <param name="MedianDays">Half of them have stood there no longer; null where there is none.</param>
internal sealed record Stage(ApplicationStatus Status, int Count, int? MedianDays, int? OldestDays)
{
    /// <summary>In the order of the procedure, empty ones too.</summary>
    public static IReadOnlyList<Stage> Of(IReadOnlyCollection<OpenFile> files, DateOnly today) =>
        [
            .. Enum.GetValues<ApplicationStatus>()
                .Where(s => s is > ApplicationStatus.Draft and < ApplicationStatus.Granted)
                .Select(s => Of(s, [.. files.Where(f => f.Status == s).Select(f => f.DaysInStage(today))])),
        ];

    /// <summary>The middle one, or between the two in the middle; null of nothing.</summary>
    public static int? Median(IEnumerable<int> values)
    {
        int[] sorted = [.. values.Order()];
        return sorted.Length == 0
            ? null
            : (int)Math.Round((sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2.0);
    }

    private static Stage Of(ApplicationStatus status, IReadOnlyCollection<int> days) =>
        new(status, days.Count, Median(days), days.Count == 0 ? null : days.Max());
}
