using CaseNumerique.Platform.Data;
using CaseNumerique.SharedKernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NUnit.Framework;

namespace CaseNumerique.Delivery.Tests.Smtp;

/// <summary>What becomes of a mail over several rounds.</summary>
internal sealed class LongWayTests
{
    [Test]
    public async Task A_mail_put_off_goes_later_with_the_same_bytes()
    {
        await using var rig = await MailRig.StartAsync();
        rig.Sink.On(SmtpStage.Rcpt, SmtpAct.Say("452 4.2.2 Mailbox full"), times: 2);
        var id = await rig.QueueAsync("tard");

        await rig.DeliverAsync();
        await rig.DeliverAsync();
        rig.App.Clock.Advance(TimeSpan.FromMinutes(6));
        await rig.DeliverAsync();
        rig.App.Clock.Advance(TimeSpan.FromMinutes(16));
        await rig.DeliverAsync();

        var mail = await rig.FindAsync(id);
        Assert.Multiple(() =>
        {
            Assert.That(mail.State, Is.EqualTo(MailState.Sent));
            Assert.That(mail.Attempts, Is.EqualTo(3));
            Assert.That(rig.ReceivedFor(mail).Single().Sha256, Is.EqualTo(mail.Sha256));
        });
    }

    [Test]
    public async Task A_mail_put_off_for_days_is_refused_in_the_end()
    {
        await using var rig = await MailRig.StartAsync();
        rig.Sink.On(SmtpStage.Rcpt, SmtpAct.Say("452 4.2.2 Mailbox full"));
        var id = await rig.QueueAsync("jamais");

        for (var day = 0; day < 20; day++)
        {
            await rig.DeliverAsync();
            rig.App.Clock.Advance(TimeSpan.FromDays(1));
        }

        var mail = await rig.FindAsync(id);
        Assert.Multiple(() =>
        {
            Assert.That(mail.State, Is.EqualTo(MailState.Refused));
            Assert.That(mail.Words, Is.EqualTo("452 4.2.2 Mailbox full"));
            Assert.That(mail.Attempts, Is.EqualTo(9));
        });
    }

    [Test]
    public async Task A_server_away_for_a_month_refuses_nothing()
    {
        await using var rig = await MailRig.StartAsync();
        rig.Sink.On(SmtpStage.Banner, SmtpAct.HangUp("554 5.3.2 No service"), times: 30);
        var id = await rig.QueueAsync("patience");

        for (var day = 0; day < 31; day++)
        {
            await rig.DeliverAsync();
            rig.App.Clock.Advance(TimeSpan.FromDays(1));
        }

        Assert.That((await rig.FindAsync(id)).State, Is.EqualTo(MailState.Sent));
    }

    [Test]
    public async Task A_refused_connection_leaves_all_mails_for_later()
    {
        await using var rig = await MailRig.StartAsync();
        await rig.Sink.DisposeAsync();
        Guid[] ids =
        [
            await rig.QueueAsync("a"),
            await rig.QueueAsync("b"),
            await rig.QueueAsync("c"),
            await rig.QueueAsync("d"),
        ];

        await rig.DeliverAsync();

        var first = await rig.FindAsync(ids[0]);
        var fourth = await rig.FindAsync(ids[3]);
        Assert.Multiple(() =>
        {
            Assert.That(first.State, Is.EqualTo(MailState.Planned));
            Assert.That(first.Attempts, Is.Zero);
            Assert.That(first.Words, Does.StartWith("Rien n’est parti"));
            // After three in a row the round ends: the fourth is not even tried.
            Assert.That(fourth.Words, Is.Null);
        });
    }

    [Test]
    public async Task Without_the_encryption_that_was_asked_for_nothing_leaves()
    {
        await using var rig = await MailRig.StartAsync(new() { ["Mail:Smtp:Security"] = "StartTls" });
        var id = await rig.QueueAsync("clair");

        await rig.DeliverAsync();

        Assert.That((await rig.FindAsync(id)).State, Is.EqualTo(MailState.Planned));
        Assert.That(rig.Sink.Ledger.Entries, Is.Empty);
    }

    [Test]
    public async Task A_host_that_has_lost_its_lease_sends_nothing()
    {
        await using var rig = await MailRig.StartAsync();
        var other = Guid.CreateVersion7();
        var id = await rig.QueueAsync("bail");
        var slow = rig.Sink.On(SmtpStage.Rcpt, SmtpAct.Say("250 2.1.5 Ok") with { Delay = TimeSpan.FromSeconds(1) });

        var round = rig.DeliverAsync();
        await slow.Reached;
        await rig.App.WithAsync(
            (PlatformDbContext db) => db.Mails.ExecuteUpdateAsync(set => set.SetProperty(m => m.Lease, other))
        );
        await round;

        var mail = await rig.FindAsync(id);
        Assert.Multiple(() =>
        {
            Assert.That(rig.Sink.Ledger.Entries, Is.Empty);
            Assert.That(mail.State, Is.EqualTo(MailState.Claimed));
            Assert.That(mail.Lease, Is.EqualTo(other));
        });
    }

    [Test]
    public async Task A_host_stopped_while_it_waits_for_the_answer_still_takes_it_down()
    {
        await using var rig = await MailRig.StartAsync();
        var id = await rig.QueueAsync("arret");
        var slow = rig.Sink.On(SmtpStage.Dot, SmtpAct.Say("250 2.0.0 Ok") with { Delay = TimeSpan.FromSeconds(1) });
        using var stop = new CancellationTokenSource();

        var round = rig.App.Services.GetRequiredService<Platform.Delivery.MailDelivery>().DeliverAsync(stop.Token);
        await slow.Reached;
        await stop.CancelAsync();
        await round;

        Assert.That((await rig.FindAsync(id)).State, Is.EqualTo(MailState.Sent));
    }

    [Test]
    public async Task What_is_no_longer_true_is_withdrawn_and_never_leaves()
    {
        await using var rig = await MailRig.StartAsync(configure: s => s.AddScoped<IMailCheck, NoLongerTrue>());
        var id = await rig.QueueAsync("caduc");

        await rig.DeliverAsync();

        var mail = await rig.FindAsync(id);
        Assert.Multiple(() =>
        {
            Assert.That(mail.State, Is.EqualTo(MailState.Withdrawn));
            Assert.That(mail.Words, Is.EqualTo("Le label a été renouvelé."));
            Assert.That(rig.Sink.Ledger.Entries, Is.Empty);
        });
    }

    [Test]
    public async Task A_mail_whose_check_fails_waits_and_stops_no_other()
    {
        await using var rig = await MailRig.StartAsync(configure: s => s.AddScoped<IMailCheck, Broken>());
        var id = await rig.QueueAsync("casse");
        var behind = await rig.QueueAsync("derriere");

        await rig.DeliverAsync();

        var mail = await rig.FindAsync(id);
        Assert.That(mail.State, Is.EqualTo(MailState.Planned));
        Assert.That(mail.Words, Is.EqualTo("Trop long."));
        Assert.That((await rig.FindAsync(behind)).State, Is.EqualTo(MailState.Sent));
    }
}
