using CaseNumerique.Platform.Data;
using MimeKit;
using NUnit.Framework;

namespace CaseNumerique.Delivery.Tests.Smtp;

/// <summary>Names and addresses that people really type, and those that they should not.</summary>
internal sealed class AddressTests
{
    private MailRig _rig = null!;

    [OneTimeSetUp]
    public async Task StartAsync() => _rig = await MailRig.StartAsync();

    [OneTimeTearDown]
    public async Task StopAsync() => await _rig.DisposeAsync();

    [TestCase("")]
    [TestCase("pas une adresse")]
    [TestCase("deux@@sink.example")]
    [TestCase("sans-domaine")]
    [TestCase("rené@sink.example")]
    [TestCase("a@sink.example, b@sink.example")]
    [TestCase("a@sink.example\r\nRCPT TO:<b@sink.example>")]
    public async Task An_address_that_cannot_be_written_to_is_refused_at_once(string address)
    {
        var id = await QueueAsync(to: address);

        await _rig.DeliverAsync();

        var mail = await _rig.FindAsync(id);
        Assert.That(mail.State, Is.EqualTo(MailState.Refused));
        Assert.That(mail.Words, Does.StartWith("Adresse mal formée"));
        Assert.That(_rig.ReceivedFor(mail), Is.Empty);
    }

    [Test]
    public async Task An_accent_in_the_domain_is_spelled_for_the_server()
    {
        var id = await QueueAsync(to: "lea@nouméa.example");

        await _rig.DeliverAsync();

        var mail = await _rig.FindAsync(id);
        Assert.That(mail.State, Is.EqualTo(MailState.Sent), mail.Words);
        Assert.That(_rig.ReceivedFor(mail).Single().To, Is.EqualTo("lea@xn--nouma-esa.example"));
    }

    [TestCase("Léa", "Rappel")]
    [TestCase("Marie-Rose « Rosie » T.", "Échéance œ 🥥 — ﷽")]
    [TestCase("Injecteur\r\nBcc: autre@sink.example", "Bonjour")]
    [TestCase("Injecteur", "Bonjour\r\nBcc: autre@sink.example\r\n\r\nFaux corps")]
    [TestCase("A\nX-Fausse: 1", "B\nX-Fausse: 1")]
    [TestCase("\"<autre@sink.example>, \\", "=?utf-8?q?faux?=")]
    [TestCase("", "")]
    [TestCase("Nom\0nul", "Tab\tet nul\0")]
    public async Task A_name_and_a_subject_add_no_header_and_no_recipient(string name, string subject)
    {
        var id = await QueueAsync(name: name, subject: subject);

        await _rig.DeliverAsync();

        var mail = await _rig.FindAsync(id);
        Assert.That(mail.State, Is.EqualTo(MailState.Sent), mail.Words);
        var bytes = _rig.Sink.Ledger.ContentOf(_rig.ReceivedFor(mail).Single());
        using var read = await MimeMessage.LoadAsync(new MemoryStream(bytes));
        string[] headers =
        [
            "From",
            "Subject",
            "Date",
            "Message-Id",
            "To",
            "Auto-Submitted",
            "MIME-Version",
            "Content-Type",
        ];
        Assert.Multiple(() =>
        {
            Assert.That(bytes, Is.EqualTo(mail.Mime));
            Assert.That(bytes, Has.All.LessThan(128));
            Assert.That(read.Headers.Select(h => h.Field), Is.SubsetOf(headers));
            Assert.That(read.To.Mailboxes.Select(m => m.Address), Is.EqualTo(new[] { mail.ToAddress }));
            Assert.That(
                read.TextBody!.ReplaceLineEndings("\n"),
                Does.StartWith("Bonjour,\n.\n..deux points, puis « œ »")
            );
        });
    }

    [TestCase("Marie-Rose « Rosie » T.", "Échéance œ 🥥")]
    public async Task A_name_and_a_subject_are_read_as_they_were_written(string name, string subject)
    {
        var id = await QueueAsync(name: name, subject: subject);

        await _rig.DeliverAsync();

        var mail = await _rig.FindAsync(id);
        using var read = await MimeMessage.LoadAsync(new MemoryStream(mail.Mime));
        Assert.That(read.To.Mailboxes.Single().Name, Is.EqualTo(name));
        Assert.That(read.Subject, Is.EqualTo(subject));
    }

    private Task<Guid> QueueAsync(string? to = null, string name = "Léa", string subject = "Essai") =>
        _rig.QueueAsync(TestContext.CurrentContext.Random.NextGuid().ToString("N"), to, name, subject);
}
