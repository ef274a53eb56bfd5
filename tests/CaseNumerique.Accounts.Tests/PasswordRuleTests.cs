using CaseNumerique.Accounts.Access;
using CaseNumerique.Accounts.Data;
using NUnit.Framework;

namespace CaseNumerique.Accounts.Tests;

internal sealed class PasswordRuleTests
{
    [TestCase("motdepasse2026")]
    [TestCase("Mot de passe 2026")]
    [TestCase("bonjourbonjour")]
    [TestCase("azertyuiop123")]
    [TestCase("012345678901")]
    [TestCase("aaaaaaaaaaaa")]
    [TestCase("Nouvelle-Calédonie 988")]
    [TestCase("Case-Numérique, mon amour")]
    [TestCase("marie.dupre habite ici")]
    public void What_others_would_guess_is_refused(string password) =>
        Assert.That(PasswordRule.Refusal("marie.dupre@econum.example", password), Is.Not.Null);

    [TestCase("quatre mots sans lien")]
    [TestCase("pirogue lundi câble vert")]
    [TestCase("9f2c71d04be8")]
    [TestCase("ééééèèèèààààçççççùùùù")]
    public void Length_is_enough_and_no_kind_of_character_is_asked_for(string password) =>
        Assert.That(PasswordRule.Refusal("marie.dupre@econum.example", password), Is.Null);

    [Test]
    public void A_very_short_name_forbids_nothing() =>
        Assert.That(PasswordRule.Refusal("al@econum.example", "le cheval et le canal"), Is.Null);

    [Test]
    public void More_than_128_characters_are_refused() =>
        Assert.That(PasswordRule.Refusal("", string.Concat(Enumerable.Repeat("abcdefg ", 17))), Does.Contain("128"));
}
