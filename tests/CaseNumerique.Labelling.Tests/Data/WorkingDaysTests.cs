using System.Globalization;
using CaseNumerique.Labelling.Data;
using FsCheck;
using FsCheck.Fluent;
using NUnit.Framework;

namespace CaseNumerique.Labelling.Tests.Data;

internal sealed class WorkingDaysTests
{
    [TestCase(2024, "2024-03-31")]
    [TestCase(2026, "2026-04-05")]
    [TestCase(2027, "2027-03-28")]
    [TestCase(2038, "2038-04-25")]
    [TestCase(2285, "2285-03-22")]
    public void Easter_falls_where_the_calendar_says(int year, string sunday) =>
        Assert.That(WorkingDays.Easter(year), Is.EqualTo(Day(sunday)));

    [TestCase(2026, "01-01 04-06 05-01 05-08 05-14 05-25 07-14 08-15 09-24 11-01 11-11 12-25")]
    [TestCase(2027, "01-01 03-29 05-01 05-06 05-08 05-17 07-14 08-15 09-24 11-01 11-11 12-25")]
    public void The_twelve_public_holidays_of_a_year_are_known(int year, string days) =>
        Assert.That(
            string.Join(
                ' ',
                WorkingDays.PublicHolidays(year).Select(h => h.On.ToString("MM-dd", CultureInfo.InvariantCulture))
            ),
            Is.EqualTo(days)
        );

    [TestCase("2026-09-23", 1, "2026-09-25", TestName = "Citizenship day is left out")]
    [TestCase("2026-12-24", 1, "2026-12-28", TestName = "Christmas and a week-end are left out")]
    [TestCase("2026-11-25", 0, "2026-11-25", TestName = "No day is the day itself")]
    [TestCase("2026-11-25", 90, "2027-04-05", TestName = "Ninety days go over New Year and Easter")]
    public void So_many_working_days_later(string from, int days, string to) =>
        Assert.That(WorkingDays.Ordinary.After(Day(from), days), Is.EqualTo(Day(to)));

    [Test]
    public void EcoNum_closes_on_a_bridge_and_may_work_on_a_holiday()
    {
        var bridge = new DateOnly(2026, 5, 15);
        var ascension = new DateOnly(2026, 5, 14);
        var calendar = new WorkingDays(new HashSet<DateOnly> { ascension }, new HashSet<DateOnly> { bridge });

        Assert.That(calendar.Includes(ascension));
        Assert.That(calendar.Includes(bridge), Is.False);
        Assert.That(calendar.After(new DateOnly(2026, 5, 13), 2), Is.EqualTo(new DateOnly(2026, 5, 18)));
    }

    [Test]
    public void Counting_the_days_gives_back_what_was_added() =>
        Prop.ForAll(
                Gen.Choose(0, 4000).Zip(Gen.Choose(1, 300)).ToArbitrary(),
                pair =>
                {
                    var from = new DateOnly(2024, 1, 1).AddDays(pair.Item1);
                    var to = WorkingDays.Ordinary.After(from, pair.Item2);
                    return WorkingDays.Ordinary.Between(from, to) == pair.Item2 && WorkingDays.Ordinary.Includes(to);
                }
            )
            .QuickCheckThrowOnFailure();

    private static DateOnly Day(string text) => DateOnly.Parse(text, CultureInfo.InvariantCulture);
}
