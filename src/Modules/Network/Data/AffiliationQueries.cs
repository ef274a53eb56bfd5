namespace CaseNumerique.Network.Data;

internal static class AffiliationQueries
{
    /// <param name="today">The day in Nouméa.</param>
    public static IQueryable<Affiliation> Current(this IQueryable<Affiliation> affiliations, DateOnly today) =>
        affiliations.Where(a => a.StartsOn <= today && (a.EndsOn == null || a.EndsOn >= today));

    /// <summary>Those that share a day with the one of these dates.</summary>
    public static IQueryable<Affiliation> Overlapping(
        this IQueryable<Affiliation> affiliations,
        DateOnly? startsOn,
        DateOnly? endsOn
    ) =>
        affiliations.Where(a =>
            (endsOn == null || a.StartsOn <= endsOn)
            && (a.EndsOn == null || a.EndsOn >= startsOn)
            // One that was called off before its first day holds no day.
            && (a.EndsOn == null || a.EndsOn >= a.StartsOn)
        );
}
