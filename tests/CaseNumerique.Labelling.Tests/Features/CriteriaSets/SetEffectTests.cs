using CaseNumerique.Labelling.Data;
using CaseNumerique.Labelling.Features.CriteriaSets;
using NUnit.Framework;

namespace CaseNumerique.Labelling.Tests.Features.CriteriaSets;

public class SetEffectTests
{
    [Test]
    public void A_criterion_met_stays_met_while_its_threshold_stands()
    {
        var effect = On(Set("A1"), Set("A1"), 2);

        Assert.That(effect.ToShow, Is.Empty);
        Assert.That((effect.Before, effect.After), Is.EqualTo((OpinionKind.Favourable, OpinionKind.Favourable)));
    }

    [Test]
    public void A_new_mandatory_criterion_is_to_show_and_weighs_on_the_advice()
    {
        var effect = On(Set("A1"), Set("A1", "A2"), 2);

        Assert.That(Shown(effect), Is.EqualTo(new[] { ("A2", "critère nouveau") }));
        Assert.That((effect.Before, effect.After), Is.EqualTo((OpinionKind.Favourable, OpinionKind.Defer)));
    }

    [Test]
    public void Only_the_threshold_of_the_EPNs_own_context_counts()
    {
        var (before, after) = (Set("A1"), Set("A1"));
        after.The("A1").UrbanThreshold = "Vingt";
        Assert.That(On(before, after, 2).ToShow, Is.Empty);

        after.The("A1").RuralThreshold = "Seize";
        Assert.That(
            Shown(On(before, after, 2)),
            Is.EqualTo(new[] { ("A1", "le seuil «\u00A0Fait\u00A0» devient «\u00A0Seize\u00A0»") })
        );
        // What was not met is not lost.
        Assert.That(On(before, after, 1).ToShow, Is.Empty);
    }

    [Test]
    public void What_becomes_mandatory_must_be_met()
    {
        var (before, after) = (Set("A1"), Set("A1"));
        before.The("A1").Kind = CriterionKind.Recommended;

        Assert.That(
            Shown(On(before, after, 1)),
            Is.EqualTo(new[] { ("A1", "devient obligatoire, et n’est pas conforme au dossier") })
        );
        Assert.That(On(before, after, 1).After, Is.EqualTo(OpinionKind.Defer));
        Assert.That(On(before, after, 2).ToShow, Is.Empty);
    }

    [Test]
    public void What_did_not_apply_must_be_shown_once_it_always_applies()
    {
        var (before, after) = (Set("A1"), Set("A1"));
        before.The("A1").IsNotApplicableAllowed = after.The("A1").IsNotApplicableAllowed = true;
        Assert.That(On(before, after, null).ToShow, Is.Empty);

        after.The("A1").IsNotApplicableAllowed = false;
        Assert.That(Shown(On(before, after, null)), Is.EqualTo(new[] { ("A1", "ne peut plus être sans objet") }));
    }

    [Test]
    public void Mandatory_criteria_come_first()
    {
        var after = Set("A1", "A2", "A3");
        after.The("A2").Kind = CriterionKind.Bonus;

        Assert.That(Shown(On(Set("A1"), after, 2)).Select(s => s.Code), Is.EqualTo(new[] { "A3", "A2" }));
    }

    private static IEnumerable<(string Code, string Why)> Shown(SetEffect effect) =>
        effect.ToShow.Select(t => (t.Criterion.Code, t.Why));

    private static SetEffect On(CriteriaSet before, CriteriaSet after, int? score) =>
        SetEffect.On(
            before,
            after,
            EpnContext.Rural,
            before.Criteria.ToDictionary(k => k.Id, _ => new CriterionScore(score))
        );

    private static CriteriaSet Set(params string[] codes)
    {
        var set = CriteriaSet.Empty(1);
        set.Chapters.Add(
            new Chapter
            {
                Code = "A",
                Title = "Portage",
                Position = 1,
            }
        );
        foreach (var code in codes)
        {
            set.Add(code);
            typeof(Criterion).GetProperty(nameof(Criterion.Id))!.SetValue(set.The(code), Guid.NewGuid());
        }

        return set;
    }
}
