using System.Net;
using System.Text.Json;
using CaseNumerique.Labelling.Data;
using CaseNumerique.SharedKernel;
using CaseNumerique.TestKit;
using Microsoft.EntityFrameworkCore;
using NUnit.Framework;

namespace CaseNumerique.Labelling.Tests.Features.LabelApplications;

internal sealed class AnswerChapterTests
{
    // C1 is the first of its chapter; C3 may be without object, C1 may not.
    private const string C1 = "Form.Answers[0]";
    private const string C3 = "Form.Answers[2]";

    [Test]
    public async Task Each_criterion_shows_the_mark_of_the_files_context()
    {
        await using var app = await StartAsync();
        var id = await app.FileAsync(ApplicationStatus.Draft);
        var browser = await app.HeleneAsync();

        var page = await OpenAsync(browser, id);

        Assert.That(
            page.Text,
            Does.Contain("Étape 4 sur 11 : C. Animation").And.Contain("Conforme : Un mi-temps au moins")
        );
        Assert.That(
            (await browser.GetAsync(GivenDraft.Url(id, "/criteres/Z"))).Status,
            Is.EqualTo(HttpStatusCode.NotFound)
        );
    }

    [Test]
    public async Task An_answer_is_saved_with_who_gave_it_and_its_proofs()
    {
        await using var app = await StartAsync();
        var id = await app.FileAsync(ApplicationStatus.Draft);
        var proof = await app.ProofAsync("Contrat de Jo");
        var others = await app.ProofAsync("La leur", epnId: await OtherAsync(app));
        var browser = await app.HeleneAsync();

        var page = await browser.PostAsync(
            await OpenAsync(browser, id),
            await TypedAsync(app, "C1", score: "3", comment: "Deux animateurs.", proofs: [proof, others])
        );

        var answer = await app.AnswerAsync(id, "C1");
        Assert.That(page.Url, Does.EndWith("/criteres/D"));
        Assert.That(
            (answer.SelfScore, answer.Comment, answer.AnsweredBy),
            Is.EqualTo(((int?)3, "Deux animateurs.", "Hélène W."))
        );
        Assert.That(await app.ProofsOfAsync(id, "C1"), Is.EqualTo(new[] { "Contrat de Jo" }));
    }

    [Test]
    public async Task A_wrong_answer_leaves_its_neighbours_saved()
    {
        await using var app = await StartAsync();
        var id = await app.FileAsync(ApplicationStatus.Draft);
        var browser = await app.HeleneAsync();
        var form = await OpenAsync(browser, id);

        var page = await browser.SubmitAsync(
            form,
            "main form",
            new()
            {
                [$"{C1}.Score"] = "1",
                [$"{C1}.Comment"] = new string('x', Answer.CommentMaxLength + 1),
                [$"{C3}.Score"] = "NA",
            }
        );

        Assert.That(page.Text, Does.Contain("C1 : résumez en 2 000 caractères. Le reste est enregistré."));
        Assert.That(page.Text, Does.Contain("C3 : dites en commentaire pourquoi il est sans objet."));
        Assert.That(
            page.Document.QuerySelector("#Form_Answers_0__Comment")!.TextContent.Trim(),
            Has.Length.EqualTo(2001)
        );
        Assert.That((await app.AnswerAsync(id, "C1")).SelfScore, Is.EqualTo(1));
        Assert.That((await app.AnswerAsync(id, "C3")).IsNotApplicable, Is.True);
    }

    [Test]
    public async Task Only_what_allows_it_is_without_object()
    {
        await using var app = await StartAsync();
        var id = await app.FileAsync(ApplicationStatus.Draft);
        var browser = await app.HeleneAsync();

        var page = await browser.PostAsync(await OpenAsync(browser, id), await TypedAsync(app, "C1", score: "NA"));

        Assert.That(page.Text, Does.Contain("C1 ne peut pas être sans objet"));
        Assert.That((await app.AnswerAsync(id, "C1")).SelfScore, Is.EqualTo(2));
    }

    [Test]
    public async Task Two_people_at_one_criterion_see_both_versions_and_lose_nothing()
    {
        await using var app = await StartAsync();
        var id = await app.FileAsync(ApplicationStatus.Draft);
        var helene = await app.HeleneAsync();
        var jo = await app.BrowserAsync(
            new Person("jo@test.example", Roles.Facilitator)
            {
                Name = "Jo P.",
                EpnIds = [Given.EpnId],
                CanEdit = true,
            }
        );
        var early = await OpenAsync(helene, id);
        await jo.SubmitAsync(
            await OpenAsync(jo, id),
            "main form",
            new() { [$"{C1}.Score"] = "1", [$"{C1}.Comment"] = "Un tiers de temps." }
        );

        var page = await helene.SubmitAsync(early, "main form", new() { [$"{C1}.Score"] = "3", [$"{C3}.Score"] = "3" });

        Assert.That(page.Text, Does.Contain("C1 : Jo P. a répondu entre-temps (note 1, « Un tiers de temps. »)"));
        Assert.That(
            page.Document.QuerySelector($"input[name='{C1}.Score'][value='3']")!.HasAttribute("checked"),
            Is.True
        );
        Assert.That((await app.AnswerAsync(id, "C1")).SelfScore, Is.EqualTo(1));
        Assert.That((await app.AnswerAsync(id, "C3")).SelfScore, Is.EqualTo(3));

        await helene.SubmitAsync(page, "main form", []);
        Assert.That((await app.AnswerAsync(id, "C1")).SelfScore, Is.EqualTo(3));
    }

    [Test]
    public async Task The_script_saves_in_between_and_is_told_the_new_versions()
    {
        await using var app = await StartAsync();
        var id = await app.FileAsync(ApplicationStatus.Draft);
        var browser = await app.HeleneAsync();
        var form = await OpenAsync(browser, id);

        var said = await AutosaveAsync(browser, form, await TypedAsync(app, "C1", score: "3"));

        Assert.That(said.GetProperty("left").GetInt32(), Is.Zero);
        Assert.That(said.GetProperty("saved").GetString(), Does.StartWith("Brouillon enregistré aujourd’hui à"));
        Assert.That(
            said.GetProperty("fields").GetProperty($"{C1}.Version").GetString(),
            Is.EqualTo($"{(await app.AnswerAsync(id, "C1")).Version}")
        );
        Assert.That((await app.AnswerAsync(id, "C1")).SelfScore, Is.EqualTo(3));
    }

    [Test]
    public async Task The_script_never_overwrites_what_somebody_else_has_saved()
    {
        await using var app = await StartAsync();
        var id = await app.FileAsync(ApplicationStatus.Draft);
        var browser = await app.HeleneAsync();
        var early = await OpenAsync(browser, id);
        await AutosaveAsync(browser, early, await TypedAsync(app, "C1", score: "1"));

        var said = await AutosaveAsync(browser, early, await TypedAsync(app, "C1", score: "3"));

        Assert.That(said.GetProperty("left").GetInt32(), Is.EqualTo(1));
        Assert.That(said.GetProperty("fields").TryGetProperty($"{C1}.Version", out _), Is.False);
        Assert.That((await app.AnswerAsync(id, "C1")).SelfScore, Is.EqualTo(1));
    }

    [Test]
    public async Task A_proof_is_added_on_the_spot_once_all_is_saved()
    {
        await using var app = await StartAsync();
        var id = await app.FileAsync(ApplicationStatus.Draft);
        var browser = await app.HeleneAsync();
        var typed = await TypedAsync(app, "C1", score: "3");
        typed["ajouter"] = "C1";

        var form = await browser.PostAsync(await OpenAsync(browser, id), typed);
        var back = await browser.SubmitAsync(
            form,
            "main form",
            new() { ["Form.Title"] = "Fiche de poste", ["Form.Link"] = "https://banians.example/poste" }
        );

        Assert.That(form.Text, Does.Contain("pour le critère C1"));
        Assert.That(back.Url, Does.Contain($"/{id}/criteres/C"));
        Assert.That((await app.AnswerAsync(id, "C1")).SelfScore, Is.EqualTo(3));
        Assert.That(await app.ProofsOfAsync(id, "C1"), Is.EqualTo(new[] { "Fiche de poste" }));
    }

    private static async Task<App> StartAsync()
    {
        var app = await App.StartAsync();
        await app.LesBaniansAsync();
        return app;
    }

    private static async Task<Guid> OtherAsync(App app)
    {
        var id = Guid.NewGuid();
        await app.EpnAsync(id, "La Source");
        return id;
    }

    private static async Task<JsonElement> AutosaveAsync(Browser browser, Page form, Dictionary<string, string> typed)
    {
        const string token = "__RequestVerificationToken";
        typed[token] = form.Document.QuerySelector($"input[name={token}]")!.GetAttribute("value")!;
        using var request = new HttpRequestMessage(HttpMethod.Post, form.Url);
        request.Content = new FormUrlEncodedContent(typed);
        request.Headers.Add("X-Draft", "1");
        using var answer = await browser.Client.SendAsync(request);
        using var said = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        return said.RootElement.Clone();
    }

    private static Task<Page> OpenAsync(Browser browser, Guid id) =>
        browser.GetAsync(GivenDraft.Url(id, "/criteres/C"));

    /// <summary>One answer alone, as a form that holds no other would send it.</summary>
    private static async Task<Dictionary<string, string>> TypedAsync(
        App app,
        string code,
        string score,
        string comment = "",
        Guid[]? proofs = null
    )
    {
        var criterion = await app.WithAsync((LabellingDbContext db) => db.Criteria.SingleAsync(k => k.Code == code));
        Dictionary<string, string> typed = new()
        {
            [$"{C1}.CriterionId"] = $"{criterion.Id}",
            [$"{C1}.Score"] = score,
            [$"{C1}.Comment"] = comment,
            [$"{C1}.Version"] = "0",
        };
        foreach (var (i, proof) in (proofs ?? []).Index())
        {
            typed[$"{C1}.Proofs[{i}]"] = $"{proof}";
        }

        return typed;
    }
}
