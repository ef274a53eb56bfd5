using CaseNumerique.Labelling.Data;
using NUnit.Framework;

namespace CaseNumerique.Labelling.Tests.Data;

internal sealed class ScorecardTests
{
    private static readonly Criterion _mandatory = NewCriterion("A1", CriterionKind.Mandatory, weight: 2);
    private static readonly Criterion _other = NewCriterion("A2", CriterionKind.Mandatory, weight: 2);
    private static readonly Criterion _recommended = NewCriterion("A3", CriterionKind.Recommended, weight: 4);
    private static readonly Criterion _bonus = NewCriterion("A4", CriterionKind.Bonus, weight: 1);

    private static readonly CriteriaSet _set = new()
    {
        Number = 1,
        Title = "Essai",
        CreatedAt = default,
        CreatedBy = "Personne",
        OverallPercent = 60,
        ChapterPercent = 50,
        MaxConditions = 1,
        ConditionMonths = 6,
        Chapters =
        [
            new Chapter
            {
                Code = "A",
                Title = "Portage",
                Position = 1,
                Criteria = [_mandatory, _other, _recommended, _bonus],
            },
        ],
    };

    [Test]
    public void Points_are_scores_by_weights_over_the_best_possible()
    {
        var card = Score(2, 2, 1, null);

        Assert.That(card.Chapters[0].Points, Is.EqualTo((2 * 2) + (2 * 2) + (1 * 4)));
        Assert.That(card.Chapters[0].MaxPoints, Is.EqualTo(3 * (2 + 2 + 4)));
        Assert.That(card.OverallPercent, Is.EqualTo(50));
    }

    [Test]
    public void What_does_not_apply_counts_neither_way()
    {
        var card = Score(3, 3, Unapplied, null);

        Assert.That(card.OverallPercent, Is.EqualTo(100));
        Assert.That(card.Answered, Is.EqualTo(3));
        Assert.That(card.IsComplete, Is.False);
    }

    [Test]
    public void A_bonus_adds_and_is_never_missed()
    {
        var without = Score(2, 2, 2, 0);
        var with = Score(2, 2, 2, 3);

        Assert.That(without.OverallPercent, Is.EqualTo(66));
        Assert.That(with.OverallPercent, Is.EqualTo(79));
        Assert.That(Score(3, 3, 3, 3).OverallPercent, Is.EqualTo(100));
    }

    [TestCase(2, 2, 2, OpinionKind.Favourable)]
    [TestCase(2, 2, 1, OpinionKind.Defer, TestName = "The whole falls short")]
    [TestCase(1, 2, 3, OpinionKind.FavourableWithConditions, TestName = "One mandatory in part, one allowed")]
    [TestCase(1, 1, 3, OpinionKind.Defer, TestName = "Two mandatory in part, one allowed")]
    [TestCase(0, 3, 3, OpinionKind.Defer, TestName = "A mandatory not met at all")]
    public void The_advice_follows_the_rules_of_the_referential(int a1, int a2, int a3, object advice)
    {
        var card = Score(a1, a2, a3, 0);

        Assert.That(card.Advice, Is.EqualTo(advice));
        Assert.That(card.Shortfalls, card.Advice is OpinionKind.Favourable ? Is.Empty : Is.Not.Empty);
    }

    [Test]
    public void A_shortfall_says_what_is_missing_and_by_how_much()
    {
        var card = Score(0, 2, 0, 0);

        Assert.That(
            card.Shortfalls.Select(s => s.Words),
            Is.EqualTo([
                "A1, obligatoire, est non conforme.",
                "Le chapitre A est à 16\u00A0%, il en faut 50.",
                "L’ensemble est à 16\u00A0%, il en faut 60.",
            ])
        );
    }

    [Test]
    public void An_empty_file_is_not_advised_against()
    {
        var card = Scorecard.Of(_set, new Dictionary<Guid, CriterionScore>());

        Assert.That(card.Shortfalls, Is.Empty);
        Assert.That((card.Answered, card.Total), Is.EqualTo((0, 4)));
    }

    private const int Unapplied = -1;

    private static Scorecard Score(params int?[] scores)
    {
        Criterion[] criteria = [_mandatory, _other, _recommended, _bonus];
        return Scorecard.Of(
            _set,
            criteria
                .Zip(scores)
                .Where(s => s.Second is not null)
                .ToDictionary(s => s.First.Id, s => new CriterionScore(s.Second == Unapplied ? null : s.Second))
        );
    }

    private static Criterion NewCriterion(string code, CriterionKind kind, int weight)
    {
        var criterion = new Criterion
        {
            Code = code,
            Title = code,
            Position = 1,
            Kind = kind,
            Weight = weight,
            UrbanThreshold = "",
            RuralThreshold = "",
            RemoteThreshold = "",
            ItinerantThreshold = "",
            ExpectedProof = "",
        };
        typeof(Criterion).GetProperty(nameof(Criterion.Id))!.SetValue(criterion, Guid.NewGuid());
        return criterion;
    }
}
