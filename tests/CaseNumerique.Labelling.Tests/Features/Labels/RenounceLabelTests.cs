using System.Net;
using CaseNumerique.Contracts.Labelling;
using CaseNumerique.Labelling.Data;
using CaseNumerique.Labelling.Tests.Features.Verification;
using CaseNumerique.SharedKernel;
using CaseNumerique.TestKit;
using Microsoft.EntityFrameworkCore;
using NUnit.Framework;

namespace CaseNumerique.Labelling.Tests.Features.Labels;

public class RenounceLabelTests
{
    private const string Url = "/gestion/labellisation/labels/CASE-001/renonciation";
    private static readonly Dictionary<string, string> _sure = new()
    {
        ["Form.Reason"] = "L’association est dissoute",
        ["Form.IsSure"] = "true",
    };

    [TestCase(Roles.Manager, true, HttpStatusCode.OK)]
    [TestCase(Roles.Manager, false, HttpStatusCode.NotFound)]
    [TestCase(Roles.Facilitator, true, HttpStatusCode.Forbidden)]
    [TestCase(Roles.Agent, false, HttpStatusCode.Forbidden)]
    [TestCase(Roles.Administrator, false, HttpStatusCode.Forbidden)]
    public async Task Only_its_own_manager_gives_a_label_up(string role, bool isOwn, HttpStatusCode status)
    {
        await using var app = await VerifyLabelTests.StartAsync();
        var browser = await app.BrowserAsync(role, isOwn ? [Given.EpnId] : []);

        Assert.That((await browser.GetAsync(Url)).Status, Is.EqualTo(status));
    }

    [Test]
    public async Task Who_manages_another_space_and_helps_in_this_one_does_not_give_its_label_up()
    {
        await using var app = await VerifyLabelTests.StartAsync();
        var helper = await app.BrowserAsync(
            new Person("ailleurs@test.example", Roles.Manager) { HelpsIn = [Given.EpnId] }
        );

        var page = await helper.GetAsync(Url);
        var own = await helper.GetAsync("/gestion/labellisation/mes-labels");
        var forced = await helper.PostAsync(own with { Url = page.Url }, _sure);

        Assert.That((page.Status, forced.Status), Is.EqualTo((HttpStatusCode.Forbidden, HttpStatusCode.Forbidden)));
        Assert.That(own.Text, Does.Contain("Déclarer une fermeture").And.Not.Contain("Renoncer au label"));
        Assert.That(await app.StatusAsync(), Is.EqualTo(LabelStatus.Active));
    }

    [Test]
    public async Task It_is_saved_announced_told_and_public_without_the_reason()
    {
        await using var app = await VerifyLabelTests.StartAsync();
        await app.SetAdministrationAsync();
        var browser = await app.BrowserAsync(Roles.Manager, Given.EpnId);

        var page = await browser.SubmitAsync(await browser.GetAsync(Url), "main form", _sure);
        await app.DispatchAsync();

        var mails = await app.MailsAsync();
        var line = await app.WithAsync((LabellingDbContext db) => db.LabelEvents.SingleAsync());
        var verified = await app.Anonymous().GetAsync("/verification/CASE-001");
        Assert.Multiple(() =>
        {
            Assert.That(
                page.Text,
                Does.Contain("Le label est rendu.").And.Contain("L’espace a rendu ce label").Or.Contain("Rendu")
            );
            Assert.That(
                (line.What, line.Reason),
                Is.EqualTo(("Label rendu par l’espace", "L’association est dissoute"))
            );
            Assert.That(line.ById, Is.Not.Null);
            Assert.That(app.Announced<LabelStatusChanged>().Single().Status, Is.EqualTo("renonce"));
            Assert.That(app.Announced<LabelRenounced>().Single().On, Is.EqualTo(Given.Today));
            Assert.That(
                mails.Select(m => m.ToAddress),
                Is.EquivalentTo(new[] { Given.ManagerEmail, Given.FacilitatorEmail, "label@econum.example" })
            );
            Assert.That(verified.Text, Does.Contain("L’espace a rendu ce label").And.Not.Contain("dissoute"));
        });
    }

    [Test]
    public async Task Its_reminders_stop()
    {
        await using var app = await VerifyLabelTests.StartAsync(30);
        var browser = await app.BrowserAsync(Roles.Manager, Given.EpnId);
        await browser.SubmitAsync(await browser.GetAsync(Url), "main form", _sure);

        await app.RemindAsync();

        Assert.That(await app.RemindersAsync(), Is.Empty);
    }

    [Test]
    public async Task Without_reason_or_confirmation_nothing_happens_and_nothing_is_lost()
    {
        await using var app = await VerifyLabelTests.StartAsync();
        var browser = await app.BrowserAsync(Roles.Manager, Given.EpnId);
        var form = await browser.GetAsync(Url);

        var mute = await browser.SubmitAsync(form, "main form", new() { ["Form.IsSure"] = "true" });
        var unsure = await browser.SubmitAsync(form, "main form", new() { ["Form.Reason"] = "Dissoute" });

        Assert.That(mute.Text, Does.Contain("Indiquez le motif"));
        Assert.That(unsure.Text, Does.Contain("un label rendu ne se reprend pas").And.Contain("Dissoute"));
        Assert.That(await app.StatusAsync(), Is.EqualTo(LabelStatus.Active));
    }

    [TestCase("suspension", "Quelqu’un vient de décider, ou de modifier ce label.")]
    [TestCase("retrait", "il n’y a rien à rendre")]
    public async Task A_label_changed_meanwhile_is_not_overwritten(string act, string answer)
    {
        await using var app = await VerifyLabelTests.StartAsync();
        var browser = await app.BrowserAsync(Roles.Manager, Given.EpnId);
        var form = await browser.GetAsync(Url);
        await app.ChangeAsync("CASE-001", act);

        var page = await browser.SubmitAsync(form, "main form", _sure);

        Assert.That(page.Text, Does.Contain(answer).And.Contain("L’association est dissoute"));
        Assert.That(await app.StatusAsync(), Is.Not.EqualTo(LabelStatus.Renounced));
    }

    [Test]
    public async Task A_label_given_up_leaves_room_for_another()
    {
        await using var app = await VerifyLabelTests.StartAsync();
        var browser = await app.BrowserAsync(Roles.Manager, Given.EpnId);
        await browser.SubmitAsync(await browser.GetAsync(Url), "main form", _sure);

        var held = await app.WithAsync((LabellingDbContext db) => db.Labels.Held().CountAsync());

        Assert.That(held, Is.Zero);
    }
}
