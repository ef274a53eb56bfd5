using CaseNumerique.Labelling.Data;
using CaseNumerique.TestKit;
using NUnit.Framework;

namespace CaseNumerique.Labelling.Tests.Features.Completions;

internal sealed class GrantTimeTests
{
    [Test]
    public async Task The_EPN_asks_once_and_the_assessor_gives_time_once()
    {
        await using var app = await App.StartAsync();
        await app.LesBaniansAsync();
        var id = await app.FileAsync(ApplicationStatus.Admissibility);
        var assessor = await app.AssessorOfAsync(id);
        await assessor.AskAsync(app, id, "C1", "Le contrat.");
        var manager = await app.ManagerAsync();

        await AskForTimeAsync(manager, id);
        var again = await AskForTimeAsync(manager, id);
        var todo = await assessor.GetAsync("/gestion");
        var due = app.Today.AddDays(60);
        await SettleAsync(assessor, id, new() { ["Form.IsGranted"] = "true", ["Form.DueOn"] = $"{due:O}" });
        var twice = await SettleAsync(assessor, id, new() { ["Form.IsGranted"] = "true" });

        Assert.That(again.Text, Does.Contain("Le délai ne se prolonge qu’une fois."));
        Assert.That(todo.Text, Does.Contain("Répondre à la demande de délai de Les Banians"));
        Assert.That((await app.FileAsync(id)).CompletionDueOn, Is.EqualTo(due));
        Assert.That(twice.Text, Does.Contain("Le délai est déjà prolongé"));
        Assert.That(await app.SubjectsToAsync(Given.ManagerEmail), Has.One.StartsWith("Délai pour compléter"));
        Assert.That(
            await app.SubjectsToAsync(GivenAssessment.AssessorEmail),
            Has.One.StartsWith("Plus de temps demandé")
        );
    }

    [Test]
    public async Task A_refusal_wants_a_reason_and_leaves_the_day()
    {
        await using var app = await App.StartAsync();
        await app.LesBaniansAsync();
        var id = await app.FileAsync(ApplicationStatus.Admissibility);
        var assessor = await app.AssessorOfAsync(id);
        await assessor.AskAsync(app, id, "C1", "Le contrat.");

        var refused = await SettleAsync(assessor, id, new() { ["Form.IsGranted"] = "false" });
        await SettleAsync(
            assessor,
            id,
            new() { ["Form.IsGranted"] = "false", ["Form.Reason"] = "Le contrat date de mars." }
        );

        Assert.That(refused.Text, Does.Contain("Dites à l’espace pourquoi le délai est maintenu."));
        Assert.That((await app.FileAsync(id)).CompletionDueOn, Is.EqualTo(app.Today.AddDays(30)));
        Assert.That(
            (await (await app.ManagerAsync()).GetAsync(GivenAssessment.UrlOf(id))).Text,
            Does.Contain("Délai maintenu").And.Contain("Le contrat date de mars.")
        );
    }

    private static async Task<Page> AskForTimeAsync(Browser browser, Guid id) =>
        await browser.SubmitAsync(
            await browser.GetAsync(GivenAssessment.UrlOf(id, "/complements/delai")),
            "main form",
            new() { ["Form.Reason"] = "La mairie signe le 15." }
        );

    private static async Task<Page> SettleAsync(Browser browser, Guid id, Dictionary<string, string> values) =>
        await browser.SubmitAsync(
            await browser.GetAsync(GivenAssessment.UrlOf(id, "/complements/prolongation")),
            "main form",
            values
        );
}
