using System.Globalization;
using System.Net;
using CaseNumerique.Labelling.Data;
using CaseNumerique.Labelling.Features.Decisions;
using CaseNumerique.SharedKernel;
using CaseNumerique.TestKit;
using Microsoft.EntityFrameworkCore;
using NUnit.Framework;

namespace CaseNumerique.Labelling.Tests.Features.Decisions;

internal sealed class PrintLetterTests
{
    [Test]
    public async Task The_EPN_takes_its_letter_and_nobody_elses()
    {
        await using var app = await App.StartAsync();
        var id = await app.DecidableFileAsync();
        var url = $"/gestion/labellisation/demandes/{id}/lettre.pdf";
        var manager = await app.BrowserAsync(Roles.Manager, Given.EpnId);
        var stranger = await app.BrowserAsync(new Person("voisin@test.example", Roles.Manager));
        var before = await manager.GetAsync(url);
        var admin = await app.BrowserAsync(Roles.Administrator);
        await admin.DecideAsync(id, "refus", new() { ["Form.Reasons"] = "C1 n’est pas rempli." });

        var letter = await manager.GetAsync(url);
        var again = await admin.GetAsync(url);

        Assert.That(before.Status, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That(letter.Response.Content.Headers.ContentType!.MediaType, Is.EqualTo("application/pdf"));
        Assert.That(letter.Body, Does.StartWith("%PDF").And.EqualTo(again.Body));
        Assert.That((await stranger.GetAsync(url)).Status, Is.EqualTo(HttpStatusCode.NotFound));
    }

    [TestCase("refus", "Label refusé", "C1 n’est pas rempli.", "tribunal administratif")]
    [TestCase("ajournement", "Dossier ajourné", "C1 n’est pas rempli.", "Rien n’est refusé.")]
    [TestCase("octroi", "Label accordé", "arrêté n° 2026-1234 du 20\u00A0novembre\u00A02026", "CASE-001")]
    public async Task It_says_what_was_decided_and_why(string way, string title, string first, string second)
    {
        await using var app = await App.StartAsync();
        var id = await app.DecidableFileAsync();
        var admin = await app.BrowserAsync(Roles.Administrator);
        Dictionary<string, string> values = way is "octroi" ? GivenDecision.Act : [];
        await admin.DecideAsync(id, way, new(values) { ["Form.Reasons"] = "C1 n’est pas rempli." });

        var letter = await LetterAsync(app, id);

        Assert.That(letter.Title, Is.EqualTo(title));
        Assert.That(letter.Addressee, Is.EqualTo(new[] { "Association Les Banians", "Les Banians", "Koné" }));
        Assert.That(WordsOf(letter), Does.Contain(first).And.Contain(second));
    }

    [Test]
    public async Task A_grant_under_conditions_lists_each_with_its_day()
    {
        await using var app = await App.StartAsync();
        var id = await app.DecidableFileAsync();
        var admin = await app.BrowserAsync(Roles.Administrator);
        await admin.GrantWithConditionsAsync(app, id, new DateOnly(2027, 1, 15));

        var letter = await LetterAsync(app, id);
        var printed = await admin.GetAsync($"/gestion/labellisation/demandes/{id}/lettre.pdf");

        Assert.That(
            letter.Blocks.OfType<PrintBlock.Table>().Single().Rows.Single(),
            Is.EqualTo(new[] { "A1", "Compléter A1", "Une attestation", "15\u00A0janvier\u00A02027" })
        );
        Assert.That(printed.Body, Does.StartWith("%PDF"));
    }

    [TestCase(ApplicationKind.Initial, "2026-12-01", "2029-11-30")]
    [TestCase(ApplicationKind.Renewal, "2027-03-01", "2030-02-28")]
    public async Task It_says_what_the_decision_said_whatever_becomes_of_the_label(
        ApplicationKind kind,
        string first,
        string last
    )
    {
        await using var app = await App.StartAsync();
        var isRenewal = kind is ApplicationKind.Renewal;
        await app.LesBaniansAsync();
        await app.RulesAsync();
        // The day after is the first of March.
        var id = isRenewal
            ? await app.RenewalOfAsync(await app.LabelEndingInAsync(96), ApplicationStatus.OpinionGiven)
            : await app.FileAsync(ApplicationStatus.OpinionGiven);
        var admin = await app.BrowserAsync(Roles.Administrator);
        var terms = GivenDecision.Act.Where(v => !isRenewal || v.Key != "Form.StartsOn").ToDictionary();
        await admin.DecideAsync(id, "octroi", terms);
        await app.WithAsync(
            (LabellingDbContext db) =>
                db.Labels.ExecuteUpdateAsync(set => set.SetProperty(l => l.ExpiresOn, app.Today.AddDays(9)))
        );

        var words = WordsOf(await LetterAsync(app, id));

        Assert.That(words, Does.Contain($"du {DateOf(first)} au {DateOf(last)} inclus"));
    }

    [Test]
    public async Task A_deferral_keeps_its_letter_and_its_day_once_a_new_opinion_is_there()
    {
        await using var app = await App.StartAsync();
        var id = await app.DecidableFileAsync();
        var admin = await app.BrowserAsync(Roles.Administrator);
        await admin.DecideAsync(
            id,
            "ajournement",
            new() { ["Form.Reasons"] = "C1 n’est pas rempli.", ["Form.OpinionDueOn"] = "2027-01-24" }
        );
        await app.WithAsync(
            (LabellingDbContext db) =>
                db.Applications.ExecuteUpdateAsync(set =>
                    set.SetProperty(a => a.Status, ApplicationStatus.OpinionGiven)
                        .SetProperty(a => a.OpinionDueOn, new DateOnly(2027, 5, 2))
                )
        );

        var printed = await admin.GetAsync($"/gestion/labellisation/demandes/{id}/lettre.pdf");

        Assert.That(printed.Status, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(
            WordsOf(await LetterAsync(app, id)),
            Does.Contain($"nouvel avis attendu avant le {DateOf("2027-01-24")}.")
        );
    }

    private static string DateOf(string day) => FrenchText.Date(DateOnly.Parse(day, CultureInfo.InvariantCulture));

    private static async Task<Printout> LetterAsync(App app, Guid id)
    {
        var epn = await app.WithAsync((LabellingDbContext db) => db.Epns.AsNoTracking().SingleAsync());
        var view = await app.SendAsync(new DecideApplication.Query(id));
        return PrintLetter.Of(await app.FileAsync(id), epn, view, "ÉcoNum")!;
    }

    private static string WordsOf(Printout letter) =>
        string.Join(
            '\n',
            letter.Blocks.Select(block =>
                block switch
                {
                    PrintBlock.Paragraph p => p.Words,
                    PrintBlock.Note n => n.Words,
                    PrintBlock.List l => string.Join('\n', l.Items),
                    PrintBlock.Facts f => string.Join('\n', f.Lines.Select(l => l.Value)),
                    _ => "",
                }
            )
        );
}
