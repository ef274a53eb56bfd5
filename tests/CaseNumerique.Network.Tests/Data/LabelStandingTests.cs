using CaseNumerique.Network.Data;
using NUnit.Framework;

namespace CaseNumerique.Network.Tests.Data;

public class LabelStandingTests
{
    private static readonly DateOnly _today = new(2026, 11, 24);

    [TestCase("actif", 0, "Case numérique")]
    [TestCase("actif", -1, "Label expiré")]
    [TestCase("en_renouvellement", -1, "En renouvellement")]
    [TestCase("suspendu", 100, "Label suspendu")]
    [TestCase("retire", 100, "Label retiré")]
    [TestCase("renonce", 100, "Label rendu")]
    [TestCase("expire", -1, "Label expiré")]
    [TestCase(null, 0, "Recensé")]
    public void The_last_day_counts_and_the_next_does_not(string? status, int daysLeft, string words) =>
        Assert.That(LabelStanding.Of(status, _today.AddDays(daysLeft), _today).Words, Is.EqualTo(words));
}
