using CaseNumerique.Labelling.Features.Reminders;
using CaseNumerique.SharedKernel;
using CaseNumerique.TestKit;
using NUnit.Framework;

namespace CaseNumerique.Labelling.Tests.Features.Reminders;

public class ReminderMailTests
{
    private static readonly ReminderMail _mail = new()
    {
        LabelNumber = "CASE-009",
        EpnName = "Les Banians",
        Commune = "Koné",
        ExpiresOn = new DateOnly(2026, 11, 26),
        DaysLeft = 30,
        Milestone = "J\u201130",
        RecipientName = "Hélène W.",
        RecipientRole = "gestionnaire",
        Authority = "ÉcoNum",
        Phone = "+687200000",
        ActionUrl = "https://case-numerique.example/gestion/labellisation/renouveler/CASE-009",
    };

    [TestCase("rappel-180-gestionnaire", 180, "gestionnaire")]
    [TestCase("rappel-90-animateur", 90, "animateur")]
    [TestCase("rappel-30-gestionnaire", 30, "gestionnaire")]
    [TestCase("rappel-30-instructeur", 30, "instructeur")]
    [TestCase("rappel-7-gestionnaire", 7, "gestionnaire")]
    [TestCase("rappel-7-administration", 7, "administration")]
    [TestCase("rappel-0-gestionnaire", 0, "gestionnaire")]
    [TestCase("rappel-expire-gestionnaire", -1, "gestionnaire")]
    [TestCase("rappel-expire-administration", -1, "administration")]
    public async Task Each_reminder_reads_as_it_was_approved(string name, int daysLeft, string role)
    {
        await using var app = await App.StartAsync();
        var mail = _mail with
        {
            DaysLeft = daysLeft,
            RecipientRole = role,
            Milestone = Labelling.Data.ReminderMilestone.NameOf(daysLeft),
        };

        var text = $"Objet : {mail.Subject}\n\n{ReminderMailText.Render(mail)}";
        var html = await app.WithAsync((MailTemplate template) => template.RenderAsync(ReminderMail.View, mail));

        Assert.Multiple(() =>
        {
            Assert.That(text, Is.EqualTo(Approved.Text($"{name}.txt", text)));
            Assert.That(html, Is.EqualTo(Approved.Text($"{name}.html", html)));
        });
    }

    [TestCase(180)]
    [TestCase(30)]
    [TestCase(-1)]
    public void No_line_of_the_plain_text_is_longer_than_72_characters_but_a_link(int daysLeft)
    {
        var mail = _mail with
        {
            DaysLeft = daysLeft,
            EpnName = "Espace public numérique de la Presqu’île de Ducos-Kaméré",
        };

        var lines = ReminderMailText
            .Render(mail)
            .Split('\n')
            .Where(line => !line.StartsWith("https://", StringComparison.Ordinal));

        Assert.That(lines.Select(line => line.Length), Is.All.LessThanOrEqualTo(72));
    }

    [Test]
    public void The_subject_counts_the_days_left_and_not_the_milestone() =>
        Assert.That((_mail with { DaysLeft = 23 }).Subject, Is.EqualTo("Votre label expire dans 23 jours"));

    [Test]
    public async Task What_people_typed_cannot_become_markup()
    {
        await using var app = await App.StartAsync();
        var mail = _mail with { EpnName = "<script>alert(1)</script>" };

        var html = await app.WithAsync((MailTemplate template) => template.RenderAsync(ReminderMail.View, mail));

        Assert.That(html, Does.Not.Contain("<script"));
    }
}
