using CaseNumerique.Delivery.Tests.Smtp;
using NUnit.Framework;

namespace CaseNumerique.Delivery.Tests.Kills;

/// <summary>Two hosts on one database.</summary>
internal sealed class TwoHostsTests
{
    [Test]
    public async Task Two_at_once_send_each_reminder_once()
    {
        await using var world = new KillWorld(hasProbe: false);
        world.TurnTo(KillSize.Seeded);
        await world.SeedAsync(KillSize.Epns);
        world.TurnTo(KillSize.Days[0]);
        await world.ExpectAsync();

        await using (var one = world.Start())
        await using (var other = world.Start())
        {
            var ends = await Task.WhenAll(one.EndAsync(), other.EndAsync());
            Assert.That(ends.Select(e => e.ExitCode), Has.All.AnyOf(0, 1), string.Concat(ends.Select(e => e.Errors)));
        }

        await world.DrainAsync();
        var found = world.Find();
        found.Check(hasProbe: false);
        Assert.That(found.Copies, Is.Empty);
    }

    [Test]
    public async Task One_that_was_stopped_past_its_lease_sends_nothing_more()
    {
        await using var world = new KillWorld(hasProbe: false, new() { ["Mail__Smtp__ReplyTimeoutSeconds"] = "60" });
        world.TurnTo(KillSize.Seeded);
        await world.SeedAsync(KillSize.Epns);
        world.TurnTo(KillSize.Days[0]);
        await world.ExpectAsync();
        var slow = world.Sink.On(
            SmtpStage.Rcpt,
            SmtpAct.Say("250 2.1.5 Ok") with
            {
                Delay = TimeSpan.FromSeconds(1),
            },
            times: 1
        );

        await using var paused = world.Start();
        await slow.Reached.WaitAsync(TimeSpan.FromMinutes(1));
        paused.Stop();
        // On the calendar that the test turns, its lease has run out by the time the next host starts.
        await world.DrainAsync();
        var before = world.Sink.Ledger.Entries.Count;
        paused.Continue();
        var end = await paused.EndAsync();

        Assert.That(end.ExitCode, Is.Zero, end.Output + end.Errors);
        Assert.That(world.Sink.Ledger.Entries, Has.Count.EqualTo(before));
        var found = world.Find();
        found.Check(hasProbe: false);
        Assert.That(found.Copies, Is.Empty);
    }
}
