using CaseNumerique.Labelling.Data;
using CaseNumerique.Labelling.Tests.Features.Verification;
using CaseNumerique.TestKit;
using Microsoft.EntityFrameworkCore;
using MimeKit;
using NUnit.Framework;

namespace CaseNumerique.Labelling.Tests.Features.Labels;

public class TellOfLabelActTests
{
    [TestCase("suspension", "Suspension du label de Les Banians", "pour 6 mois au plus")]
    [TestCase("retrait", "Retrait du label de Les Banians", "à partir du 24 novembre 2027")]
    public async Task The_people_of_the_place_read_what_was_decided_why_and_how_to_contest_it(
        string act,
        string subject,
        string words
    )
    {
        await using var app = await VerifyLabelTests.StartAsync();
        await app.WithAsync(
            (LabellingDbContext db) =>
                db.ProcedureRules.ExecuteUpdateAsync(set =>
                    set.SetProperty(r => r.AppealText, "Saisissez le tribunal dans le délai des règles.")
                )
        );

        await app.ChangeAsync("CASE-001", act);
        await app.DispatchAsync();

        var mails = await app.MailsAsync();
        var text = TextOf(mails[0].Mime);
        Assert.Multiple(() =>
        {
            Assert.That(mails.Select(m => m.Subject), Is.All.EqualTo(subject));
            Assert.That(
                mails.Select(m => m.ToAddress),
                Is.EquivalentTo(new[] { Given.ManagerEmail, Given.FacilitatorEmail })
            );
            Assert.That(text, Does.Contain("mardi 24 novembre 2026").And.Contain("Motifs : Pour l’exemple"));
            Assert.That(text, Does.Contain(words).And.Contain("Saisissez le tribunal dans le délai des règles."));
        });
    }

    [Test]
    public async Task The_end_of_a_suspension_is_told_once_however_often_it_is_heard()
    {
        await using var app = await VerifyLabelTests.StartAsync();
        await app.ChangeAsync("CASE-001", "suspension");
        await app.ChangeAsync("CASE-001", "levee");

        await app.DispatchAsync();
        var heard = app.Announced<Contracts.Labelling.LabelActDecided>()[^1];
        await app.WithAsync(
            (IEnumerable<MediatR.INotificationHandler<Contracts.Labelling.LabelActDecided>> handlers) =>
                handlers.Single().Handle(heard, default)
        );

        var lifted = (await app.MailsAsync()).Where(m => m.Subject.StartsWith("Levée", StringComparison.Ordinal));
        Assert.That(lifted.Select(m => m.Subject), Is.All.EqualTo("Levée de la suspension du label de Les Banians"));
        Assert.That(lifted.Count(), Is.EqualTo(2));
    }

    internal static string TextOf(byte[] mime)
    {
        using var bytes = new MemoryStream(mime);
        return string.Join(
            ' ',
            MimeMessage.Load(bytes).TextBody!.Split(default(char[]), StringSplitOptions.RemoveEmptyEntries)
        );
    }
}
