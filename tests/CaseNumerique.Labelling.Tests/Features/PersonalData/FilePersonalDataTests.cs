using CaseNumerique.Labelling.Data;
using CaseNumerique.Labelling.Features.PersonalData;
using CaseNumerique.SharedKernel;
using CaseNumerique.TestKit;
using Microsoft.EntityFrameworkCore;
using NUnit.Framework;

namespace CaseNumerique.Labelling.Tests.Features.PersonalData;

public class FilePersonalDataTests
{
    private const string Pseudonym = "Personne effacée 7F3A";

    [Test]
    public async Task What_a_person_wrote_in_files_is_shown_to_them_and_stays_under_a_pseudonym()
    {
        await using var app = await App.StartAsync();
        await app.LesBaniansAsync();
        var helene = new Person("helene@test.example", Roles.Manager) { Name = "Hélène Wadra", EpnIds = [Given.EpnId] };
        var key = new PersonKey(await helene.EnsureAsync(app), helene.Email, helene.Name);
        var id = await FileAsync(app, await app.BrowserAsync(helene));

        var before = await ReadAsync(app, key);
        await app.WithAsync((LabellingDbContext db) => new FilePersonalData(db).EraseAsync(key, Pseudonym, default));
        await app.WithAsync((LabellingDbContext db) => new FilePersonalData(db).EraseAsync(key, Pseudonym, default));

        Assert.That(
            before.Select(r => r.Kind),
            Is.EqualTo(new[] { "Demande de label", "Ligne d’un dossier", "Réponses à des critères", "Pièce ajoutée" })
        );
        var file = await app.FileAsync(id);
        Assert.That(
            (file.SubmittedBy, file.CharterSignedBy, (await app.AnswerAsync(id, "A1")).AnsweredBy),
            Is.EqualTo((Pseudonym, Pseudonym, Pseudonym))
        );
        Assert.That(await NamesAsync(app), Has.None.EqualTo(helene.Name));
        // The seal still holds.
        var filed = await app.WithAsync((LabellingDbContext db) => db.FiledVersions.SingleAsync());
        Assert.That(SealedContent.SealOf(filed.Json), Is.EqualTo(file.Seal));
        Assert.That(filed.Json, Does.Not.Contain(helene.Name));
    }

    [Test]
    public async Task Whoever_has_no_account_has_written_in_no_file()
    {
        await using var app = await App.StartAsync();

        Assert.That(await ReadAsync(app, new PersonKey(null, Given.ManagerEmail, "Hélène W.")), Is.Empty);
    }

    /// <summary>She answers, adds a proof, signs and files.</summary>
    private static async Task<Guid> FileAsync(App app, Browser browser)
    {
        var id = await app.CompleteFileAsync();
        await browser.SubmitAsync(
            await browser.GetAsync(GivenDraft.Url(id, "/criteres/A")),
            "main form",
            new() { ["Form.Answers[0].Score"] = "3" }
        );
        await browser.SubmitAsync(
            await browser.GetAsync($"/gestion/labellisation/pieces/nouvelle?espace={Given.EpnId}"),
            "main form",
            new() { ["Form.Title"] = "Statuts", ["Form.Link"] = "https://banians.example/statuts" }
        );
        await browser.SubmitAsync(
            await browser.GetAsync(GivenDraft.Url(id, "/charte")),
            "main form",
            new()
            {
                ["Form.Name"] = "Hélène Wadra",
                ["Form.Function"] = "Présidente",
                ["Form.IsAccepted"] = "true",
            }
        );
        await browser.SubmitAsync(await browser.GetAsync(GivenDraft.Url(id, "/depot")), "main form", []);
        return id;
    }

    private static Task<IReadOnlyList<PersonalRecord>> ReadAsync(App app, PersonKey person) =>
        app.WithAsync((LabellingDbContext db) => new FilePersonalData(db).ReadAsync(person, default));

    private static Task<List<string?>> NamesAsync(App app) =>
        app.WithAsync(
            async (LabellingDbContext db) =>
            {
                List<string?> names =
                [
                    .. await db.ApplicationEvents.Select(e => e.By).ToListAsync(),
                    .. await db.Evidence.Select(e => e.AddedBy).ToListAsync(),
                    .. await db.Answers.Select(a => a.AnsweredBy).ToListAsync(),
                ];
                foreach (var file in await db.Applications.AsNoTracking().ToListAsync())
                {
                    names.AddRange([file.StartedBy, file.SubmittedBy, file.CharterSignedBy]);
                }

                return names;
            }
        );
}
