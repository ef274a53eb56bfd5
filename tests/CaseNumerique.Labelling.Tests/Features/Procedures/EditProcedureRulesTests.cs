using System.Net;
using CaseNumerique.Labelling.Data;
using CaseNumerique.SharedKernel;
using CaseNumerique.TestKit;
using Microsoft.EntityFrameworkCore;
using NUnit.Framework;

namespace CaseNumerique.Labelling.Tests.Features.Procedures;

public class EditProcedureRulesTests
{
    private const string Url = "/gestion/parametres/procedure";

    [Test]
    public async Task An_agent_may_not_change_the_rules()
    {
        await using var app = await App.StartAsync();
        var browser = await app.BrowserAsync(Roles.Agent);

        Assert.That((await browser.GetAsync(Url)).Status, Is.EqualTo(HttpStatusCode.Forbidden));
    }

    [Test]
    public async Task A_change_is_a_new_version_and_the_history_says_what_changed()
    {
        await using var app = await App.StartAsync();
        var browser = await app.BrowserAsync(Roles.Administrator);

        var page = await browser.SubmitAsync(
            await browser.GetAsync(Url),
            "main form",
            new()
            {
                ["Form.CompletionDays"] = "45",
                ["Form.HasCommittee"] = "false",
                ["Form.Reason"] = "Les îles ont besoin de temps",
            }
        );

        Assert.That(page.Text, Does.Contain("Les nouvelles règles sont en vigueur."));
        Assert.That(page.Text, Does.Contain("Compléter un dossier : 45 jours, au lieu de 30 jours."));
        Assert.That(page.Text, Does.Contain("Comité : non, au lieu de oui."));
        var versions = await app.WithAsync(
            (LabellingDbContext db) => db.ProcedureRules.OrderBy(r => r.Number).ToListAsync()
        );
        Assert.That(
            versions.Select(r => (r.Number, r.CompletionDays, r.HasCommittee, r.NoticeDays, r.PreDiagnosticDays)),
            Is.EqualTo(new[] { (1, 30, true, 30, 90), (2, 45, false, 30, 90) })
        );
    }

    [TestCase("Form.CompletionDays", "0", "Indiquez de 1 à 180 jours.")]
    [TestCase("Form.QuorumPercent", "101", "Indiquez de 1 à 100 %.")]
    [TestCase("Form.RenewalOpensDays", "", "Indiquez un nombre, de 30 à 730 jours.")]
    [TestCase("Form.PreDiagnosticDays", "731", "Indiquez de 1 à 730 jours.")]
    [TestCase("Form.Reason", "", "Indiquez pourquoi les règles changent.")]
    public async Task A_wrong_answer_is_refused(string field, string value, string message)
    {
        await using var app = await App.StartAsync();
        var browser = await app.BrowserAsync(Roles.Administrator);

        var page = await browser.SubmitAsync(
            await browser.GetAsync(Url),
            "main form",
            new() { ["Form.Reason"] = "Un motif", [field] = value }
        );

        Assert.That(page.Text, Does.Contain(message));
        Assert.That(await app.WithAsync((LabellingDbContext db) => db.ProcedureRules.CountAsync()), Is.EqualTo(1));
    }

    [Test]
    public async Task Of_two_editors_the_later_reads_both_versions_first()
    {
        await using var app = await App.StartAsync();
        var browser = await app.BrowserAsync(Roles.Administrator);
        var form = await browser.GetAsync(Url);
        await browser.SubmitAsync(form, "main form", new() { ["Form.NoticeDays"] = "40", ["Form.Reason"] = "Un" });

        var page = await browser.SubmitAsync(
            form,
            "main form",
            new() { ["Form.NoticeDays"] = "50", ["Form.Reason"] = "Deux" }
        );
        Assert.That(page.Text, Does.Contain("Quelqu’un a publié d’autres règles pendant que vous écriviez."));
        Assert.That(page.Text, Does.Contain("Répondre à une mise en demeure40 jours50 jours"));

        await browser.SubmitAsync(page, "main form", []);
        var rules = await app.WithAsync((LabellingDbContext db) => db.ProcedureRules.InForceAsync(default));
        Assert.That((rules.Number, rules.NoticeDays, rules.Reason), Is.EqualTo((3, 50, "Deux")));
    }
}
