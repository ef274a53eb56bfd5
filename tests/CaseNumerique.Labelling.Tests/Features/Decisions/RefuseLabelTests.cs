using CaseNumerique.Contracts.Labelling;
using CaseNumerique.Labelling.Data;
using CaseNumerique.SharedKernel;
using CaseNumerique.TestKit;
using NUnit.Framework;

namespace CaseNumerique.Labelling.Tests.Features.Decisions;

internal sealed class RefuseLabelTests
{
    [Test]
    public async Task A_refusal_says_why_and_how_to_appeal_in_the_file_and_not_in_a_subject()
    {
        await using var app = await App.StartAsync();
        var id = await app.DecidableFileAsync();
        var admin = await app.BrowserAsync(Roles.Administrator);
        var asked = await admin.GetAsync($"{GivenDecision.UrlOf(id)}/refus");

        var mute = await admin.SubmitAsync(asked, "main form", []);
        await admin.SubmitAsync(asked, "main form", new() { ["Form.Reasons"] = "C1 n’est pas rempli." });
        await app.DispatchAsync();

        var mail = (await app.MailsAsync()).Single();
        var shown = await (await app.BrowserAsync(Roles.Manager, Given.EpnId)).GetAsync(GivenDecision.UrlOf(id));
        Assert.Multiple(() =>
        {
            Assert.That(
                asked.Text,
                Does.Contain("Un refus ne s’annule pas ici.").And.Contain("à valider par le service juridique")
            );
            Assert.That(mute.Text, Does.Contain("Donnez les motifs du refus"));
            Assert.That(mail.Subject, Is.EqualTo("Décision concernant votre dossier CN-2026-0001"));
            Assert.That(mail.ToAddress, Is.EqualTo(Given.ManagerEmail));
            Assert.That(shown.Text, Does.Contain("Label refusé").And.Contain("C1 n’est pas rempli."));
            Assert.That(shown.Text, Does.Contain("tribunal administratif"));
            Assert.That(app.Announced<LabelGranted>(), Is.Empty);
        });
    }

    [TestCase(40, LabelStatus.Active)]
    [TestCase(-5, LabelStatus.Expired)]
    public async Task A_refused_renewal_gives_the_label_back_to_its_end(int days, LabelStatus status)
    {
        await using var app = await App.StartAsync();
        var id = await app.DecidableFileAsync(kind: ApplicationKind.Renewal);
        var number = await app.LabelEndingInAsync(days);
        await app.ChangeAsync(number, "renouvellement");
        var admin = await app.BrowserAsync(Roles.Administrator);

        await admin.DecideAsync(id, "refus", new() { ["Form.Reasons"] = "C1 n’est plus rempli." });

        Assert.That(await app.StatusAsync(), Is.EqualTo(status));
        Assert.That(app.Announced<LabelStatusChanged>()[^1].Status, Is.EqualTo(Label.StatusWord(status)));
    }
}
