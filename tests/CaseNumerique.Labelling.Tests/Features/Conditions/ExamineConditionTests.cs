using System.Net;
using CaseNumerique.SharedKernel;
using CaseNumerique.TestKit;
using NUnit.Framework;

namespace CaseNumerique.Labelling.Tests.Features.Conditions;

internal sealed class ExamineConditionTests
{
    private const string NoticeLink = "main a[href*='/mise-en-demeure?reserve=']";

    [Test]
    public async Task A_condition_that_is_overdue_leads_to_a_formal_notice_that_says_why()
    {
        await using var app = await App.StartAsync();
        var id = await app.ConditionAsync(days: 60);
        var before = await (await app.BrowserAsync(Roles.Agent)).GetAsync(GivenCondition.UrlOf(id, "examen"));
        app.Clock.Advance(TimeSpan.FromDays(61));
        var agent = await app.BrowserAsync(Roles.Agent);
        var todo = await agent.GetAsync("/gestion");
        var examined = await agent.GetAsync(GivenCondition.UrlOf(id, "examen"));

        var form = await agent.GetAsync(examined.Document.QuerySelector(NoticeLink)!.GetAttribute("href")!);
        var reasons = form.Document.QuerySelector("textarea")!.TextContent.Replace('\u00A0', ' ');
        var sent = await agent.SubmitAsync(form, "main form", []);

        var after = await agent.GetAsync(GivenCondition.UrlOf(id, "examen"));
        Assert.Multiple(() =>
        {
            Assert.That(before.Document.QuerySelector(NoticeLink), Is.Null);
            Assert.That(todo.Text, Does.Contain("vous pouvez mettre l’espace en demeure"));
            Assert.That(reasons, Does.Contain("Compléter A1").And.Contain("23 janvier 2027 inclus"));
            Assert.That(reasons, Does.Contain("Une attestation").And.Contain("Aucune preuve n’a été reçue."));
            Assert.That(sent.Text, Does.Contain("La mise en demeure est envoyée.").And.Contain("Compléter A1"));
            Assert.That(after.Text, Does.Contain("Une mise en demeure est en cours pour ce label."));
            Assert.That(after.Document.QuerySelector(NoticeLink), Is.Null);
        });
        Assert.That((await agent.GetAsync("/gestion")).Text, Does.Contain("Une mise en demeure est en cours."));
    }

    [Test]
    public async Task What_is_not_overdue_or_of_another_label_fills_in_nothing()
    {
        await using var app = await App.StartAsync();
        var id = await app.ConditionAsync();
        var agent = await app.BrowserAsync(Roles.Agent);

        foreach (var condition in (Guid[])[id, Guid.NewGuid()])
        {
            var form = await agent.GetAsync(
                $"/gestion/labellisation/labels/CASE-001/mise-en-demeure?reserve={condition}"
            );
            Assert.That(form.Status, Is.EqualTo(HttpStatusCode.OK));
            Assert.That(form.Document.QuerySelector("textarea")!.TextContent.Trim(), Is.Empty);
        }
    }
}
