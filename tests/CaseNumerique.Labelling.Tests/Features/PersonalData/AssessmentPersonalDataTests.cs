using CaseNumerique.Labelling.Data;
using CaseNumerique.Labelling.Features.PersonalData;
using CaseNumerique.SharedKernel;
using CaseNumerique.TestKit;
using Microsoft.EntityFrameworkCore;
using NUnit.Framework;

namespace CaseNumerique.Labelling.Tests.Features.PersonalData;

internal sealed class AssessmentPersonalDataTests
{
    private const string Pseudonym = "Personne effacée 7F3A";

    [Test]
    public async Task Who_is_erased_is_named_nowhere_in_the_assessment_and_what_was_said_stays()
    {
        await using var app = await App.StartAsync();
        await app.LesBaniansAsync();
        var id = await app.FileAsync(ApplicationStatus.Admissibility);
        var assessor = await app.AssessorOfAsync(id);
        await assessor.SubmitAsync(
            await assessor.GetAsync(GivenAssessment.UrlOf(id, "/messages")),
            "main form.panel",
            new() { ["Form.Text"] = "Bonjour à tous." }
        );
        await assessor.AskAsync(app, id, "C1", "Le contrat.");
        var key = new PersonKey(
            await app.AccountIdAsync(GivenAssessment.AssessorEmail),
            GivenAssessment.AssessorEmail,
            "Nadège K."
        );

        var read = await app.WithAsync(
            (LabellingDbContext db) => new AssessmentPersonalData(db).ReadAsync(key, default)
        );
        await app.WithAsync(
            (LabellingDbContext db) => new AssessmentPersonalData(db).EraseAsync(key, Pseudonym, default)
        );

        var message = await app.WithAsync((LabellingDbContext db) => db.Messages.AsNoTracking().SingleAsync());
        var file = await app.FileAsync(id);
        Assert.That(read.Select(r => r.Kind), Is.EqualTo(new[] { "Message", "Demande de compléments" }));
        Assert.That((message.By, message.Text), Is.EqualTo((Pseudonym, "Bonjour à tous.")));
        Assert.That((file.AssessorName, file.AssessorEmail), Is.EqualTo((Pseudonym, (string?)null)));
        Assert.That(
            await app.WithAsync((LabellingDbContext db) => db.Completions.Select(r => r.AskedBy).SingleAsync()),
            Is.EqualTo(Pseudonym)
        );
    }
}
