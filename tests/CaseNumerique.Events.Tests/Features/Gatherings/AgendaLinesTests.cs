using CaseNumerique.Events.Features.Gatherings;
using NUnit.Framework;

namespace CaseNumerique.Events.Tests.Features.Gatherings;

internal sealed class AgendaLinesTests
{
    [Test]
    public void A_line_gives_hour_duration_kind_and_title()
    {
        var read = AgendaLines.Read(
            "8 h 30 | 60 | presentation | Où en est le réseau\r\n\r\n9h30|15 min|Pause|Café | thé"
        );

        Assert.That(
            read.Items.Select(i => (i.Day, i.StartMinute, i.Minutes, i.Kind, i.Title)),
            Is.EqualTo([(1, 510, 60, "presentation", "Où en est le réseau"), (1, 570, 15, "pause", "Café | thé")])
        );
        Assert.That(read.Errors, Is.Empty);
    }

    [Test]
    public void A_heading_opens_the_next_day()
    {
        var read = AgendaLines.Read("14 h | 60 | bilan | Bilan\nJour 2\n8:00 | 60 | Démonstration | Musique");

        Assert.That(
            read.Items.Select(i => (i.Day, i.StartMinute, i.Kind)),
            Is.EqualTo([(1, 840, "bilan"), (2, 480, "demonstration")])
        );
    }

    [TestCase("Accueil", "commencez par l’heure")]
    [TestCase("25 h | 60 | bilan | Fin", "commencez par l’heure")]
    [TestCase("10 h 75 | 60 | bilan | Fin", "commencez par l’heure")]
    [TestCase("10 h | une heure | bilan | Fin", "donnez la durée")]
    [TestCase("10 h | 0 | bilan | Fin", "donnez la durée")]
    [TestCase("10 h | 60 | danse | Fin", "choisissez un genre")]
    [TestCase("10 h | 60 | bilan", "terminez par un titre")]
    [TestCase("23 h | 120 | bilan | Fin", "terminez avant minuit")]
    [TestCase("9 h | 60 | bilan | Fin", "finit à 9 h 30")]
    public void A_wrong_line_is_named_by_its_number(string line, string words)
    {
        var read = AgendaLines.Read($"8 h 30 | 60 | presentation | Accueil\n\n{line}");

        Assert.That(read.Errors.Single().Replace('\u00A0', ' '), Does.StartWith("Ligne 3 :").And.Contain(words));
    }

    [Test]
    public void Days_come_in_order()
    {
        var read = AgendaLines.Read("Jour 2\n8 h | 60 | bilan | Fin\nJour 1\n8 h | 60 | presentation | Accueil");

        Assert.That(read.Errors.Single(), Does.Contain("les jours dans l’ordre"));
    }

    [TestCase(null)]
    [TestCase(" \n ")]
    [TestCase("Jour 1")]
    public void No_line_at_all_is_refused(string? text) =>
        Assert.That(AgendaLines.Read(text).Errors.Single(), Does.Contain("Décrivez le programme"));
}
