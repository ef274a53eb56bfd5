using CaseNumerique.Platform.Data;
using CaseNumerique.Platform.Features.Mails;
using NUnit.Framework;

namespace CaseNumerique.Delivery.Tests.Smtp;

/// <summary>Each thing that a server can do at each stage, through the real host.</summary>
internal sealed class SmtpMatrixTests
{
    private MailRig _rig = null!;

    [OneTimeSetUp]
    public async Task StartAsync() => _rig = await MailRig.StartAsync();

    [OneTimeTearDown]
    public async Task StopAsync() => await _rig.DisposeAsync();

    [TestCaseSource(typeof(SmtpCell), nameof(SmtpCell.All))]
    public async Task Each_answer_leads_to_its_state_and_stops_no_other_mail(SmtpCell cell)
    {
        var number = TestContext.CurrentContext.Random.NextGuid().ToString("N");
        _rig.Sink.ForgetScript();
        var isNamed = cell.Times is null;
        _rig.Sink.On(cell.Stage, cell.Act, isNamed ? $"{number}@sink.example" : null, cell.Times ?? int.MaxValue);

        var hit = await _rig.QueueAsync(number);
        var behind = await _rig.QueueAsync($"{number}.derriere");
        await _rig.DeliverAsync();

        var mail = await _rig.FindAsync(hit);
        var other = await _rig.FindAsync(behind);
        var received = _rig.ReceivedFor(mail);
        Assert.Multiple(() =>
        {
            Assert.That(mail.State, Is.EqualTo(cell.State), mail.Words);
            Assert.That(mail.Attempts, Is.EqualTo(cell.Attempts));
            Assert.That(mail.Words, Does.Contain(cell.Words));
            Assert.That(mail.Lease, Is.Null);
            // A mail that waits goes by itself; one whose way has ended, a person may send again.
            Assert.That(ResendMail.CanResend(mail), Is.EqualTo(cell.State is not MailState.Planned));
            Assert.That(received, Has.Count.EqualTo(cell.Stage is SmtpStage.Dot ? 1 : 0));
            Assert.That(received.Select(_rig.Sink.Ledger.ContentOf), Has.All.EqualTo(mail.Mime));
            Assert.That(other.State, Is.EqualTo(MailState.Sent), other.Words);
            Assert.That(_rig.ReceivedFor(other).Single().Sha256, Is.EqualTo(other.Sha256));
        });
    }
}
