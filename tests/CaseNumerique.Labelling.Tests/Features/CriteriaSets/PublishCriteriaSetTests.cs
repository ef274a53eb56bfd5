using System.Net;
using CaseNumerique.Contracts.Labelling;
using CaseNumerique.Labelling.Data;
using CaseNumerique.Labelling.Features.CriteriaSets;
using CaseNumerique.SharedKernel;
using CaseNumerique.TestKit;
using MimeKit;
using NUnit.Framework;

namespace CaseNumerique.Labelling.Tests.Features.CriteriaSets;

public class PublishCriteriaSetTests
{
    private const string Url = $"{GivenSetDraft.Url}/publier";

    private static readonly Dictionary<string, string> _reason = new() { ["Form.Reason"] = "Voté en comité" };

    [Test]
    public async Task An_agent_may_not_publish()
    {
        await using var app = await App.StartAsync();
        await app.DraftAsync();
        var browser = await app.BrowserAsync(Roles.Agent);

        Assert.That((await browser.GetAsync(Url)).Status, Is.EqualTo(HttpStatusCode.Forbidden));
    }

    [Test]
    public async Task The_simulation_says_who_would_lose_what_and_who_is_told()
    {
        await using var app = await StartAsync();
        var browser = await app.BrowserAsync(Roles.Administrator);

        var page = await browser.GetAsync(Url);

        Assert.That(page.Text, Does.Contain("Les Banians, KonéCASE-001, dossier CN-2026-0001, milieu rural"));
        Assert.That(page.Text, Does.Contain("Favorable À reprendre"));
        Assert.That(page.Text, Does.Contain("A9 (obligatoire) : critère nouveau"));
        Assert.That(
            page.Text,
            Does.Contain("B1 (obligatoire) : le seuil « 16 heures par semaine » devient « 18 heures »")
        );
        Assert.That(page.Text, Does.Contain($"Hélène W.{Given.ManagerEmail}Les Banians"));
        Assert.That(page.Text, Does.Contain("Un espace ne peut pas être prévenu par courriel"));
        Assert.That(page.Text, Does.Contain("La Caravane, Koné : Paul K., 47 12 35"));
        Assert.That(page.Text, Does.Contain("Aucun dossier ici"));
        Assert.That(page.Document.QuerySelector("#Form_HoldsUntil")!.GetAttribute("value"), Is.EqualTo("2027-02-22"));
        Assert.That((await app.SetAsync(2)).Status, Is.EqualTo(CriteriaSetStatus.Draft));
    }

    [Test]
    public async Task Published_it_replaces_the_former_version_and_the_spaces_are_told_once()
    {
        await using var app = await StartAsync();
        var browser = await app.BrowserAsync(Roles.Administrator);

        var page = await browser.SubmitAsync(
            await browser.GetAsync(Url),
            "main form",
            new(_reason) { ["Form.HoldsUntil"] = "2026-12-31" }
        );

        Assert.That(page.Text, Does.Contain("Cette version est en vigueur.").And.Contain("Voté en comité"));
        var (former, current) = (await app.SetAsync(1), await app.SetAsync(2));
        Assert.That(
            (former.Status, former.HoldsUntil),
            Is.EqualTo((CriteriaSetStatus.Archived, (DateOnly?)new(2026, 12, 31)))
        );
        Assert.That(
            (current.Status, current.PublicationReason),
            Is.EqualTo((CriteriaSetStatus.Published, "Voté en comité"))
        );
        Assert.That(former.IsOpenForFiling(new(2026, 12, 31)), Is.True);
        Assert.That(former.IsOpenForFiling(new(2027, 1, 1)), Is.False);
        Assert.That(current.IsOpenForFiling(new(2030, 1, 1)), Is.True);

        var news = app.Announced<CriteriaSetPublished>().Single();
        Assert.That(
            (news.Number, news.ReplacedNumber, news.HoldsUntil),
            Is.EqualTo((2, 1, new DateOnly(2026, 12, 31)))
        );
        await app.DispatchAsync();
        var mail = (await app.MailsAsync()).Single();
        Assert.That((mail.ToAddress, mail.Subject), Is.EqualTo((Given.ManagerEmail, "Les critères du label changent")));
        var text = MimeMessage.Load(new MemoryStream(mail.Mime)).TextBody;
        Assert.That(
            text,
            Does.Contain("Votre label CASE-001 ne change pas").And.Contain("1. A9, Nouveau critère (obligatoire)")
        );
        Assert.That(text, Does.Contain("31\u00A0décembre\u00A02026"));

        await app.WithAsync(
            (LabellingDbContext db) =>
            {
                db.Announce(news, news.CriteriaSetId);
                return db.SaveChangesAsync();
            }
        );
        await app.DispatchAsync();
        Assert.That((await app.MailsAsync()).Count, Is.EqualTo(1));
    }

    [Test]
    public async Task A_file_keeps_the_version_that_it_was_begun_under()
    {
        await using var app = await StartAsync();
        var before = (await app.SetAsync(1)).Id;
        var draft = await app.FileAsync(ApplicationStatus.Draft, kind: ApplicationKind.Renewal);
        var browser = await app.BrowserAsync(Roles.Administrator);

        await browser.SubmitAsync(await browser.GetAsync(Url), "main form", new(_reason));

        Assert.That((await app.FileAsync(draft)).CriteriaSetId, Is.EqualTo(before));
    }

    [Test]
    public async Task Nothing_is_published_by_who_has_not_read_the_simulation_as_it_stands()
    {
        await using var app = await StartAsync();
        var browser = await app.BrowserAsync(Roles.Administrator);
        var read = await browser.GetAsync(Url);
        var unread = await browser.PostAsync(
            read,
            new()
            {
                ["Form.Version"] = read.Document.QuerySelector("#Form_Version")!.GetAttribute("value")!,
                ["Form.HoldsUntil"] = "2026-12-31",
                ["Form.Reason"] = "Sans lire",
            }
        );
        Assert.That(unread.Text, Does.Contain("La simulation a changé depuis que vous l’avez lue."));

        await app.ChangeDraftAsync(draft => draft.The("B2").RuralThreshold = "9 heures");
        var late = await browser.SubmitAsync(read, "main form", new(_reason));
        Assert.That(late.Text, Does.Contain("La simulation a changé").And.Contain("« 9 heures »"));
        Assert.That((await app.SetAsync(2)).Status, Is.EqualTo(CriteriaSetStatus.Draft));

        await browser.SubmitAsync(late, "main form", []);
        Assert.That((await app.SetAsync(2)).Status, Is.EqualTo(CriteriaSetStatus.Published));
    }

    [TestCase("Form.HoldsUntil", "2026-11-23", "Ce jour est passé")]
    [TestCase("Form.HoldsUntil", "2036-11-23", "Ce jour est à plus de 3 ans")]
    [TestCase("Form.HoldsUntil", "", "Indiquez jusqu’à quel jour")]
    [TestCase("Form.Reason", "", "Indiquez pourquoi le référentiel change")]
    public async Task A_wrong_answer_is_refused(string field, string value, string message)
    {
        await using var app = await App.StartAsync();
        await app.DraftAsync();
        var browser = await app.BrowserAsync(Roles.Administrator);

        var page = await browser.SubmitAsync(
            await browser.GetAsync(Url),
            "main form",
            new(_reason) { [field] = value }
        );

        Assert.That(page.Text, Does.Contain(message));
        Assert.That((await app.SetAsync(2)).Status, Is.EqualTo(CriteriaSetStatus.Draft));
    }

    [Test]
    public async Task A_version_with_an_empty_chapter_is_not_published()
    {
        await using var app = await App.StartAsync();
        await app.DraftAsync();
        await app.ChangeDraftAsync(draft => draft.Chapters.Single(c => c.Code == "A").Criteria.Clear());
        var browser = await app.BrowserAsync(Roles.Administrator);

        var page = await browser.SubmitAsync(await browser.GetAsync(Url), "main form", new(_reason));

        Assert.That(page.Text, Does.Contain("Le chapitre A est vide"));
    }

    /// <summary>Les Banians, labelled by a file that was all « conforme »; La Caravane, labelled without one, and whom no mail reaches.</summary>
    private static async Task<App> StartAsync()
    {
        var app = await App.StartAsync();
        await app.LesBaniansAsync();
        await app.LabelEndingInAsync(400);
        await app.FileAsync(ApplicationStatus.Granted, assessorScore: 2);
        var caravan = Guid.CreateVersion7();
        await app.EpnAsync(
            caravan,
            "La Caravane",
            new Contracts.Network.EpnContact(Guid.CreateVersion7(), "gestionnaire", "Paul K.", null, "+687471235")
        );
        await app.LabelEndingInAsync(400, caravan);
        await app.DraftAsync();
        await app.ChangeDraftAsync(draft =>
        {
            draft.Add("A9");
            draft.The("B1").RuralThreshold = "18 heures";
        });
        return app;
    }
}
