using CaseNumerique.Platform.Data;
using CaseNumerique.SharedKernel;
using NUnit.Framework;

namespace CaseNumerique.Delivery.Tests.Smtp;

/// <summary>Mails that may or may not have arrived.</summary>
internal sealed class UnknownTests
{
    private string _log = null!;

    [SetUp]
    public void NameLog() => _log = Path.GetTempFileName();

    [TearDown]
    public void RemoveLogs()
    {
        File.Delete(_log);
        File.Delete(_log + ".1");
    }

    [Test]
    public async Task By_default_it_goes_once_more_as_the_same_mail_to_the_last_byte()
    {
        await using var rig = await MailRig.StartAsync();
        var id = await BecomeUnknownAsync(rig, isKept: true);

        await RecoverAsync(rig);

        var mail = await rig.FindAsync(id);
        var received = rig.ReceivedFor(mail);
        Assert.Multiple(() =>
        {
            Assert.That(mail.State, Is.EqualTo(MailState.Sent));
            Assert.That(received, Has.Count.EqualTo(2));
            Assert.That(received.Select(e => e.Sha256), Has.All.EqualTo(mail.Sha256));
        });
    }

    [Test]
    public async Task It_waits_for_the_server_to_finish_before_it_goes_again()
    {
        await using var rig = await MailRig.StartAsync();
        var id = await BecomeUnknownAsync(rig, isKept: true);

        rig.App.Clock.Advance(TimeSpan.FromSeconds(30));
        await rig.DeliverAsync();

        Assert.That((await rig.FindAsync(id)).State, Is.EqualTo(MailState.Unknown));
    }

    [Test]
    public async Task A_server_that_never_answers_gets_four_copies_at_most()
    {
        await using var rig = await MailRig.StartAsync();
        var id = await BecomeUnknownAsync(rig, isKept: true, times: 20);

        for (var i = 0; i < 8; i++)
        {
            await RecoverAsync(rig);
        }

        var mail = await rig.FindAsync(id);
        Assert.That(mail.State, Is.EqualTo(MailState.Unknown));
        Assert.That(rig.ReceivedFor(mail), Has.Count.EqualTo(4));
    }

    [Test]
    public async Task Having_been_put_off_before_does_not_keep_it_from_going_again()
    {
        await using var rig = await MailRig.StartAsync();
        rig.Sink.On(SmtpStage.Rcpt, SmtpAct.Say("450 4.2.0 Greylisted"), times: 4);
        var id = await BecomeUnknownAsync(rig, isKept: false);

        for (var i = 0; i < 6; i++)
        {
            rig.App.Clock.Advance(TimeSpan.FromHours(12));
            await rig.DeliverAsync();
        }

        Assert.That((await rig.FindAsync(id)).State, Is.EqualTo(MailState.Sent));
    }

    [Test]
    public async Task Held_for_a_person_it_stays_until_one_decides()
    {
        await using var rig = await MailRig.StartAsync(new() { ["Mail:UnknownPolicy"] = "HoldForOperator" });
        var id = await BecomeUnknownAsync(rig, isKept: false);

        await RecoverAsync(rig);
        await RecoverAsync(rig);

        Assert.That((await rig.FindAsync(id)).State, Is.EqualTo(MailState.Unknown));
        Assert.That(rig.Sink.Ledger.Entries, Has.Count.EqualTo(1));
    }

    [TestCase(true, 1)]
    [TestCase(false, 2)]
    public async Task With_a_probe_it_goes_again_only_when_it_is_not_there(bool isKept, int transmissions)
    {
        await using var rig = await MailRig.StartAsync(postfixLog: _log);
        var id = await BecomeUnknownAsync(rig, isKept);

        await RecoverAsync(rig);

        var mail = await rig.FindAsync(id);
        Assert.Multiple(() =>
        {
            Assert.That(mail.State, Is.EqualTo(MailState.Sent));
            Assert.That(rig.Sink.Ledger.Entries, Has.Count.EqualTo(transmissions));
            Assert.That(rig.Sink.Ledger.Kept, Has.Count.EqualTo(1));
        });
    }

    [Test]
    public async Task A_probe_whose_log_was_turned_over_still_finds_it()
    {
        await using var rig = await MailRig.StartAsync(postfixLog: _log);
        var id = await BecomeUnknownAsync(rig, isKept: true);
        File.Move(_log, _log + ".1");
        await File.WriteAllTextAsync(_log, "");

        await RecoverAsync(rig);

        Assert.That((await rig.FindAsync(id)).State, Is.EqualTo(MailState.Sent));
        Assert.That(rig.Sink.Ledger.Entries, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task A_probe_without_its_log_says_nothing_and_the_policy_decides()
    {
        var policy = new Dictionary<string, string?>
        {
            ["Mail:UnknownPolicy"] = "HoldForOperator",
            ["Mail:PostfixLog"] = "/nowhere/mail.log",
        };
        await using var rig = await MailRig.StartAsync(policy);
        var id = await BecomeUnknownAsync(rig, isKept: false);

        await RecoverAsync(rig);

        Assert.That((await rig.FindAsync(id)).State, Is.EqualTo(MailState.Unknown));
    }

    [Test]
    public async Task A_person_sends_it_again_for_a_reason_that_is_kept()
    {
        await using var rig = await MailRig.StartAsync(new() { ["Mail:UnknownPolicy"] = "HoldForOperator" });
        var id = await BecomeUnknownAsync(rig, isKept: false);
        var browser = await rig.App.BrowserAsync(Roles.Agent);
        var form = await browser.GetAsync($"/gestion/courriels/{id}/renvoi");

        var refused = await browser.SubmitAsync(form, "main form", new() { ["Form.Reason"] = " " });
        await rig.DeliverAsync();
        var stateWithoutReason = (await rig.FindAsync(id)).State;
        await browser.SubmitAsync(refused, "main form", new() { ["Form.Reason"] = "Le gestionnaire n’a rien reçu." });
        await rig.DeliverAsync();

        var mail = await rig.FindAsync(id);
        var history = await rig.HistoryAsync(id);
        var page = await browser.GetAsync($"/gestion/courriels/{id}");
        Assert.Multiple(() =>
        {
            Assert.That(refused.Text, Does.Contain("Indiquez pourquoi vous renvoyez ce courriel"));
            Assert.That(stateWithoutReason, Is.EqualTo(MailState.Unknown));
            Assert.That(mail.State, Is.EqualTo(MailState.Sent));
            Assert.That(history.Select(e => e.Words), Does.Contain("Le gestionnaire n’a rien reçu."));
            Assert.That(history.Single(e => e.What == "Renvoi demandé").By, Is.EqualTo("Test agent"));
            Assert.That(page.Text, Does.Contain("Le gestionnaire n’a rien reçu."));
            Assert.That(rig.ReceivedFor(mail).Select(e => e.Sha256), Is.EqualTo(new[] { mail.Sha256, mail.Sha256 }));
        });
    }

    /// <summary>The server takes the content and falls silent.</summary>
    private static async Task<Guid> BecomeUnknownAsync(MailRig rig, bool isKept, int times = 1)
    {
        rig.Sink.On(SmtpStage.Dot, SmtpAct.Silence with { Keeps = isKept }, times: times);
        var id = await rig.QueueAsync("inconnu");
        await rig.DeliverAsync();
        return id;
    }

    private static async Task RecoverAsync(MailRig rig)
    {
        rig.App.Clock.Advance(TimeSpan.FromMinutes(2));
        await rig.DeliverAsync();
    }
}
