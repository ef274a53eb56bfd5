using CaseNumerique.Labelling.Data;
using CaseNumerique.TestKit;
using NUnit.Framework;

namespace CaseNumerique.Labelling.Tests.Features.Assessments;

internal sealed class AdmitFileTests
{
    [Test]
    public async Task The_opinion_is_promised_in_working_days_and_the_EPN_is_told()
    {
        await using var app = await App.StartAsync();
        await app.LesBaniansAsync();
        var id = await app.FileAsync(ApplicationStatus.Admissibility);
        var assessor = await app.AssessorOfAsync(id);

        var page = await assessor.GetAsync(GivenAssessment.UrlOf(id, "/recevabilite"));
        await assessor.SubmitAsync(page, "main form", []);

        var file = await app.FileAsync(id);
        var due = WorkingDays.Ordinary.After(app.Today, 90);
        Assert.That(file.Status, Is.EqualTo(ApplicationStatus.UnderAssessment));
        Assert.That(file.OpinionDueOn, Is.EqualTo(due));
        Assert.That(file.AdmittedAt, Is.Not.Null);
        Assert.That(
            await app.SubjectsToAsync(Given.ManagerEmail),
            Has.One.EqualTo($"Votre dossier {file.Number} est complet et entre en instruction")
        );
    }

    [Test]
    public async Task A_file_in_assessment_is_not_admitted_again()
    {
        await using var app = await App.StartAsync();
        await app.LesBaniansAsync();
        var id = await app.FileAsync(ApplicationStatus.UnderAssessment);
        var assessor = await app.AssessorOfAsync(id);

        var refused = await assessor.SubmitAsync(
            await assessor.GetAsync(GivenAssessment.UrlOf(id, "/recevabilite")),
            "main form",
            []
        );

        Assert.That(refused.Text, Does.Contain("Impossible de déclarer le dossier complet"));
    }
}
