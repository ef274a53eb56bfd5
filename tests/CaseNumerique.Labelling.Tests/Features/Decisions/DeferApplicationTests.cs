using CaseNumerique.Labelling.Data;
using CaseNumerique.SharedKernel;
using CaseNumerique.TestKit;
using Microsoft.EntityFrameworkCore;
using NUnit.Framework;

namespace CaseNumerique.Labelling.Tests.Features.Decisions;

internal sealed class DeferApplicationTests
{
    [Test]
    public async Task A_deferred_file_goes_back_to_its_assessor_with_what_to_take_up()
    {
        await using var app = await App.StartAsync();
        var id = await app.DecidableFileAsync();
        var admin = await app.BrowserAsync(Roles.Administrator);

        await admin.DecideAsync(
            id,
            "ajournement",
            new() { ["Form.Reasons"] = "Le programme\nLe budget", ["Form.OpinionDueOn"] = "2027-02-01" }
        );
        await app.DispatchAsync();

        var file = await app.FileAsync(id);
        var mail = (await app.MailsAsync()).Single();
        var shown = await (await app.BrowserAsync(Roles.Manager, Given.EpnId)).GetAsync(GivenDecision.UrlOf(id));
        Assert.Multiple(() =>
        {
            Assert.That(file.Status, Is.EqualTo(ApplicationStatus.UnderAssessment));
            Assert.That(file.OpinionDueOn, Is.EqualTo(new DateOnly(2027, 2, 1)));
            Assert.That(mail.Subject, Is.EqualTo("Votre dossier CN-2026-0001 est ajourné"));
            Assert.That(GivenDecision.WordsOf(mail), Does.Contain("1. Le programme").And.Contain("2. Le budget"));
            Assert.That(
                shown.Text,
                Does.Contain("Nouvel avis attendu avant le 1er février 2027").And.Contain("Le budget")
            );
        });
    }

    [Test]
    public async Task It_wants_what_to_take_up_and_a_day_to_come()
    {
        await using var app = await App.StartAsync();
        var id = await app.DecidableFileAsync();
        var admin = await app.BrowserAsync(Roles.Administrator);

        var page = await admin.DecideAsync(id, "ajournement", new() { ["Form.OpinionDueOn"] = "2026-11-24" });

        Assert.That(page.Text, Does.Contain("Dites ce qui est à reprendre").And.Contain("Choisissez un jour à venir"));
        Assert.That((await app.FileAsync(id)).Status, Is.EqualTo(ApplicationStatus.OpinionGiven));
    }

    [Test]
    public async Task A_refused_form_tells_what_happened_and_can_be_sent_again()
    {
        await using var app = await App.StartAsync();
        var id = await app.DecidableFileAsync();
        var admin = await app.BrowserAsync(Roles.Administrator);
        Dictionary<string, string> values = new()
        {
            ["Form.Reasons"] = "Le programme",
            ["Form.OpinionDueOn"] = "2027-02-01",
        };
        var form = await admin.GetAsync($"{GivenDecision.UrlOf(id)}/ajournement");
        await app.WithAsync(
            async (LabellingDbContext db) =>
            {
                (await db.Applications.SingleAsync(a => a.Id == id)).Touch();
                await db.SaveChangesAsync();
            }
        );

        var refused = await admin.SubmitAsync(form, "main form", values);
        var before = (await app.FileAsync(id)).Status;
        var again = await admin.SubmitAsync(refused, "main form", []);

        Assert.That(refused.Text, Does.Contain("Pendant que vous écriviez").And.Contain("Le programme"));
        Assert.That(before, Is.EqualTo(ApplicationStatus.OpinionGiven));
        Assert.That(again.Text, Does.Contain("Le dossier est ajourné."));
        Assert.That((await app.FileAsync(id)).Status, Is.EqualTo(ApplicationStatus.UnderAssessment));
    }
}
