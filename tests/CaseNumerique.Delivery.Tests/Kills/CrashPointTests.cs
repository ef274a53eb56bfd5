using NUnit.Framework;

namespace CaseNumerique.Delivery.Tests.Kills;

/// <summary>Hosts that die at each place that the sources name.</summary>
internal sealed class CrashPointTests
{
    private static readonly int[] _times = KillSize.IsLarge ? [1, 2, 7] : [1];

    /// <summary>By the day on which they are reached; a host dies at one and the next begins where it left.</summary>
    private static readonly string[][] _days =
    [
        ["reminders-recorded", "notification-addressed", "notification-claimed", "notification-effect-not-saved"],
        ["notification-handled", "mail-queued", "mail-claimed", "mail-recipient-accepted"],
        ["mail-transmitting", "mail-content-gone", "mail-answered", "mail-concluded"],
    ];

    private const string WhileMigrating = "module-migrated";

    [Test]
    public void Each_place_that_the_sources_name_is_tried() =>
        Assert.That(
            _days.SelectMany(d => d).Append(WhileMigrating).Append(UploadCrashTests.WhileKeeping),
            Is.EquivalentTo(CrashPoints.Named())
        );

    [Test]
    public async Task Dying_anywhere_loses_no_reminder_and_doubles_none_without_cause()
    {
        await using var world = new KillWorld(hasProbe: false);
        world.TurnTo(KillSize.Seeded);
        Assert.That(await world.CrashAsync(WhileMigrating, "migrate"), Is.True, WhileMigrating);
        await world.SeedAsync(KillSize.Epns);

        foreach (var (day, points) in KillSize.Days.Zip(_days))
        {
            world.TurnTo(day);
            await world.ExpectAsync();
            foreach (var point in points)
            {
                foreach (var time in _times)
                {
                    var isReached = await world.CrashAsync($"{point}:{time}");
                    Assert.That(isReached || time > 1, Is.True, $"{point} was not reached");
                }
            }

            await world.DrainAsync();
        }

        world.Find().Check(hasProbe: false);
    }

    [Test]
    public async Task With_a_probe_dying_around_the_content_doubles_nothing()
    {
        await using var world = new KillWorld(hasProbe: true);
        world.TurnTo(KillSize.Seeded);
        await world.SeedAsync(KillSize.Epns);
        world.TurnTo(KillSize.Days[0]);
        await world.ExpectAsync();

        foreach (var point in _days[2])
        {
            Assert.That(await world.CrashAsync(point), Is.True, point);
        }

        await world.DrainAsync();
        world.Find().Check(hasProbe: true);
    }
}
