using CaseNumerique.Labelling.Features.Reminders;
using FsCheck;
using FsCheck.Fluent;
using NUnit.Framework;

namespace CaseNumerique.Labelling.Tests.Features.Reminders;

/// <summary>The rule over random lives of a label: days on which the scan runs, days on which it does not, renewals.</summary>
public class ReminderPlanProperties
{
    private static readonly DateOnly _expiresOn = new(2027, 6, 30);

    /// <param name="Milestones">In days before the end.</param>
    /// <param name="GrantedBefore">The label was entered so many days before its end.</param>
    /// <param name="ScanDays">Days before the end on which the scan runs, as the clock has it; it may walk back.</param>
    /// <param name="RenewedBefore">The day before the end on which a renewal is filed; null for never.</param>
    private sealed record Life(int[] Milestones, int GrantedBefore, int[] ScanDays, int? RenewedBefore);

    private sealed record Sent(int Milestone, int OnDay);

    [FsCheck.NUnit.Property(MaxTest = 2000)]
    public Property No_milestone_is_told_twice() =>
        Prop.ForAll(Lives(), life => Live(life).GroupBy(s => s.Milestone).All(g => g.Count() == 1));

    [FsCheck.NUnit.Property(MaxTest = 2000)]
    public Property Nothing_is_told_before_its_day_or_before_the_label_was_there() =>
        Prop.ForAll(Lives(), life => Live(life).All(s => s.OnDay <= s.Milestone && s.Milestone < life.GrantedBefore));

    [FsCheck.NUnit.Property(MaxTest = 2000)]
    public Property Nothing_is_told_after_a_renewal() =>
        Prop.ForAll(Lives(), life => Live(life).All(s => life.RenewedBefore is null || s.OnDay > life.RenewedBefore));

    [FsCheck.NUnit.Property(MaxTest = 2000)]
    public Property Whenever_the_scan_runs_the_newest_milestone_reached_or_one_newer_is_told() =>
        Prop.ForAll(
            Lives(),
            life =>
            {
                var sent = Live(life);
                return ScansBeforeRenewal(life)
                    .All(day =>
                    {
                        var reached = life.Milestones.Where(m => m >= day && m < life.GrantedBefore).ToArray();
                        // After the clock went back, a newer milestone may have been told already.
                        return reached.Length == 0 || sent.Any(s => s.Milestone <= reached.Min());
                    });
            }
        );

    [FsCheck.NUnit.Property(MaxTest = 2000)]
    public Property A_scan_tells_one_milestone_at_most() =>
        Prop.ForAll(
            Lives(),
            life => Live(life).GroupBy(s => s.OnDay).All(g => g.Count() <= life.ScanDays.Count(d => d == g.Key))
        );

    /// <summary>Lives a label through: each scan takes what the rule says is due.</summary>
    private static List<Sent> Live(Life life)
    {
        HashSet<int> taken = [];
        List<Sent> sent = [];
        foreach (var day in ScansBeforeRenewal(life))
        {
            var plan = ReminderPlan.For(
                _expiresOn,
                _expiresOn.AddDays(-life.GrantedBefore),
                life.Milestones,
                taken,
                _expiresOn.AddDays(-day)
            );
            taken.UnionWith(plan.Superseded);
            if (plan.Due is { } milestone)
            {
                taken.Add(milestone);
                sent.Add(new Sent(milestone, day));
            }
        }

        return sent;
    }

    private static IEnumerable<int> ScansBeforeRenewal(Life life) =>
        life.ScanDays.TakeWhile(day => life.RenewedBefore is null || day > life.RenewedBefore);

    private static Arbitrary<Life> Lives()
    {
        var milestones = Gen.SubListOf(new[] { 365, 180, 120, 90, 60, 30, 14, 7, 1, 0, -1, -15 })
            .Select(m => m.ToArray());
        var lives =
            from chosen in milestones
            from granted in Gen.Choose(-5, 1100)
            from start in Gen.Choose(0, 400)
            from steps in Gen.ArrayOf(
                Gen.Frequency((8, Gen.Choose(0, 40)), (1, Gen.Choose(41, 300)), (1, Gen.Choose(-60, -1)))
            )
            from renewed in Gen.OneOf(Gen.Constant<int?>(null), Gen.Choose(-20, 200).Select(d => (int?)d))
            select new Life(chosen, granted, Walk(start, steps), renewed);
        return lives.ToArbitrary();
    }

    private static int[] Walk(int start, int[] steps)
    {
        var day = start;
        return [.. steps.Select(step => day -= step)];
    }
}
