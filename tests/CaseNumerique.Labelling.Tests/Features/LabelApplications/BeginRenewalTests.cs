using System.Net;
using CaseNumerique.Contracts.Labelling;
using CaseNumerique.Labelling.Data;
using CaseNumerique.SharedKernel;
using CaseNumerique.TestKit;
using Microsoft.EntityFrameworkCore;
using NUnit.Framework;

namespace CaseNumerique.Labelling.Tests.Features.LabelApplications;

internal sealed class BeginRenewalTests
{
    private const string Url = "/gestion/labellisation/renouveler/CASE-001";

    [TestCase(181, "Le renouvellement ouvre le 25 novembre 2026.")]
    [TestCase(-1, null)]
    public async Task It_is_open_from_its_day_to_the_end(int days, string? said)
    {
        await using var app = await App.StartAsync();
        await app.LesBaniansAsync();
        await app.LabelEndingInAsync(days);
        var browser = await app.HeleneAsync();

        var page = await browser.GetAsync(Url);

        Assert.That(page.Document.QuerySelector("main form"), Is.Null);
        Assert.That(page.Text, Does.Contain(said ?? "Le label a expiré"));
    }

    [Test]
    public async Task ÉcoNum_reads_the_page_and_begins_nothing()
    {
        await using var app = await StartAsync();
        var agent = await app.BrowserAsync(Roles.Agent);

        var page = await agent.GetAsync(Url);
        var posted = await agent.PostAsync(page, []);

        Assert.That(page.Document.QuerySelector("main form"), Is.Null);
        Assert.That(posted.Status, Is.EqualTo(HttpStatusCode.NotFound));
    }

    [Test]
    public async Task An_unchanged_EPN_renews_in_twelve_clicks_and_keeps_its_label_meanwhile()
    {
        await using var app = await StartAsync();
        var browser = await app.HeleneAsync();
        var page = await browser.GetAsync(Url);
        var steps = 0;
        while (!page.Url.EndsWith("/recepisse", StringComparison.Ordinal) && steps < 20)
        {
            var values = page.Url.EndsWith("/charte", StringComparison.Ordinal)
                ? new Dictionary<string, string>
                {
                    ["Form.Name"] = "Hélène W.",
                    ["Form.Function"] = "Présidente",
                    ["Form.IsAccepted"] = "true",
                }
                : [];
            page = await browser.SubmitAsync(page, "main form", values);
            steps++;
        }

        // To begin, the project, eight chapters, the charter, and to file.
        Assert.That(steps, Is.EqualTo(12), page.Text);
        await app.DispatchAsync();
        Assert.That(await app.StatusAsync(), Is.EqualTo(LabelStatus.UnderRenewal));
        Assert.That(app.Announced<LabelStatusChanged>().Single().Status, Is.EqualTo("en_renouvellement"));
        var file = await app.WithAsync(
            (LabellingDbContext db) => db.Applications.SingleAsync(a => a.Kind == ApplicationKind.Renewal)
        );
        Assert.That(
            (file.Status, file.OperatorName),
            Is.EqualTo((ApplicationStatus.Submitted, "Association Les Banians"))
        );
        Assert.That((await app.AnswerAsync(file.Id, "A1")).IsStillTrue, Is.True);
        await app.RunJobAsync("label-renewal-reminders");
        Assert.That(await app.RemindersAsync(), Is.Empty);
    }

    [Test]
    public async Task A_proof_that_has_run_out_is_not_confirmed()
    {
        await using var app = await StartAsync(proofEndsOn: Given.Today.AddDays(-1));
        var browser = await app.HeleneAsync();
        var first = await browser.SubmitAsync(await browser.GetAsync(Url), "main form", []);
        var chapter = await browser.SubmitAsync(first, "main form", []);

        var page = await browser.SubmitAsync(chapter, "main form", []);

        Assert.That(chapter.Text, Does.Contain("Preuve expirée"));
        Assert.That(page.Url, Does.EndWith("/criteres/A"));
        Assert.That(page.Text, Does.Contain("0 réponse confirmée. Une pièce a expiré"));
    }

    [Test]
    public async Task What_has_changed_is_no_longer_called_still_true()
    {
        await using var app = await StartAsync();
        var browser = await app.HeleneAsync();
        await browser.SubmitAsync(await browser.GetAsync(Url), "main form", []);
        var id = await app.WithAsync(
            (LabellingDbContext db) =>
                db.Applications.Where(a => a.Kind == ApplicationKind.Renewal).Select(a => a.Id).SingleAsync()
        );

        await browser.SubmitAsync(
            await browser.GetAsync(GivenDraft.Url(id, "/criteres/A")),
            "main form",
            new()
            {
                ["Form.Answers[0].Score"] = "3",
                ["Form.Answers[0].IsStillTrue"] = "true",
                ["Form.Answers[1].IsStillTrue"] = "true",
            }
        );

        var (changed, same) = (await app.AnswerAsync(id, "A1"), await app.AnswerAsync(id, "A2"));
        Assert.That((changed.SelfScore, changed.IsStillTrue), Is.EqualTo(((int?)3, false)));
        Assert.That((same.SelfScore, same.IsStillTrue), Is.EqualTo(((int?)2, true)));
    }

    [Test]
    public async Task What_somebody_changes_while_another_confirms_stays_as_it_was_changed()
    {
        await using var app = await StartAsync();
        var browser = await app.HeleneAsync();
        var begun = await browser.SubmitAsync(await browser.GetAsync(Url), "main form", []);
        var id = Guid.Parse(new Uri(begun.Url).Segments[^2].TrimEnd('/'));
        var early = await browser.GetAsync(GivenDraft.Url(id, "/criteres/A/toujours-vrai"));
        await browser.SubmitAsync(
            await browser.GetAsync(GivenDraft.Url(id, "/criteres/A")),
            "main form",
            new() { ["Form.Answers[0].Score"] = "3", ["Form.Answers[0].Comment"] = "Nouveaux statuts." }
        );

        await browser.SubmitAsync(early, "main form", []);

        var changed = await app.AnswerAsync(id, "A1");
        Assert.That(
            (changed.SelfScore, changed.Comment, changed.IsStillTrue),
            Is.EqualTo((3, "Nouveaux statuts.", false))
        );
        Assert.That((await app.AnswerAsync(id, "A2")).IsStillTrue, Is.True);
    }

    [Test]
    public async Task A_second_renewal_opens_the_first()
    {
        await using var app = await StartAsync();
        var browser = await app.HeleneAsync();
        var form = await browser.GetAsync(Url);
        await browser.SubmitAsync(form, "main form", []);

        var page = await browser.SubmitAsync(form, "main form", []);

        Assert.That(page.Text, Does.Contain("Un renouvellement est déjà commencé."));
        Assert.That(page.Document.QuerySelector("main a.btn")!.TextContent, Is.EqualTo("Ouvrir le renouvellement"));
    }

    [Test]
    public async Task After_a_refusal_it_says_what_the_refused_renewal_said()
    {
        await using var app = await StartAsync();
        var refused = await app.RenewalOfAsync("CASE-001", ApplicationStatus.Refused);
        await app.WithAsync(
            (LabellingDbContext db) =>
                db
                    .Applications.Where(a => a.Id == refused)
                    .ExecuteUpdateAsync(set => set.SetProperty(a => a.DecidedAt, app.Clock.UtcNow))
        );
        var browser = await app.HeleneAsync();

        await browser.SubmitAsync(await browser.GetAsync(Url), "main form", []);

        var file = await app.WithAsync(
            (LabellingDbContext db) => db.Applications.SingleAsync(a => a.Status == ApplicationStatus.Draft)
        );
        Assert.That(file.CopiedFromId, Is.EqualTo(refused));
    }

    [Test]
    public async Task A_suspension_that_is_lifted_leaves_the_label_to_its_renewal()
    {
        await using var app = await StartAsync();
        await FiledAsync(app);
        await app.ChangeAsync("CASE-001", "suspension");

        await app.ChangeAsync("CASE-001", "levee");

        Assert.That(await app.StatusAsync(), Is.EqualTo(LabelStatus.UnderRenewal));
        await app.DispatchAsync();
        Assert.That(app.Announced<LabelStatusChanged>()[^1].Status, Is.EqualTo("en_renouvellement"));
    }

    [Test]
    public async Task A_renewal_that_was_taken_back_meanwhile_holds_nothing_after_the_suspension()
    {
        await using var app = await StartAsync();
        var (id, browser) = await FiledAsync(app);
        await app.ChangeAsync("CASE-001", "suspension");
        await browser.SubmitAsync(
            await browser.GetAsync(GivenDraft.Url(id, "/retrait")),
            "main form",
            new() { ["Form.Reason"] = "Erreur." }
        );

        await app.ChangeAsync("CASE-001", "levee");

        Assert.That(await app.StatusAsync(), Is.EqualTo(LabelStatus.Active));
    }

    [Test]
    public async Task A_renewal_that_is_taken_back_no_longer_holds_the_label()
    {
        await using var app = await StartAsync();
        var (id, browser) = await FiledAsync(app);
        Assert.That(await app.StatusAsync(), Is.EqualTo(LabelStatus.UnderRenewal));

        await browser.SubmitAsync(
            await browser.GetAsync(GivenDraft.Url(id, "/retrait")),
            "main form",
            new() { ["Form.Reason"] = "Erreur." }
        );

        Assert.That(await app.StatusAsync(), Is.EqualTo(LabelStatus.Active));
    }

    /// <summary>A renewal of the label, complete and filed.</summary>
    private static async Task<(Guid Id, Browser Browser)> FiledAsync(App app)
    {
        var id = await app.CompleteFileAsync(kind: ApplicationKind.Renewal);
        await app.WithAsync(
            async (LabellingDbContext db) =>
            {
                var labelId = await db.Labels.Select(l => (Guid?)l.Id).SingleAsync();
                await db
                    .Applications.Where(a => a.Id == id)
                    .ExecuteUpdateAsync(set => set.SetProperty(a => a.RenewsLabelId, labelId));
            }
        );
        var browser = await app.HeleneAsync();
        await browser.SubmitAsync(await browser.GetAsync(GivenDraft.Url(id, "/depot")), "main form", []);
        return (id, browser);
    }

    /// <summary>A label that ends in 60 days, granted on a file that had a proof for everything.</summary>
    private static async Task<App> StartAsync(DateOnly? proofEndsOn = null)
    {
        // The former file is of three years ago.
        var app = await App.StartAsync(clock: new Clock(Clock.Start.AddYears(-3)));
        await app.LesBaniansAsync();
        var former = await app.FileAsync(ApplicationStatus.Granted);
        app.Clock.AdvanceTo(Given.Today);
        await app.ProveAsync(former, await app.ProofAsync(expiresOn: proofEndsOn));
        await app.LabelEndingInAsync(60);
        return app;
    }
}
