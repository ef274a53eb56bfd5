using CaseNumerique.Labelling.Features.Reminders;
using NUnit.Framework;

namespace CaseNumerique.Labelling.Tests.Features.Reminders;

public class ReminderPlanTests
{
    private static readonly int[] _milestones = [180, 90, 30, 7, -1];
    private static readonly DateOnly _expiresOn = new(2027, 6, 30);
    private static readonly DateOnly _longAgo = new(2024, 7, 1);

    [TestCase(181, null, TestName = "Nothing is due before the first milestone")]
    [TestCase(180, 180, TestName = "A milestone is due on its day")]
    [TestCase(179, 180, TestName = "A milestone missed by a day is still due")]
    [TestCase(91, 180, TestName = "A milestone is due until the eve of the next")]
    [TestCase(29, 30, TestName = "Only the newest of several missed milestones is due")]
    [TestCase(0, 7, TestName = "On the last day the week's reminder is the newest")]
    [TestCase(-1, -1, TestName = "The day after, the end itself is told")]
    [TestCase(-400, -1, TestName = "However long the absence, the end is told")]
    public void The_newest_milestone_reached_is_due(int daysLeft, int? due)
    {
        var plan = ReminderPlan.For(
            _expiresOn,
            _longAgo,
            _milestones,
            new HashSet<int>(),
            _expiresOn.AddDays(-daysLeft)
        );

        Assert.That(plan.Due, Is.EqualTo(due));
    }

    [Test]
    public void Older_milestones_missed_with_it_are_superseded()
    {
        var plan = ReminderPlan.For(
            _expiresOn,
            _longAgo,
            _milestones,
            new HashSet<int> { 180 },
            _expiresOn.AddDays(-5)
        );

        Assert.That(plan.Due, Is.EqualTo(7));
        Assert.That(plan.Superseded, Is.EqualTo(new[] { 30, 90 }));
    }

    [Test]
    public void A_milestone_taken_is_not_due_again()
    {
        var plan = ReminderPlan.For(
            _expiresOn,
            _longAgo,
            _milestones,
            new HashSet<int> { 30 },
            _expiresOn.AddDays(-20)
        );

        Assert.That(plan.Due, Is.Null);
    }

    [TestCase(40, 35, null, TestName = "A label granted after a milestone is not reminded of it")]
    [TestCase(40, 30, 30, TestName = "It is reminded of those still ahead")]
    [TestCase(30, 30, null, TestName = "The day of the grant itself is not ahead")]
    public void A_label_granted_late_starts_late(int grantedBefore, int daysLeft, int? due)
    {
        var from = _expiresOn.AddDays(-grantedBefore);

        var plan = ReminderPlan.For(_expiresOn, from, _milestones, new HashSet<int>(), _expiresOn.AddDays(-daysLeft));

        Assert.That(plan.Due, Is.EqualTo(due));
        Assert.That(plan.Superseded, Is.Empty);
    }
}
