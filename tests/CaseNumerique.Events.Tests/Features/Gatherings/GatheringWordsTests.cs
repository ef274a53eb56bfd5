using CaseNumerique.Events.Features.Gatherings;
using NUnit.Framework;

namespace CaseNumerique.Events.Tests.Features.Gatherings;

internal sealed class GatheringWordsTests
{
    [TestCase("2027-03-09", "2027-03-09", "9", "Mardi 9 mars 2027")]
    [TestCase("2027-03-09", "2027-03-10", "9–10", "Du 9 au 10 mars 2027")]
    [TestCase("2027-06-01", "2027-06-02", "1–2", "Du 1er au 2 juin 2027")]
    [TestCase("2027-03-30", "2027-04-01", "30", "Du 30 mars au 1er avril 2027")]
    [TestCase("2026-12-31", "2027-01-02", "31", "Du 31 décembre 2026 au 2 janvier 2027")]
    public void Days_are_said_in_words(string first, string last, string figures, string words)
    {
        var days = new GatheringDays(Day(first), Day(last));

        Assert.That((days.Figures, days.InWords.Replace('\u00A0', ' ')), Is.EqualTo((figures, words)));
    }

    [TestCase("2027-01-03", "Inscriptions à partir du lundi 4 janvier 2027")]
    [TestCase("2027-01-04", "Inscriptions ouvertes jusqu’au vendredi 19 février 2027 inclus")]
    [TestCase("2027-02-19", "Inscriptions ouvertes jusqu’au vendredi 19 février 2027 inclus")]
    [TestCase("2027-02-20", "Les inscriptions sont closes")]
    [TestCase("2027-03-10", "Les inscriptions sont closes")]
    [TestCase("2027-03-11", "Cette rencontre a eu lieu")]
    public void Registration_is_said_by_the_day(string today, string words)
    {
        var said = GatheringWords.Registration(Day(today), Day("2027-03-10"), Day("2027-01-04"), Day("2027-02-19"));

        Assert.That(said.Replace('\u00A0', ' '), Is.EqualTo(words));
    }

    [Test]
    public void Without_dates_registration_is_not_settled() =>
        Assert.That(
            GatheringWords.Registration(Day("2027-01-04"), Day("2027-03-10"), null, null),
            Does.Contain("pas encore fixées")
        );

    private static DateOnly Day(string iso) => DateOnly.ParseExact(iso, "yyyy-MM-dd", null);
}
