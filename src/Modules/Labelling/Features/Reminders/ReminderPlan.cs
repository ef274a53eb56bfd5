namespace CaseNumerique.Labelling.Features.Reminders;

/// <summary>The reminder rule, free of any table and clock.</summary>
/// <param name="Due">The milestone to remind of now, in days before the end; null when there is none.</param>
/// <param name="Superseded">Milestones missed for good, since <paramref name="Due"/> or one already reminded of is newer.</param>
internal sealed record ReminderPlan(int? Due, IReadOnlyList<int> Superseded)
{
    /// <summary>Decides for one label and one end of validity.</summary>
    /// <param name="from">Milestones up to and including this day are not reminded of: the label was not there yet.</param>
    /// <param name="milestones">The milestones in force, in days before the end.</param>
    /// <param name="taken">The milestones already reminded of or superseded, for this same end.</param>
    /// <param name="today">The last day whose reminders may go.</param>
    public static ReminderPlan For(
        DateOnly expiresOn,
        DateOnly from,
        IEnumerable<int> milestones,
        IReadOnlySet<int> taken,
        DateOnly today
    )
    {
        int[] reached =
        [
            .. milestones.Where(m => expiresOn.AddDays(-m) is var day && day > from && day <= today).Order(),
        ];
        if (reached.Length == 0)
        {
            return new ReminderPlan(null, []);
        }

        // The smallest number of days is the newest milestone.
        var newest = reached[0];
        int[] missed = [.. reached[1..].Where(m => !taken.Contains(m))];
        return new ReminderPlan(taken.Contains(newest) ? null : newest, missed);
    }
}
