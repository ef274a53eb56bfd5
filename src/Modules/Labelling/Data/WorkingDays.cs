using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Labelling.Data;

/// <summary>The days from Monday to Friday without the public holidays of New Caledonia, but for what ÉcoNum has changed.</summary>
/// <param name="Worked">Public holidays that are worked all the same.</param>
/// <param name="Off">Days beside the public holidays that are not.</param>
internal sealed record WorkingDays(IReadOnlySet<DateOnly> Worked, IReadOnlySet<DateOnly> Off)
{
    public static readonly WorkingDays Ordinary = new(new HashSet<DateOnly>(), new HashSet<DateOnly>());

    // Article 74 of the interprofessional agreement (accord interprofessionnel territorial).
    private static readonly (int Month, int Day, string Name)[] _fixed =
    [
        (1, 1, "Jour de l’An"),
        (5, 1, "Fête du Travail"),
        (5, 8, "Victoire de 1945"),
        (7, 14, "Fête nationale"),
        (8, 15, "Assomption"),
        (9, 24, "Fête de la citoyenneté"),
        (11, 1, "Toussaint"),
        (11, 11, "Armistice de 1918"),
        (12, 25, "Noël"),
    ];

    /// <summary>In the order of the calendar.</summary>
    public static IReadOnlyList<(DateOnly On, string Name)> PublicHolidays(int year)
    {
        var easter = Easter(year);
        return
        [
            .. _fixed
                .Select(f => (On: new DateOnly(year, f.Month, f.Day), f.Name))
                .Append((On: easter.AddDays(1), Name: "Lundi de Pâques"))
                .Append((On: easter.AddDays(39), Name: "Ascension"))
                .Append((On: easter.AddDays(50), Name: "Lundi de Pentecôte"))
                .OrderBy(h => h.On),
        ];
    }

    /// <summary>Sunday of Easter in the Gregorian calendar (Meeus, Jones and Butcher).</summary>
    public static DateOnly Easter(int year)
    {
        var (a, b, c) = (year % 19, year / 100, year % 100);
        var d = ((19 * a) + b - (b / 4) - ((b - ((b + 8) / 25) + 1) / 3) + 15) % 30;
        var e = (32 + (2 * (b % 4)) + (2 * (c / 4)) - d - (c % 4)) % 7;
        var f = d + e - (7 * ((a + (11 * d) + (22 * e)) / 451)) + 114;
        return new DateOnly(year, f / 31, (f % 31) + 1);
    }

    public bool Includes(DateOnly day) =>
        day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday)
        && !Off.Contains(day)
        && (Worked.Contains(day) || PublicHolidays(day.Year).All(h => h.On != day));

    /// <summary>The last of so many working days that follow a day; the day itself for none.</summary>
    public DateOnly After(DateOnly day, int count)
    {
        while (count > 0)
        {
            day = day.AddDays(1);
            count -= Includes(day) ? 1 : 0;
        }

        return day;
    }

    /// <summary>How many working days follow the first day, up to the last, inclusive.</summary>
    public int Between(DateOnly first, DateOnly last)
    {
        var count = 0;
        for (var day = first.AddDays(1); day <= last; day = day.AddDays(1))
        {
            count += Includes(day) ? 1 : 0;
        }

        return count;
    }
}

internal static class WorkingDaysQueries
{
    public static async Task<WorkingDays> WorkingDaysAsync(
        this IQueryable<Holiday> holidays,
        CancellationToken cancellationToken
    )
    {
        var all = await holidays.AsNoTracking().ToListAsync(cancellationToken);
        return new WorkingDays(
            all.Where(h => h.IsWorked).Select(h => h.On).ToHashSet(),
            all.Where(h => !h.IsWorked).Select(h => h.On).ToHashSet()
        );
    }
}
