using System.Net;
using System.Text.RegularExpressions;
using CaseNumerique.Labelling.Data;
using CaseNumerique.TestKit;
using NUnit.Framework;

namespace CaseNumerique.Labelling.Tests.Features.Opinions;

internal sealed partial class AskOpinionTests
{
    private const string Outside = "sud@province.example";

    [Test]
    public async Task Somebody_outside_answers_once_without_an_account()
    {
        await using var app = await App.StartAsync();
        await app.LesBaniansAsync();
        var id = await app.FileAsync(ApplicationStatus.UnderAssessment);
        var assessor = await app.AssessorOfAsync(id);

        await AskAsync(assessor, id);
        var link = await LinkAsync(app);
        var visitor = app.Anonymous();
        var page = await visitor.GetAsync(link);
        var thanks = await visitor.SubmitAsync(
            page,
            "main form",
            new() { ["Form.Answer"] = "Favorable, sans réserve." }
        );
        var again = await visitor.SubmitAsync(page, "main form", new() { ["Form.Answer"] = "Autre avis." });

        Assert.That(page.Text, Does.Contain("Que pensez-vous").And.Contain("Un espace ouvert à tous"));
        Assert.That(thanks.Text, Does.Contain("Merci. Votre avis est transmis"));
        Assert.That(again.Text, Does.Contain("Cet avis est déjà donné"));
        Assert.That(
            (await assessor.GetAsync(GivenAssessment.UrlOf(id, "/avis-exterieurs"))).Text,
            Does.Contain("Favorable, sans réserve.").And.Not.Contain("Autre avis.")
        );
        Assert.That(
            await app.SubjectsToAsync(GivenAssessment.AssessorEmail),
            Has.One.StartsWith("Avis extérieur reçu")
        );
    }

    [Test]
    public async Task A_link_that_nobody_wrote_opens_nothing()
    {
        await using var app = await App.StartAsync();

        foreach (var token in (string[])["abc", Guid.NewGuid().ToString(), new string('A', 120)])
        {
            Assert.That(
                (await app.Anonymous().GetAsync($"/avis-exterieur/{token}")).Status,
                Is.EqualTo(HttpStatusCode.NotFound)
            );
        }
    }

    [Test]
    public async Task The_EPN_does_not_read_it_and_the_mail_is_shown_to_nobody_else()
    {
        await using var app = await App.StartAsync();
        await app.LesBaniansAsync();
        var id = await app.FileAsync(ApplicationStatus.UnderAssessment);
        await AskAsync(await app.AssessorOfAsync(id), id);
        await app.DispatchAsync();
        var manager = await app.ManagerAsync();

        Assert.That(
            (await manager.GetAsync(GivenAssessment.UrlOf(id, "/avis-exterieurs"))).Status,
            Is.EqualTo(HttpStatusCode.Forbidden)
        );
        Assert.That((await app.MailsAsync()).Single(m => m.ToAddress == Outside).IsSecret);
    }

    [Test]
    public async Task After_the_opinion_nobody_waits_for_it_any_longer()
    {
        await using var app = await App.StartAsync();
        await app.LesBaniansAsync();
        var id = await app.FileAsync(ApplicationStatus.UnderAssessment, assessorScore: 2);
        var assessor = await app.AssessorOfAsync(id);
        await AskAsync(assessor, id);
        var link = await LinkAsync(app);
        await assessor.SubmitAsync(
            await assessor.GetAsync(GivenAssessment.UrlOf(id, "/avis")),
            "main form",
            new() { ["Form.Opinion"] = "Favourable", ["Form.Reasons"] = "Tout est conforme sur place." }
        );

        var late = await app.Anonymous().GetAsync(link);

        Assert.That(late.Text, Does.Contain("Cet avis n’est plus attendu"));
        Assert.That(late.Document.QuerySelector("main form"), Is.Null);
    }

    private static async Task AskAsync(Browser assessor, Guid id) =>
        await assessor.SubmitAsync(
            await assessor.GetAsync(GivenAssessment.UrlOf(id, "/avis-exterieurs")),
            "main form",
            new()
            {
                ["Form.Name"] = "Province Sud",
                ["Form.Email"] = Outside,
                ["Form.Question"] = "Que pensez-vous de ce projet ?",
            }
        );

    private static async Task<string> LinkAsync(App app)
    {
        await app.DispatchAsync();
        var mail = (await app.MailsAsync()).Single(m => m.ToAddress == Outside);
        return Link().Match(await mail.TextAsync()).Value;
    }

    [GeneratedRegex("/avis-exterieur/[A-Za-z0-9_-]+")]
    private static partial Regex Link();
}
