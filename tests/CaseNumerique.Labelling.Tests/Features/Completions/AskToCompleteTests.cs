using CaseNumerique.Labelling.Data;
using CaseNumerique.SharedKernel;
using CaseNumerique.TestKit;
using Microsoft.EntityFrameworkCore;
using NUnit.Framework;

namespace CaseNumerique.Labelling.Tests.Features.Completions;

internal sealed class AskToCompleteTests
{
    [Test]
    public async Task The_EPN_receives_the_list_with_the_day()
    {
        await using var app = await App.StartAsync();
        await app.LesBaniansAsync();
        var id = await app.FileAsync(ApplicationStatus.Admissibility);
        var assessor = await app.AssessorOfAsync(id);

        var shown = await assessor.AskAsync(app, id, "C1", "Le contrat de l’animateur.");

        var file = await app.FileAsync(id);
        await app.DispatchAsync();
        var mail = (await app.MailsAsync()).Single(m => m.ToAddress == Given.ManagerEmail);
        Assert.That(shown.Text, Does.Contain("La liste est envoyée"));
        Assert.That(file.Status, Is.EqualTo(ApplicationStatus.ToComplete));
        Assert.That(file.CompletionDueOn, Is.EqualTo(app.Today.AddDays(30)));
        Assert.That(mail.Subject, Does.StartWith($"Votre dossier {file.Number} est incomplet"));
        Assert.That(await mail.TextAsync(), Does.Contain("C1\u00A0: Le contrat de l’animateur."));
        Assert.That(await app.SubjectsToAsync(Given.FacilitatorEmail), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task An_empty_list_and_a_day_too_soon_are_refused()
    {
        await using var app = await App.StartAsync();
        await app.LesBaniansAsync();
        var id = await app.FileAsync(ApplicationStatus.UnderAssessment);
        var assessor = await app.AssessorOfAsync(id);

        var refused = await assessor.SubmitAsync(
            await assessor.GetAsync(GivenAssessment.UrlOf(id, "/complements/demande")),
            "main form",
            new() { ["Form.DueOn"] = $"{app.Today.AddDays(1):O}" }
        );

        Assert.That(refused.Text, Does.Contain("Dites au moins une chose qui manque."));
        Assert.That(refused.Text, Does.Contain("Laissez au moins 3 jours"));
        Assert.That((await app.FileAsync(id)).Status, Is.EqualTo(ApplicationStatus.UnderAssessment));
    }

    [Test]
    public async Task More_lines_keep_what_was_typed()
    {
        await using var app = await App.StartAsync();
        await app.LesBaniansAsync();
        var id = await app.FileAsync(ApplicationStatus.Admissibility);
        var assessor = await app.AssessorOfAsync(id);
        var page = await assessor.GetAsync(GivenAssessment.UrlOf(id, "/complements/demande"));

        var more = await assessor.PostAsync(
            page with
            {
                Url = $"{page.Url}?handler=More",
            },
            new() { ["Form.Lines[0].What"] = "Le bail." }
        );

        Assert.That(more.Document.QuerySelectorAll("textarea"), Has.Length.EqualTo(5));
        Assert.That(more.Text, Does.Contain("Le bail."));
        Assert.That((await app.FileAsync(id)).Status, Is.EqualTo(ApplicationStatus.Admissibility));
    }

    [Test]
    public async Task Only_who_follows_the_file_asks()
    {
        await using var app = await App.StartAsync();
        await app.LesBaniansAsync();
        var id = await app.FileAsync(ApplicationStatus.Admissibility);
        var other = await app.BrowserAsync(Roles.Agent);

        var refused = await other.AskAsync(app, id, "C1", "Le contrat.");

        Assert.That(refused.Text, Does.Contain("Ce dossier est suivi par Nadège K.").And.Contain("Le contrat."));
        Assert.That(await app.WithAsync((LabellingDbContext db) => db.Completions.AnyAsync()), Is.False);
    }

    [Test]
    public async Task A_refused_list_tells_what_happened_and_can_be_sent_again()
    {
        await using var app = await App.StartAsync();
        await app.LesBaniansAsync();
        var id = await app.FileAsync(ApplicationStatus.Admissibility);
        var assessor = await app.AssessorOfAsync(id);
        var form = await assessor.GetAsync(GivenAssessment.UrlOf(id, "/complements/demande"));
        await app.WithAsync(
            async (LabellingDbContext db) =>
            {
                (await db.Applications.SingleAsync(a => a.Id == id)).Touch();
                await db.SaveChangesAsync();
            }
        );

        var refused = await assessor.SubmitAsync(form, "main form", new() { ["Form.Lines[0].What"] = "Le contrat." });
        var again = await assessor.SubmitAsync(refused, "main form", []);

        Assert.That(refused.Text, Does.Contain("Pendant que vous écriviez").And.Contain("Le contrat."));
        Assert.That(again.Text, Does.Contain("La liste est envoyée"));
    }
}
