using System.Globalization;
using System.Net;
using CaseNumerique.Labelling.Data;
using CaseNumerique.SharedKernel;
using CaseNumerique.TestKit;
using Microsoft.EntityFrameworkCore;
using NUnit.Framework;

namespace CaseNumerique.Labelling.Tests.Features.Verification;

public class VerifyLabelTests
{
    private const string Url = "/verification/CASE-001";

    [TestCase("1")]
    [TestCase("case 1")]
    [TestCase("CASE-001")]
    public async Task A_number_is_found_as_people_type_it(string typed)
    {
        await using var app = await StartAsync();
        var browser = app.Anonymous();

        var form = await browser.GetAsync("/verification");
        var page = await browser.SubmitAsync(form, "main form", new() { ["numero"] = typed });

        Assert.Multiple(() =>
        {
            Assert.That(page.Url, Does.EndWith(Url));
            Assert.That(page.Text, Does.Contain("Ce label est valide").And.Contain("Les Banians"));
            Assert.That(page.Text, Does.Contain("Koné, province Nord").And.Contain("CASE-001"));
            Assert.That(page.Text, Does.Contain("Le mardi 24 novembre 2026 à 8 h (heure de Nouméa)"));
            Assert.That(page.Text, Does.Contain("au 22 février 2027 inclus"));
        });
    }

    [TestCase("CASE-999", "Ce numéro est inconnu")]
    [TestCase("CN-2020-9999", "Ce numéro est inconnu")]
    public async Task An_unknown_number_is_not_found_and_the_page_helps(string number, string answer)
    {
        await using var app = await StartAsync();

        var page = await app.Anonymous().GetAsync($"/verification/{number}");

        Assert.Multiple(() =>
        {
            Assert.That(page.Status, Is.EqualTo(HttpStatusCode.NotFound));
            Assert.That(page.Text, Does.Contain(answer).And.Contain(number).And.Contain("Relisez la plaque"));
            Assert.That(page.Document.QuerySelector("main form input")!.GetAttribute("value"), Is.EqualTo(number));
        });
    }

    [Test]
    public async Task What_is_no_number_is_said_beside_the_field()
    {
        await using var app = await StartAsync();

        var page = await app.Anonymous().GetAsync("/verification?numero=les+banians");

        Assert.Multiple(() =>
        {
            Assert.That(page.Document.QuerySelector(".errors a")!.GetAttribute("href"), Is.EqualTo("#Form_Numero"));
            Assert.That(page.Document.QuerySelector("#Form_Numero")!.GetAttribute("value"), Is.EqualTo("les banians"));
            Assert.That(page.Document.QuerySelector("#num-e")!.TextContent, Does.Contain("comme CASE-017"));
        });
    }

    [Test]
    public async Task It_is_public_kept_a_minute_and_holds_no_token()
    {
        await using var app = await StartAsync();

        var page = await app.Anonymous().GetAsync(Url);

        Assert.Multiple(() =>
        {
            Assert.That(page.Response.Headers.CacheControl!.ToString(), Is.EqualTo("public, max-age=60"));
            Assert.That(page.Response.Headers.Vary, Does.Contain("Cookie"));
            Assert.That(page.Response.Headers.Contains("Set-Cookie"), Is.False);
            Assert.That(page.Body, Does.Not.Contain("__RequestVerificationToken"));
        });
    }

    [TestCase("renouvellement", "en renouvellement, valable jusqu’à la décision", "renew")]
    [TestCase("suspension", "Ce label est suspendu", "paused")]
    [TestCase("retrait", "Ce label est retiré", "off")]
    public async Task What_happens_to_the_label_is_answered_without_its_reasons(string act, string answer, string tag)
    {
        await using var app = await StartAsync();
        await app.ChangeAsync("CASE-001", act);

        var page = await app.Anonymous().GetAsync(Url);

        Assert.Multiple(() =>
        {
            Assert.That(page.Text, Does.Contain(answer).And.Not.Contain("Pour l’exemple"));
            Assert.That(page.Document.QuerySelector($"main section .tag.{tag}"), Is.Not.Null);
        });
    }

    [TestCase("2027-08-22", "plus tard jusqu’au 22 août 2027 inclus")]
    [TestCase("2027-08-23", "Ce label a expiré")]
    public async Task A_renewal_holds_the_label_as_long_as_the_rules_say_even_before_the_job_has_noted_it(
        string day,
        string answer
    )
    {
        await using var app = await StartAsync();
        await app.ChangeAsync("CASE-001", "renouvellement");
        app.Clock.AdvanceTo(DateOnly.Parse(day, CultureInfo.InvariantCulture));

        Assert.That((await app.Anonymous().GetAsync(Url)).Text, Does.Contain(answer));
    }

    [Test]
    public async Task A_suspension_says_since_when_and_stays_one_however_long_it_lasts()
    {
        await using var app = await StartAsync();
        await app.ChangeAsync("CASE-001", "suspension");
        app.Clock.AdvanceTo(new DateOnly(2028, 1, 5));
        await app.RemindAsync();

        Assert.That(
            (await app.Anonymous().GetAsync(Url)).Text,
            Does.Contain("Ce label est suspendu")
                .And.Contain("arrêté depuis le 24 novembre 2026, jusqu’à nouvelle décision")
        );
    }

    [TestCase(-1, "Ce label a expiré")]
    [TestCase(0, "Ce label est valide")]
    public async Task The_last_day_counts_and_the_day_after_does_not(int days, string answer)
    {
        await using var app = await StartAsync(days);

        Assert.That((await app.Anonymous().GetAsync(Url)).Text, Does.Contain(answer));
    }

    [Test]
    public async Task A_label_of_later_is_not_yet_valid()
    {
        await using var app = await StartAsync();
        await app.WithAsync(
            (LabellingDbContext db) =>
                db.Labels.ExecuteUpdateAsync(set => set.SetProperty(l => l.StartsOn, app.Today.AddDays(7)))
        );

        Assert.That(
            (await app.Anonymous().GetAsync(Url)).Text,
            Does.Contain("n’est pas encore valable").And.Contain("à partir du 1er décembre 2026")
        );
    }

    [Test]
    public async Task The_act_is_the_one_of_the_latest_decision()
    {
        await using var app = await StartAsync();
        foreach (var (act, day, month) in new[] { ("2026-EX-2", 20, 11), ("2023-EX-1", 24, 6), ("2024-EX-3", 2, 7) })
        {
            var id = await app.FileAsync(ApplicationStatus.Granted);
            await app.WithAsync(
                async (LabellingDbContext db) =>
                {
                    var file = await db.Applications.SingleAsync(a => a.Id == id);
                    file.GrantedLabelId = await db.Labels.Select(l => l.Id).SingleAsync();
                    file.ActNumber = act;
                    file.ActOn = new DateOnly(int.Parse(act[..4], CultureInfo.InvariantCulture), month, day);
                    file.DecidedAt = file.ActOn.Value.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc);
                    await db.SaveChangesAsync();
                }
            );
        }

        var page = await app.Anonymous().GetAsync(Url);

        Assert.That(page.Text, Does.Contain("Acte n° 2026-EX-2 du 20 novembre 2026"));
    }

    [Test]
    public async Task A_label_with_conditions_says_so_while_one_is_open_and_names_its_act()
    {
        await using var app = await StartAsync();
        var fileId = await app.FileAsync(ApplicationStatus.GrantedWithConditions);
        await app.WithAsync(
            async (LabellingDbContext db) =>
            {
                var file = await db.Applications.SingleAsync(a => a.Id == fileId);
                file.GrantedLabelId = await db.Labels.Select(l => l.Id).SingleAsync();
                file.ActNumber = "2026-EX-112";
                file.ActOn = new DateOnly(2026, 6, 24);
                db.Conditions.AddRange(
                    (await db.Criteria.OrderBy(k => k.Code).Take(2).ToListAsync()).Select(k => new Condition
                    {
                        ApplicationId = fileId,
                        LabelId = file.GrantedLabelId.Value,
                        CriterionId = k.Id,
                        What = $"Compléter {k.Code}",
                        DueOn = app.Today.AddDays(30),
                        ExpectedProof = "Une attestation",
                    })
                );
                await db.SaveChangesAsync();
            }
        );

        var page = await app.Anonymous().GetAsync(Url);
        await LiftAsync(app);
        var half = await app.Anonymous().GetAsync(Url);
        await LiftAsync(app);
        var lifted = await app.Anonymous().GetAsync(Url);
        var facts = await app.Anonymous().GetAsync("/api/v1/labels/CASE-001");

        foreach (var open in new[] { page, half })
        {
            Assert.That(open.Text, Does.Contain("Ce label est valide sous réserve"));
        }

        Assert.That(page.Text, Does.Contain("Acte n° 2026-EX-112 du 24 juin 2026"));
        Assert.That(
            lifted.Text,
            Does.Contain("Ce label est valide").And.Not.Contain("Ce label est valide sous réserve")
        );
        Assert.That(lifted.Document.QuerySelector("main .facts .tag")!.TextContent, Is.EqualTo("Valide"));
        Assert.That(facts.Body, Does.Contain("\"etat\":\"valide\""));
    }

    /// <summary>The first condition that is open is no longer.</summary>
    private static Task LiftAsync(App app) =>
        app.WithAsync(
            async (LabellingDbContext db) =>
            {
                var open = await db.Conditions.OrderBy(c => c.Id).FirstAsync(c => c.LiftedAt == null);
                open.Lift(new Nobody(), app.Clock.UtcNow);
                await db.SaveChangesAsync();
            }
        );

    internal static async Task<App> StartAsync(int days = 90)
    {
        var app = await App.StartAsync();
        await app.LesBaniansAsync();
        await app.LabelEndingInAsync(days);
        return app;
    }
}
