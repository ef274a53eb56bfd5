using CaseNumerique.Resources.Data;
using CaseNumerique.Resources.Features.Kits;
using NUnit.Framework;

namespace CaseNumerique.Resources.Tests.Features.Kits;

internal sealed class StepLinesTests
{
    [Test]
    public void A_line_gives_minutes_title_and_instruction()
    {
        var read = StepLines.Read("10 | Accueil | Dites : a | b\r\n\r\n 20 min|Filmer");

        Assert.That(
            read.Steps.Select(s => (s.Number, s.Minutes, s.Title, s.Instruction)),
            Is.EqualTo([(1, 10, "Accueil", "Dites : a | b"), (2, 20, "Filmer", "")])
        );
        Assert.That(read.Errors, Is.Empty);
    }

    [TestCase("dix | Accueil", "commencez par la durée")]
    [TestCase("0 | Accueil", "commencez par la durée")]
    [TestCase("601 | Accueil", "commencez par la durée")]
    [TestCase("-5 | Accueil", "commencez par la durée")]
    [TestCase("Accueil", "commencez par la durée")]
    [TestCase("10", "donnez un titre")]
    [TestCase("10 | | Projetez", "donnez un titre")]
    public void A_wrong_line_is_named_by_its_number(string line, string words)
    {
        var read = StepLines.Read($"10 | Accueil\n\n{line}");

        Assert.That(read.Errors.Single(), Does.StartWith("Ligne 3").And.Contain(words));
    }

    [Test]
    public void A_title_or_an_instruction_too_long_is_named()
    {
        var title = new string('a', KitStep.TitleMaxLength + 1);
        var instruction = new string('a', KitStep.InstructionMaxLength + 1);

        var read = StepLines.Read($"10 | {title}\n10 | Accueil | {instruction}");

        Assert.That(read.Errors, Has.Count.EqualTo(2));
        Assert.That(read.Errors[0], Does.Contain("raccourcissez le titre"));
        Assert.That(read.Errors[1], Does.Contain("raccourcissez la consigne"));
    }

    [TestCase(null)]
    [TestCase(" \n ")]
    public void No_line_at_all_is_refused(string? text) =>
        Assert.That(StepLines.Read(text).Errors.Single(), Does.Contain("Décrivez le déroulé"));

    [TestCase(120, 107, false)]
    [TestCase(120, 108, true)]
    [TestCase(120, 132, true)]
    [TestCase(120, 133, false)]
    [TestCase(15, 16, true)]
    [TestCase(15, 17, false)]
    public void Steps_fill_the_announced_duration_within_a_tenth(int announced, int steps, bool expected) =>
        Assert.That(WorkshopKit.IsFilled(announced, steps), Is.EqualTo(expected));
}
