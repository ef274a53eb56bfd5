using CaseNumerique.Contracts.Labelling;
using CaseNumerique.Labelling.Data;
using CaseNumerique.SharedKernel;
using CaseNumerique.TestKit;
using Microsoft.EntityFrameworkCore;
using NUnit.Framework;

namespace CaseNumerique.Labelling.Tests.Features.Decisions;

internal sealed class GrantLabelTests
{
    [Test]
    public async Task A_grant_makes_the_label_tells_it_and_says_it_by_mail_once()
    {
        await using var app = await App.StartAsync();
        var id = await app.DecidableFileAsync();
        var admin = await app.BrowserAsync(Roles.Administrator);

        var page = await admin.DecideAsync(id, "octroi", GivenDecision.Act);
        await app.DispatchAsync();
        var moved = app.Announced<LabelApplicationMoved>().Single();
        await app.WithAsync(
            (LabellingDbContext db) =>
            {
                db.Announce(moved, moved.ApplicationId);
                return db.SaveChangesAsync();
            }
        );
        await app.DispatchAsync();

        var label = await app.LabelAsync();
        var file = await app.FileAsync(id);
        var mails = await app.MailsAsync();
        Assert.Multiple(() =>
        {
            Assert.That(page.Text, Does.Contain("Label accordé, le").And.Contain("n° 2026-1234 du 20 novembre 2026"));
            Assert.That(
                (label.StartsOn, label.ExpiresOn),
                Is.EqualTo((new DateOnly(2026, 12, 1), new DateOnly(2029, 11, 30)))
            );
            Assert.That(file.GrantedLabelId, Is.EqualTo(label.Id));
            Assert.That(app.Announced<LabelGranted>().Single().Number, Is.EqualTo("CASE-001"));
            Assert.That(moved.Move, Is.EqualTo("octroi"));
            Assert.That(
                mails.Select(m => m.ToAddress),
                Is.EquivalentTo(new[] { Given.ManagerEmail, Given.FacilitatorEmail })
            );
            Assert.That(mails[0].Subject, Is.EqualTo("Bonne nouvelle\u00A0: Les Banians est labellisé Case numérique"));
        });
        var history = await admin.GetAsync("/gestion/labellisation/labels/CASE-001");
        Assert.That(history.Text, Does.Contain("Arrêté n° 2026-1234 du 20 novembre 2026, dossier CN-2026-0001."));
    }

    [Test]
    public async Task It_wants_the_act_and_a_first_day_not_before_it()
    {
        await using var app = await App.StartAsync();
        var id = await app.DecidableFileAsync();
        var admin = await app.BrowserAsync(Roles.Administrator);

        var mute = await admin.DecideAsync(id, "octroi", new() { ["Form.StartsOn"] = "" });
        var early = await admin.DecideAsync(
            id,
            "octroi",
            new(GivenDecision.Act) { ["Form.ActOn"] = "2026-12-24", ["Form.StartsOn"] = "2026-11-01" }
        );

        Assert.That(
            mute.Text,
            Does.Contain("Indiquez le numéro de l’arrêté")
                .And.Contain("Indiquez la date de l’arrêté.")
                .And.Contain("Indiquez le premier jour du label.")
        );
        Assert.That(
            early.Text,
            Does.Contain("La date de l’arrêté est à venir")
                .And.Contain("Le label commence le jour de l’arrêté, ou après.")
        );
        Assert.That((await app.FileAsync(id)).Status, Is.EqualTo(ApplicationStatus.OpinionGiven));
    }

    [Test]
    public async Task A_renewal_in_time_goes_on_under_the_same_number_from_the_day_after()
    {
        await using var app = await App.StartAsync();
        var id = await app.DecidableFileAsync(kind: ApplicationKind.Renewal);
        var number = await app.LabelEndingInAsync(40);
        await app.ChangeAsync(number, "renouvellement");
        var end = (await app.LabelAsync()).ExpiresOn;
        var admin = await app.BrowserAsync(Roles.Administrator);
        var form = await admin.GetAsync($"{GivenDecision.UrlOf(id)}/octroi");

        await admin.SubmitAsync(
            form,
            "main form",
            new() { ["Form.ActNumber"] = "2026-1234", ["Form.ActOn"] = "2026-11-20" }
        );
        await app.DispatchAsync();

        var label = await app.LabelAsync();
        Assert.Multiple(() =>
        {
            Assert.That(form.Document.QuerySelector("[name='Form.StartsOn']"), Is.Null);
            Assert.That(form.Text, Does.Contain("au lendemain de celle qui court"));
            Assert.That(label.Number, Is.EqualTo(number));
            Assert.That(label.Status, Is.EqualTo(LabelStatus.Active));
            Assert.That(label.ExpiresOn, Is.EqualTo(end.AddDays(1).AddMonths(36).AddDays(-1)));
            Assert.That(app.Announced<LabelGranted>(), Is.Empty);
            Assert.That(app.Announced<LabelStatusChanged>()[^1].ExpiresOn, Is.EqualTo(label.ExpiresOn));
        });
        Assert.That(
            (await app.MailsAsync()).Select(m => m.Subject),
            Has.All.EqualTo("Bonne nouvelle\u00A0: le label de Les Banians est renouvelé")
        );
        await app.RemindAsync();
        Assert.That(await app.RemindersAsync(), Is.Empty);
    }

    [TestCase(ApplicationKind.Initial, LabelStatus.Active, "Cet espace a déjà le label CASE-001, en cours.")]
    [TestCase(ApplicationKind.Renewal, LabelStatus.Suspended, "Le label CASE-001 est suspendu")]
    public async Task A_label_in_the_way_is_named_instead_of_the_form(
        ApplicationKind kind,
        LabelStatus status,
        string reason
    )
    {
        await using var app = await App.StartAsync();
        var id = await app.DecidableFileAsync(kind: kind);
        var number = await app.LabelEndingInAsync(40);
        var admin = await app.BrowserAsync(Roles.Administrator);
        var form = await admin.GetAsync($"{GivenDecision.UrlOf(id)}/ajournement");
        await app.WithAsync(
            (LabellingDbContext db) =>
                db
                    .Labels.Where(l => l.Number == number)
                    .ExecuteUpdateAsync(set => set.SetProperty(l => l.Status, status))
        );

        var page = await admin.GetAsync($"{GivenDecision.UrlOf(id)}/octroi");
        var token = form.Document.QuerySelector("input[name='__RequestVerificationToken']");
        var posted = await admin.PostAsync(
            form with
            {
                Url = page.Url,
            },
            new(GivenDecision.Act)
            {
                ["Form.Version"] = form.Document.QuerySelector("[name='Form.Version']")!.GetAttribute("value")!,
            }
        );

        Assert.That(token, Is.Not.Null);
        Assert.That(page.Text, Does.Contain(reason));
        Assert.That(page.Document.QuerySelector("main form"), Is.Null);
        Assert.That(posted.Text, Does.Contain(reason));
        Assert.That((await app.FileAsync(id)).Status, Is.EqualTo(ApplicationStatus.OpinionGiven));
    }

    [TestCase(40, LabelStatus.Withdrawn, "est retiré")]
    [TestCase(40, LabelStatus.Renounced, "est rendu par l’espace")]
    [TestCase(-5, LabelStatus.Expired, "a expiré le 19 novembre 2026")]
    public async Task A_renewal_does_not_bring_back_a_label_that_has_ended(int days, LabelStatus status, string words)
    {
        await using var app = await App.StartAsync();
        await app.LesBaniansAsync();
        await app.RulesAsync();
        var number = await app.LabelEndingInAsync(days);
        var id = await app.RenewalOfAsync(number, ApplicationStatus.OpinionGiven);
        var admin = await app.BrowserAsync(Roles.Administrator);
        await app.SetStatusAsync(number, LabelStatus.UnderRenewal);
        var form = await admin.GetAsync($"{GivenDecision.UrlOf(id)}/octroi");
        await app.SetStatusAsync(number, status);

        var page = await admin.SubmitAsync(form, "main form", TermsOf(form));

        Assert.That(page.Text, Does.Contain($"Le label CASE-001 {words}").And.Contain("Refusez ce dossier"));
        Assert.That((await app.FileAsync(id)).Status, Is.EqualTo(ApplicationStatus.OpinionGiven));
        Assert.That((await app.LabelAsync()).Status, Is.EqualTo(status));
    }

    [Test]
    public async Task A_renewal_that_was_filed_in_time_is_granted_a_new_label_after_the_former_expired()
    {
        await using var app = await App.StartAsync();
        await app.LesBaniansAsync();
        await app.RulesAsync();
        var number = await app.LabelEndingInAsync(2);
        var id = await app.RenewalOfAsync(number, ApplicationStatus.OpinionGiven);
        await app.SetStatusAsync(number, LabelStatus.Expired);
        app.Clock.AdvanceTo(app.Today.AddDays(10));
        var admin = await app.BrowserAsync(Roles.Administrator);

        await admin.DecideAsync(id, "octroi", GivenDecision.Act);

        var labels = await app.WithAsync((LabellingDbContext db) => db.Labels.OrderBy(l => l.Sequence).ToListAsync());
        Assert.That(
            labels.Select(l => (l.Number, l.Status)),
            Is.EqualTo(new[] { ("CASE-001", LabelStatus.Expired), ("CASE-002", LabelStatus.Active) })
        );
    }

    [Test]
    public async Task A_renewal_extends_no_other_label_than_its_own()
    {
        await using var app = await App.StartAsync();
        await app.LesBaniansAsync();
        await app.RulesAsync();
        var own = await app.LabelEndingInAsync(2);
        var id = await app.RenewalOfAsync(own, ApplicationStatus.OpinionGiven);
        await app.SetStatusAsync(own, LabelStatus.Expired);
        var other = await app.LabelEndingInAsync(400);
        var admin = await app.BrowserAsync(Roles.Administrator);

        var page = await admin.GetAsync($"{GivenDecision.UrlOf(id)}/octroi");

        Assert.That(page.Text, Does.Contain($"Cet espace a déjà le label {other}, en cours."));
        Assert.That(page.Document.QuerySelector("main form"), Is.Null);
    }

    [Test]
    public async Task A_grant_under_conditions_keeps_each_with_its_day_and_proof()
    {
        await using var app = await App.StartAsync();
        var id = await app.DecidableFileAsync();
        var admin = await app.BrowserAsync(Roles.Administrator);

        var page = await admin.GrantWithConditionsAsync(app, id, new(2027, 1, 15), new(2027, 2, 15));
        await app.DispatchAsync();

        var conditions = await app.WithAsync(
            (LabellingDbContext db) => db.Conditions.OrderBy(c => c.DueOn).ToListAsync()
        );
        var mail = (await app.MailsAsync()).Single();
        Assert.Multiple(() =>
        {
            Assert.That(page.Text, Does.Contain("Label accordé sous réserve, le").And.Contain("Compléter A2"));
            Assert.That(
                conditions.Select(c => c.DueOn),
                Is.EqualTo(new DateOnly[] { new(2027, 1, 15), new(2027, 2, 15) })
            );
            Assert.That(conditions, Has.All.Matches<Condition>(c => c.IsOpen && c.ExpectedProof == "Une attestation"));
            Assert.That(mail.Subject, Is.EqualTo("Les Banians est labellisé sous réserve"));
            Assert.That(
                GivenDecision.WordsOf(mail),
                Does.Contain("A1, jusqu’au 15").And.Contain("/labels/CASE-001/reserves")
            );
        });
        Assert.That((await app.FileAsync(id)).Status, Is.EqualTo(ApplicationStatus.GrantedWithConditions));
    }

    [Test]
    public async Task A_condition_wants_words_and_a_day_within_the_referentials_months()
    {
        await using var app = await App.StartAsync();
        var id = await app.DecidableFileAsync();
        var admin = await app.BrowserAsync(Roles.Administrator);

        var late = await admin.GrantWithConditionsAsync(app, id, new DateOnly(2028, 1, 1));
        var none = await admin.DecideAsync(id, "octroi?reserve=true", GivenDecision.Act, "Accorder sous réserve");

        Assert.That(late.Text, Does.Contain("Choisissez une échéance à venir, au plus tard le"));
        Assert.That(
            late.Document.QuerySelector("[name='Form.Conditions[0].What']")!.TextContent,
            Does.Contain("Compléter A1")
        );
        Assert.That(none.Text, Does.Contain("Écrivez au moins une réserve"));
    }

    [Test]
    public async Task What_the_assessor_found_wanting_is_proposed_as_a_condition()
    {
        await using var app = await App.StartAsync();
        var id = await app.DecidableFileAsync();
        await app.WithAsync(
            async (LabellingDbContext db) =>
            {
                var c1 = await db.Criteria.SingleAsync(k => k.Code == "C1");
                await db
                    .Answers.Where(a => a.ApplicationId == id && a.CriterionId == c1.Id)
                    .ExecuteUpdateAsync(set => set.SetProperty(a => a.AssessorScore, 1));
            }
        );
        var admin = await app.BrowserAsync(Roles.Administrator);

        var page = await admin.GetAsync($"{GivenDecision.UrlOf(id)}/octroi?reserve=true");

        Assert.That(page.Document.QuerySelectorAll("fieldset"), Has.Length.EqualTo(1));
        Assert.That(page.Document.QuerySelector("option[selected]")!.TextContent, Does.StartWith("C1"));
    }

    /// <summary>The act, and the first day where the form asks for it.</summary>
    private static Dictionary<string, string> TermsOf(Page form) =>
        form.Document.QuerySelector("[name='Form.StartsOn']") is null
            ? GivenDecision.Act.Where(v => v.Key != "Form.StartsOn").ToDictionary()
            : GivenDecision.Act;
}
