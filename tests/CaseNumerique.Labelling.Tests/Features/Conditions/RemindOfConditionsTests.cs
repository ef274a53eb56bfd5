using CaseNumerique.SharedKernel;
using CaseNumerique.TestKit;
using NUnit.Framework;

namespace CaseNumerique.Labelling.Tests.Features.Conditions;

internal sealed class RemindOfConditionsTests
{
    [Test]
    public async Task An_EPN_is_reminded_thirty_and_seven_days_before_and_once_each()
    {
        await using var app = await App.StartAsync();
        await app.ConditionAsync(days: 31);
        var before = (await app.MailsAsync()).Count;

        await RunAsync(app, days: 0);
        Assert.That((await app.MailsAsync()).Count - before, Is.Zero);
        await RunAsync(app, days: 1);
        await RunAsync(app, days: 1);
        Assert.That((await app.MailsAsync()).Count - before, Is.EqualTo(1));
        await RunAsync(app, days: 22);

        var mails = await app.MailsAsync();
        Assert.That(mails.Count - before, Is.EqualTo(2));
        Assert.That(mails[^1].Subject, Does.StartWith("Réserve à lever avant le 25\u00A0décembre\u00A02026\u00A0: A1"));
        Assert.That(mails[^1].ToAddress, Is.EqualTo(Given.ManagerEmail));
    }

    [Test]
    public async Task An_answer_stops_the_reminders()
    {
        await using var app = await App.StartAsync();
        var id = await app.ConditionAsync(days: 20);
        await (await app.BrowserAsync(Roles.Manager, Given.EpnId)).AnswerAsync(id);
        await app.DispatchAsync();
        var before = (await app.MailsAsync()).Count;

        await RunAsync(app, days: 0);

        Assert.That((await app.MailsAsync()).Count, Is.EqualTo(before));
    }

    [Test]
    public async Task A_condition_past_its_day_is_to_be_dealt_with_at_EcoNum()
    {
        await using var app = await App.StartAsync();
        await app.ConditionAsync(days: 10);
        app.Clock.Advance(TimeSpan.FromDays(11));
        var agent = await app.BrowserAsync(Roles.Agent);

        var todo = await agent.GetAsync("/gestion");

        Assert.That(todo.Text, Does.Contain("Réserve en retard, Les Banians").And.Contain("mise en demeure"));
    }

    private static Task RunAsync(App app, int days)
    {
        app.Clock.Advance(TimeSpan.FromDays(days));
        return app.RunJobAsync("condition-reminders");
    }
}
