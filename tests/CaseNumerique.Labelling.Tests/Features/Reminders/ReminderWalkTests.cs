using CaseNumerique.Platform.Data;
using CaseNumerique.TestKit;
using NUnit.Framework;

namespace CaseNumerique.Labelling.Tests.Features.Reminders;

/// <summary>Random months of a label, through the real job, the notifications and the delivery.</summary>
public class ReminderWalkTests
{
    private static readonly int[] _milestones = [180, 90, 30, 7, -1];

    [TestCase(1)]
    [TestCase(2)]
    [TestCase(3)]
    [TestCase(4)]
    public async Task A_milestone_is_mailed_once_never_after_a_renewal_and_never_forgotten(int seed)
    {
        var random = new Random(seed);
        await using var app = await App.StartAsync();
        await app.LesBaniansAsync(Given.Manager);
        var expiresOn = app.Today.AddDays(random.Next(100, 200));
        var number = await app.LabelEndingInAsync(expiresOn.DayNumber - app.Today.DayNumber);
        DateOnly? renewedOn = null;
        var renewsAt = random.Next(0, 20);
        for (var step = 0; step < 14; step++)
        {
            app.Clock.Advance(TimeSpan.FromHours(random.Next(1, 24 * 30)));
            if (step == renewsAt && app.Today <= expiresOn)
            {
                await app.RemindAsync();
                await app.ChangeAsync(number, "renouvellement");
                renewedOn = app.Today;
            }

            await app.RemindAsync();
            await CheckAsync(app, expiresOn, renewedOn);
        }
    }

    private static async Task CheckAsync(App app, DateOnly expiresOn, DateOnly? renewedOn)
    {
        var mails = (await app.MailsAsync()).Where(m => m.ToAddress == Given.ManagerEmail).ToList();
        var reminders = (await app.RemindersAsync()).Where(r => r.Address == Given.ManagerEmail).ToList();
        Assert.Multiple(() =>
        {
            Assert.That(reminders.Select(r => r.DaysBefore), Is.Unique);
            Assert.That(mails, Has.Count.EqualTo(reminders.Count), "one mail a reminder");
            Assert.That(mails.Select(m => m.State), Is.All.EqualTo(MailState.Sent));
            Assert.That(reminders.Select(r => r.TakenOn), Is.All.LessThanOrEqualTo(renewedOn ?? DateOnly.MaxValue));
        });

        // At this hour the last open day is today, or yesterday before seven.
        var lastOpenDay = new DateTimeOffset(app.Clock.GetUtcNow().DateTime, TimeSpan.Zero).AddHours(11 - 7).Date;
        var asOf = DateOnly.FromDateTime(lastOpenDay);
        var until = renewedOn is { } renewed && renewed < asOf ? renewed.AddDays(-1) : asOf;
        var reached = _milestones.Where(m => expiresOn.AddDays(-m) <= until).ToArray();
        if (reached.Length > 0)
        {
            Assert.That(reminders.Select(r => r.DaysBefore), Has.Member(reached.Min()), $"on {asOf}, end {expiresOn}");
        }
    }
}
