using System.Net;
using CaseNumerique.Contracts.Labelling;
using CaseNumerique.Labelling.Data;
using CaseNumerique.SharedKernel;
using CaseNumerique.TestKit;
using Microsoft.EntityFrameworkCore;
using NUnit.Framework;

namespace CaseNumerique.Labelling.Tests.Features.LabelApplications;

internal sealed class WithdrawApplicationTests
{
    [TestCase(ApplicationStatus.Draft, "/retrait")]
    [TestCase(ApplicationStatus.Refused, "/retrait")]
    [TestCase(ApplicationStatus.Submitted, "/abandon")]
    public async Task What_cannot_be_taken_back_has_no_such_page(ApplicationStatus status, string path)
    {
        await using var app = await StartAsync();
        var id = await app.FileAsync(status);
        var browser = await app.HeleneAsync();

        Assert.That((await browser.GetAsync(GivenDraft.Url(id, path))).Status, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That((await browser.GetAsync(GivenDraft.Url(id))).Body, Does.Not.Contain($"{id}{path}"));
    }

    [Test]
    public async Task ÉcoNum_takes_nothing_back_in_the_EPNs_place()
    {
        await using var app = await StartAsync();
        var id = await app.FileAsync(ApplicationStatus.Submitted);
        var agent = await app.BrowserAsync(Roles.Agent);

        Assert.That(
            (await agent.GetAsync(GivenDraft.Url(id, "/retrait"))).Status,
            Is.EqualTo(HttpStatusCode.Forbidden)
        );
    }

    [Test]
    public async Task A_withdrawal_has_reasons_and_both_sides_are_told()
    {
        await using var app = await StartAsync();
        var id = await app.FileAsync(ApplicationStatus.UnderAssessment);
        var browser = await app.HeleneAsync();
        var form = await browser.GetAsync(GivenDraft.Url(id, "/retrait"));

        var refused = await browser.SubmitAsync(form, "main form", []);
        var done = await browser.SubmitAsync(
            refused,
            "main form",
            new() { ["Form.Reason"] = "L’association se dissout." }
        );
        await app.DispatchAsync();

        Assert.That(refused.Text, Does.Contain("Indiquez pourquoi vous retirez la demande"));
        Assert.That(done.Text, Does.Contain("La demande est retirée.").And.Contain("L’association se dissout."));
        Assert.That((await app.FileAsync(id)).Status, Is.EqualTo(ApplicationStatus.Withdrawn));
        Assert.That(app.Announced<LabelApplicationMoved>().Single().Move, Is.EqualTo("retrait"));
        Assert.That(
            (await app.MailsAsync()).Select(m => (m.ToAddress, m.Subject)),
            Is.EquivalentTo(
                new[]
                {
                    (Given.ManagerEmail, "La demande CN-2026-0001 est retirée"),
                    ("nadege@econum.example", "La demande CN-2026-0001 est retirée"),
                }
            )
        );
    }

    [Test]
    public async Task A_draft_is_given_up_without_a_mail_and_another_can_begin()
    {
        await using var app = await StartAsync();
        var id = await app.FileAsync(ApplicationStatus.Draft);
        var browser = await app.HeleneAsync();

        var list = await browser.SubmitAsync(await browser.GetAsync(GivenDraft.Url(id, "/abandon")), "main form", []);
        await app.DispatchAsync();
        var anew = await browser.GetAsync("/gestion/labellisation/demandes/nouvelle");

        Assert.That(list.Text, Does.Contain("Le brouillon est abandonné."));
        Assert.That((await app.FileAsync(id)).Status, Is.EqualTo(ApplicationStatus.Abandoned));
        Assert.That(await app.MailsAsync(), Is.Empty);
        Assert.That(anew.Document.QuerySelector("main form"), Is.Not.Null);
    }

    private static async Task<App> StartAsync()
    {
        var app = await App.StartAsync();
        await app.LesBaniansAsync();
        return app;
    }
}
