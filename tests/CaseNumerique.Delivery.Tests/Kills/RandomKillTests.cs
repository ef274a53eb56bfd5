using System.Diagnostics;
using NUnit.Framework;

namespace CaseNumerique.Delivery.Tests.Kills;

/// <summary>Hosts that die at any moment.</summary>
internal sealed class RandomKillTests
{
    [TestCase(false)]
    [TestCase(true)]
    public async Task Dying_at_any_moment_loses_no_reminder(bool hasProbe)
    {
        var random = TestContext.CurrentContext.Random;
        var clock = Stopwatch.StartNew();
        await using var world = new KillWorld(hasProbe);
        world.TurnTo(KillSize.Seeded);
        await world.SeedAsync(KillSize.Epns);

        var days = KillSize.IsLarge ? KillSize.Days : KillSize.Days[..1];
        foreach (var day in days)
        {
            world.TurnTo(day);
            var started = clock.Elapsed;
            await world.ExpectAsync();
            // The preview does all that a run does, but for the work itself: most hosts die at that.
            var start = clock.Elapsed - started;
            for (var i = 0; i < KillSize.RandomKills / days.Length / 2; i++)
            {
                await world.KillAfterAsync(start * (0.5 + random.NextDouble()));
            }

            await world.DrainAsync();
        }

        TestContext.Out.WriteLine($"{clock.Elapsed.TotalSeconds:0} s");
        world.Find().Check(hasProbe);
    }
}
