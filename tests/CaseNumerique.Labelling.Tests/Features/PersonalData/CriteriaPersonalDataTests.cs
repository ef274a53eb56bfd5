using CaseNumerique.Labelling.Features.PersonalData;
using CaseNumerique.SharedKernel;
using CaseNumerique.TestKit;
using NUnit.Framework;

namespace CaseNumerique.Labelling.Tests.Features.PersonalData;

public class CriteriaPersonalDataTests
{
    [Test]
    public async Task Who_wrote_a_version_reads_so_and_is_forgotten_under_a_pseudonym()
    {
        await using var app = await App.StartAsync();
        var author = new Person("admin@w.example", Roles.Administrator) { Name = "Aline T." };
        var browser = await app.BrowserAsync(author);
        await browser.SubmitAsync(
            await browser.GetAsync("/gestion/parametres/referentiels/nouveau"),
            "main form",
            new() { ["Form.Title"] = "Référentiel revu" }
        );
        await browser.SubmitAsync(
            await browser.GetAsync($"{GivenSetDraft.Url}/publier"),
            "main form",
            new() { ["Form.Reason"] = "Voté" }
        );
        var draft = await browser.SubmitAsync(
            await browser.GetAsync("/gestion/parametres/charte/nouvelle"),
            "main form",
            []
        );
        await browser.SubmitAsync(
            await browser.GetAsync($"{draft.Url}/publier"),
            "main form",
            new() { ["Form.Reason"] = "Voté" }
        );
        await browser.SubmitAsync(
            await browser.GetAsync("/gestion/parametres/procedure"),
            "main form",
            new() { ["Form.Reason"] = "Voté" }
        );
        var key = new PersonKey(await author.EnsureAsync(app), author.Email, author.Name);

        var records = await app.WithAsync((IEnumerable<IPersonalData> all) => Own(all).ReadAsync(key, default));
        Assert.That(records.Select(r => r.Kind), Is.EqualTo(new[] { "Référentiel", "Charte", "Règles de procédure" }));
        Assert.That(records.SelectMany(r => r.Facts).Count(f => f.Value == "Aline T."), Is.EqualTo(5));

        await app.WithAsync((IEnumerable<IPersonalData> all) => Own(all).EraseAsync(key, "Personne 7", default));
        records = await app.WithAsync((IEnumerable<IPersonalData> all) => Own(all).ReadAsync(key, default));
        Assert.That(records.SelectMany(r => r.Facts).Count(f => f.Value == "Personne 7"), Is.EqualTo(5));
        Assert.That((await app.SetAsync(2)).PublishedBy, Is.EqualTo("Personne 7"));
    }

    private static CriteriaPersonalData Own(IEnumerable<IPersonalData> all) =>
        all.OfType<CriteriaPersonalData>().Single();
}
