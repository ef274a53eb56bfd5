using System.Net;
using CaseNumerique.Labelling.Data;
using CaseNumerique.SharedKernel;
using CaseNumerique.TestKit;
using Microsoft.EntityFrameworkCore;
using NUnit.Framework;

namespace CaseNumerique.Labelling.Tests.Features.Reminders;

public class EditReminderRulesTests
{
    private const string Url = "/gestion/parametres/relances";

    [Test]
    public async Task An_agent_may_not_change_the_rules()
    {
        await using var app = await App.StartAsync();
        var browser = await app.BrowserAsync(Roles.Agent);

        Assert.That((await browser.GetAsync(Url)).Status, Is.EqualTo(HttpStatusCode.Forbidden));
    }

    [Test]
    public async Task A_change_is_a_new_version_and_the_old_one_stays()
    {
        await using var app = await App.StartAsync();
        var browser = await app.BrowserAsync(Roles.Administrator);
        var form = await browser.GetAsync(Url);

        var page = await browser.SubmitAsync(
            form,
            "main form",
            new()
            {
                ["Form.ValidityMonths"] = "24",
                ["Form.AdministrationEmail"] = "label@econum.example",
                ["Form.Milestones[6].DaysBefore"] = "60",
                ["Form.Milestones[6].IsEnabled"] = "true",
                ["Form.Milestones[6].Manager"] = "true",
                ["Form.Reason"] = "Décision du comité",
            }
        );

        Assert.That(page.Text, Does.Contain("Les nouvelles règles sont en vigueur."));
        var versions = await app.WithAsync(
            (LabellingDbContext db) => db.ReminderRules.Include(r => r.Milestones).OrderBy(r => r.Number).ToListAsync()
        );
        Assert.That(versions.Select(r => (r.Number, r.ValidityMonths)), Is.EqualTo(new[] { (1, 36), (2, 24) }));
        Assert.That(versions[1].Milestones.Select(m => m.DaysBefore), Has.Member(60));
    }

    [Test]
    public async Task A_milestone_added_is_reminded_of()
    {
        await using var app = await App.StartAsync();
        await app.LesBaniansAsync();
        await app.LabelEndingInAsync(60);
        await app.RemindAsync();
        var browser = await app.BrowserAsync(Roles.Administrator);
        var form = await browser.GetAsync(Url);
        Dictionary<string, string> change = new()
        {
            ["Form.Milestones[6].DaysBefore"] = "60",
            ["Form.Milestones[6].IsEnabled"] = "true",
            ["Form.Milestones[6].Manager"] = "true",
            ["Form.Reason"] = "Essai",
        };
        await browser.SubmitAsync(form, "main form", change);

        await app.RemindAsync();

        Assert.That((await app.RemindersAsync()).Select(r => r.DaysBefore), Has.Member(60));
    }

    [TestCase("Form.ValidityMonths", "0", "La durée de validité va de 1 à 120 mois.")]
    [TestCase("Form.ValidityMonths", "trois", "« trois » ne peut pas être lu ici. Corrigez cette réponse.")]
    [TestCase("Form.Hour", "24", "L’heure d’envoi va de 0 à 23.")]
    [TestCase("Form.AdministrationEmail", "label", "Indiquez une adresse électronique, comme label@econum.example.")]
    [TestCase("Form.Milestones[0].DaysBefore", "90", "Deux jalons portent le même nombre de jours.")]
    [TestCase("Form.Milestones[0].DaysBefore", "900", "Un jalon va de 365 jours avant la fin à 30 jours après (−30).")]
    [TestCase("Form.Milestones[0].Manager", "false", "Choisissez au moins un destinataire pour chaque jalon actif.")]
    [TestCase("Form.Reason", "", "Indiquez pourquoi les règles changent.")]
    public async Task A_wrong_answer_is_refused_and_stays_in_the_form(string field, string value, string message)
    {
        await using var app = await App.StartAsync();
        var browser = await app.BrowserAsync(Roles.Administrator);
        var form = await browser.GetAsync(Url);
        Dictionary<string, string> typed = new() { ["Form.Reason"] = "Un motif que l’on garde" };
        typed[field] = value;

        var page = await browser.SubmitAsync(form, "main form", typed);

        Assert.That(page.Text, Does.Contain(message));
        if (field != "Form.Reason")
        {
            Assert.That(
                page.Document.QuerySelector("textarea")!.TextContent.Trim(),
                Is.EqualTo("Un motif que l’on garde")
            );
        }

        Assert.That(await app.WithAsync((LabellingDbContext db) => db.ReminderRules.CountAsync()), Is.EqualTo(1));
    }

    [Test]
    public async Task Rules_published_meanwhile_by_someone_else_are_not_overwritten()
    {
        await using var app = await App.StartAsync();
        var browser = await app.BrowserAsync(Roles.Administrator);
        var form = await browser.GetAsync(Url);
        await browser.SubmitAsync(form, "main form", new() { ["Form.Reason"] = "La première" });

        var page = await browser.SubmitAsync(form, "main form", new() { ["Form.Reason"] = "La seconde" });

        Assert.That(page.Text, Does.Contain("Quelqu’un a publié d’autres règles entre-temps."));
    }
}
