using System.Net;
using System.Security.Cryptography;
using System.Text;
using CaseNumerique.Contracts.Labelling;
using CaseNumerique.Labelling.Data;
using CaseNumerique.Labelling.Features.LabelApplications;
using CaseNumerique.SharedKernel;
using CaseNumerique.TestKit;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NUnit.Framework;

namespace CaseNumerique.Labelling.Tests.Features.LabelApplications;

internal sealed class SubmitApplicationTests
{
    [Test]
    public async Task What_is_missing_is_listed_and_refused()
    {
        await using var app = await StartAsync();
        var id = await app.FileAsync(ApplicationStatus.Draft);
        var browser = await app.HeleneAsync();

        var page = await browser.GetAsync(GivenDraft.Url(id, "/depot"));
        var links = page.Document.QuerySelectorAll("main .errors a").Select(a => a.GetAttribute("href")).ToList();

        Assert.That(page.Text, Does.Contain("A1 : joignez une pièce").And.Not.Contain("A2 : joignez"));
        Assert.That(links, Does.Contain($"/gestion/labellisation/demandes/{id}/criteres/A#critere-A1"));
        Assert.That(page.Document.QuerySelector("main form[method=post]"), Is.Null);
        var refused = Assert.ThrowsAsync<ValidationException>(() =>
            app.SendAsync(new SubmitApplication.Command(id, 0))
        );
        Assert.That(refused!.Errors.Select(e => e.ErrorMessage), Has.Some.StartsWith("A1\u00A0: joignez une pièce"));
        Assert.That((await app.FileAsync(id)).Status, Is.EqualTo(ApplicationStatus.Draft));
    }

    [TestCase(60, LabelStatus.Withdrawn, "est retiré : il ne se renouvelle plus. Abandonnez ce brouillon")]
    [TestCase(60, LabelStatus.Renounced, "est rendu par l’espace : il ne se renouvelle plus. Abandonnez ce brouillon")]
    [TestCase(-1, LabelStatus.Active, "a expiré le 23 novembre 2026, sans renouvellement déposé à temps")]
    [TestCase(-1, LabelStatus.Expired, "a expiré le 23 novembre 2026, sans renouvellement déposé à temps")]
    public async Task A_renewal_of_a_label_that_has_ended_is_not_filed(int days, LabelStatus status, string words)
    {
        await using var app = await StartAsync();
        var number = await app.LabelEndingInAsync(days);
        var id = await app.RenewalOfAsync(number, ApplicationStatus.Draft);
        await app.ProveAsync(id, await app.ProofAsync());
        await app.SetStatusAsync(number, status);
        var browser = await app.HeleneAsync();

        var page = await FileAsync(browser, id);

        Assert.That(page.Text, Does.Contain($"Le label CASE-001 {words}"));
        Assert.That((await app.FileAsync(id)).Status, Is.EqualTo(ApplicationStatus.Draft));
    }

    [Test]
    public async Task After_a_withdrawal_a_renewal_is_told_from_when_a_new_request_is_possible()
    {
        await using var app = await StartAsync();
        var number = await app.LabelEndingInAsync(60);
        var id = await app.RenewalOfAsync(number, ApplicationStatus.Draft);
        await app.ProveAsync(id, await app.ProofAsync());
        await app.ChangeAsync(number, "retrait");
        var browser = await app.HeleneAsync();

        var page = await FileAsync(browser, id);

        Assert.That(page.Text, Does.Contain("Une nouvelle demande est possible à partir du 24 novembre 2027."));
    }

    [Test]
    public async Task A_whole_file_receives_a_number_and_a_seal_that_anybody_can_verify()
    {
        await using var app = await StartAsync();
        var id = await app.CompleteFileAsync();
        var browser = await app.HeleneAsync();

        var receipt = await FileAsync(browser, id);
        var content = await browser.Client.GetByteArrayAsync(
            new Uri(new Uri(receipt.Url), GivenDraft.Url(id, "/depots/1"))
        );

        var file = await app.FileAsync(id);
        Assert.That(
            (file.Status, file.Number, file.SubmittedBy),
            Is.EqualTo((ApplicationStatus.Submitted, "CN-2026-0001", "Hélène W."))
        );
        Assert.That(
            receipt.Text,
            Does.Contain("Récépissé de dépôt").And.Contain("CN-2026-0001").And.Contain(file.Seal)
        );
        Assert.That(Convert.ToHexStringLower(SHA256.HashData(content)), Is.EqualTo(file.Seal));
        var json = Encoding.UTF8.GetString(content);
        Assert.That(json, Does.Contain("CN-2026-0001").And.Contain("Planning 2027").And.Contain("0123456001"));
        Assert.That(json, Does.Not.Contain("Hélène"));
    }

    [Test]
    public async Task The_receipt_can_be_kept_as_a_document_that_is_always_the_same()
    {
        await using var app = await StartAsync();
        var id = await app.CompleteFileAsync();
        var browser = await app.HeleneAsync();
        var receipt = await FileAsync(browser, id);
        var url = new Uri(new Uri(receipt.Url), GivenDraft.Url(id, "/recepisse.pdf"));

        using var answer = await browser.Client.GetAsync(url);
        var bytes = await answer.Content.ReadAsByteArrayAsync();
        app.Clock.Advance(TimeSpan.FromMinutes(1));

        Assert.That(answer.Content.Headers.ContentType!.MediaType, Is.EqualTo("application/pdf"));
        Assert.That(answer.Content.Headers.ContentDisposition!.FileName, Is.EqualTo("recepisse-CN-2026-0001.pdf"));
        Assert.That(bytes.Take(5), Is.EqualTo("%PDF-"u8.ToArray()));
        Assert.That(await browser.Client.GetByteArrayAsync(url), Is.EqualTo(bytes));
    }

    [Test]
    public async Task The_same_file_reads_the_same_and_one_word_changes_the_seal()
    {
        await using var app = await StartAsync();
        var id = await app.CompleteFileAsync();

        var (first, again) = (await SealAsync(), await SealAsync());
        await app.WithAsync(
            (LabellingDbContext db) =>
                db.Applications.ExecuteUpdateAsync(set => set.SetProperty(a => a.Project, "Un autre."))
        );

        Assert.That(again, Is.EqualTo(first));
        Assert.That(await SealAsync(), Is.Not.EqualTo(first));

        Task<string> SealAsync() =>
            app.WithAsync(
                (LabellingDbContext db) =>
                    app.WithAsync(
                        async (IFileStore store) =>
                        {
                            var content = await FileContent.LoadAsync(db, id, default);
                            var version = await db.NextVersionAsync(content, "CN-2026-0001", store, default, default);
                            return version.Seal;
                        }
                    )
            );
    }

    [Test]
    public async Task It_is_announced_and_both_sides_are_told_once()
    {
        await using var app = await StartAsync();
        await SetAdministrationAsync(app);
        var id = await app.CompleteFileAsync();
        var browser = await app.HeleneAsync();

        await FileAsync(browser, id);
        await app.DispatchAsync();
        await AgainAsync(app);
        await app.DispatchAsync();

        var moved = app.Announced<LabelApplicationMoved>()[0];
        var mails = await app.MailsAsync();
        Assert.That((moved.ApplicationId, moved.Move, moved.Number), Is.EqualTo((id, "depot", "CN-2026-0001")));
        Assert.That(
            mails.Select(m => (m.ToAddress, m.Subject)),
            Is.EquivalentTo(
                new[]
                {
                    (
                        Given.ManagerEmail,
                        "Votre demande de label «\u00A0Case numérique\u00A0» n° CN-2026-0001 est bien reçue"
                    ),
                    ("label@econum.example", "Nouveau dossier à instruire\u00A0: Les Banians (Koné)"),
                }
            )
        );
    }

    [Test]
    public async Task Two_clicks_file_once()
    {
        await using var app = await StartAsync();
        var id = await app.CompleteFileAsync();
        var browser = await app.HeleneAsync();
        var form = await browser.GetAsync(GivenDraft.Url(id, "/depot"));

        await browser.SubmitAsync(form, "main form", []);
        var again = await browser.SubmitAsync(form, "main form", []);

        Assert.That(again.Url, Does.EndWith("/recepisse"));
        Assert.That(await app.WithAsync((LabellingDbContext db) => db.FiledVersions.CountAsync()), Is.EqualTo(1));
        Assert.That(app.Announced<LabelApplicationMoved>(), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task A_file_that_has_changed_meanwhile_is_read_again_first()
    {
        await using var app = await StartAsync();
        var id = await app.CompleteFileAsync();
        var browser = await app.HeleneAsync();
        var form = await browser.GetAsync(GivenDraft.Url(id, "/depot"));
        await browser.SubmitAsync(
            await browser.GetAsync(GivenDraft.Url(id, "/gestionnaire")),
            "main form",
            new() { ["Form.Project"] = "Changé." }
        );

        var page = await browser.SubmitAsync(form, "main form", []);

        Assert.That(page.Text, Does.Contain("Quelqu’un vient de modifier le dossier. Relisez-le, puis déposez."));
        Assert.That((await app.FileAsync(id)).Status, Is.EqualTo(ApplicationStatus.Draft));
    }

    [Test]
    public async Task Numbers_follow_one_another_by_year()
    {
        await using var app = await StartAsync();
        var other = Guid.NewGuid();
        await app.EpnAsync(other, "La Source");
        await app.FileAsync(ApplicationStatus.Submitted, epnId: other);
        var id = await app.CompleteFileAsync();
        app.Clock.AdvanceTo(new DateOnly(2027, 1, 4));

        Assert.That(
            await app.WithAsync((LabellingDbContext db) => db.NextNumberAsync(2026, default)),
            Is.EqualTo("CN-2026-0002")
        );
        await FileAsync(await app.HeleneAsync(), id);
        Assert.That((await app.FileAsync(id)).Number, Is.EqualTo("CN-2027-0001"));
    }

    [Test]
    public async Task A_number_that_another_file_takes_in_the_same_moment_is_left_to_it()
    {
        await using var app = await App.StartAsync(configure: services =>
            services.Decorate<IFileStore, FasterNeighbour>()
        );
        await app.LesBaniansAsync();
        await app.EpnAsync(FasterNeighbour.EpnId, "La Source");
        var id = await app.CompleteFileAsync();

        var number = await app.SendAsync(new SubmitApplication.Command(id, 0));

        Assert.That(number, Is.EqualTo("CN-2026-0002"));
        Assert.That(await app.WithAsync((LabellingDbContext db) => db.FiledVersions.CountAsync()), Is.EqualTo(1));
        Assert.That(app.Announced<LabelApplicationMoved>().Single().Number, Is.EqualTo("CN-2026-0002"));
    }

    [Test]
    public async Task A_receipt_is_its_EPNs_and_ÉcoNums_only()
    {
        await using var app = await StartAsync();
        var id = await app.CompleteFileAsync();
        await FileAsync(await app.HeleneAsync(), id);
        var stranger = await app.BrowserAsync(Roles.Manager, Guid.NewGuid());
        var agent = await app.BrowserAsync(Roles.Agent);

        foreach (var path in new[] { "/recepisse", "/recepisse.pdf", "/depots/1" })
        {
            Assert.That(
                (await stranger.GetAsync(GivenDraft.Url(id, path))).Status,
                Is.EqualTo(HttpStatusCode.NotFound)
            );
            Assert.That((await agent.GetAsync(GivenDraft.Url(id, path))).Status, Is.EqualTo(HttpStatusCode.OK));
        }
    }

    [Test]
    public async Task A_replaced_referential_holds_until_its_day_then_answers_are_taken_over_by_code()
    {
        await using var app = await StartAsync();
        var id = await app.CompleteFileAsync();
        await ReplaceAsync(app, holdsUntil: Given.Today.AddDays(30));
        var browser = await app.HeleneAsync();

        var open = await browser.GetAsync(GivenDraft.Url(id, "/depot"));
        app.Clock.AdvanceTo(Given.Today.AddDays(31));
        // The session of a month ago has ended.
        browser = await app.HeleneAsync();
        var closed = await browser.GetAsync(GivenDraft.Url(id, "/depot"));
        var question = await browser.GetAsync(GivenDraft.Url(id, "/referentiel"));
        var taken = await browser.SubmitAsync(question, "main form", []);

        Assert.That(
            open.Text,
            Does.Contain("Tout ce qui est demandé est là").And.Contain("jusqu’au 24 décembre 2026 inclus")
        );
        Assert.That(closed.Text, Does.Contain("Le référentiel a changé depuis le début de la demande."));
        Assert.That(question.Text, Does.Contain("A9. Nouveau").And.Contain("B1. Ouverture hebdomadaire"));
        Assert.That(taken.Text, Does.Contain("A9, obligatoire : donnez-vous une note."));
        Assert.That((await app.AnswerAsync(id, "A1")).SelfScore, Is.EqualTo(2));
        Assert.That(await app.ProofsOfAsync(id, "A1"), Is.EqualTo(new[] { "Planning 2027" }));
        Assert.That(await app.WithAsync((LabellingDbContext db) => db.Answers.CountAsync()), Is.EqualTo(1));
    }

    private static async Task<App> StartAsync()
    {
        var app = await App.StartAsync();
        await app.LesBaniansAsync();
        return app;
    }

    private static async Task<Page> FileAsync(Browser browser, Guid id) =>
        await browser.SubmitAsync(await browser.GetAsync(GivenDraft.Url(id, "/depot")), "main form", []);

    private static Task SetAdministrationAsync(App app) =>
        app.WithAsync(
            (LabellingDbContext db) =>
                db.ReminderRules.ExecuteUpdateAsync(set =>
                    set.SetProperty(r => r.AdministrationEmail, "label@econum.example")
                )
        );

    /// <summary>The delivery comes twice, as after a kill.</summary>
    private static Task AgainAsync(App app) =>
        app.WithAsync(
            async (IEnumerable<MediatR.INotificationHandler<LabelApplicationMoved>> handlers) =>
            {
                foreach (var handler in handlers)
                {
                    await handler.Handle(app.Announced<LabelApplicationMoved>()[0], default);
                }
            }
        );

    /// <summary>A second version with one criterion of the first, and a new one.</summary>
    private static Task ReplaceAsync(App app, DateOnly holdsUntil) =>
        app.WithAsync(
            async (LabellingDbContext db) =>
            {
                var first = await db.CriteriaSets.InForceAsync(default);
                var second = new CriteriaSet
                {
                    Number = 2,
                    Title = "Deuxième",
                    CreatedAt = app.Clock.GetUtcNow().UtcDateTime,
                    CreatedBy = "Nadège K.",
                    OverallPercent = 60,
                    ChapterPercent = 50,
                    MaxConditions = 3,
                    ConditionMonths = 6,
                    Chapters =
                    [
                        new()
                        {
                            Code = "A",
                            Title = "Portage",
                            Position = 1,
                            Criteria = [Criterion("A1", "Gestionnaire"), Criterion("A9", "Nouveau")],
                        },
                    ],
                };
                first.Archive(holdsUntil);
                await db.SaveChangesAsync();
                db.CriteriaSets.Add(second);
                second.PutInForce(new Nobody(), app.Clock.GetUtcNow().UtcDateTime);
                await db.SaveChangesAsync();
            }
        );

    private static Criterion Criterion(string code, string title) =>
        new()
        {
            Code = code,
            Title = title,
            Position = code[1],
            Kind = CriterionKind.Mandatory,
            Weight = 1,
            UrbanThreshold = "Oui",
            RuralThreshold = "Oui",
            RemoteThreshold = "Oui",
            ItinerantThreshold = "Oui",
            ExpectedProof = "Statuts",
        };

    /// <summary>Once the number is drawn the proofs are read: then another EPN files.</summary>
    private sealed class FasterNeighbour(IFileStore store, IServiceScopeFactory scopes) : IFileStore
    {
        public static readonly Guid EpnId = new("01990000-0000-7000-8000-00000000cccc");

        public async Task<IReadOnlyList<KeptFile>> ListAsync(FileOwner owner, CancellationToken cancellationToken)
        {
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<LabellingDbContext>();
            if (!await db.Applications.AnyAsync(a => a.EpnId == EpnId, cancellationToken))
            {
                var set = await db.CriteriaSets.InForceAsync(cancellationToken);
                var file = new LabelApplication
                {
                    EpnId = EpnId,
                    Kind = ApplicationKind.Initial,
                    CriteriaSetId = set.Id,
                    Context = EpnContext.Rural,
                    StartedAt = default,
                    StartedBy = "Personne",
                };
                file.NoteFiling("CN-2026-0001", new string('0', 64), new Nobody(), default);
                db.Applications.Add(file);
                await db.SaveChangesAsync(cancellationToken);
            }

            return await store.ListAsync(owner, cancellationToken);
        }

        public Task<KeptFile> KeepAsync(
            string name,
            Stream content,
            UploadRule rule,
            FileOwner owner,
            CancellationToken cancellationToken
        ) => store.KeepAsync(name, content, rule, owner, cancellationToken);

        public Task<KeptFile> KeepUploadAsync(
            Guid uploadId,
            UploadRule rule,
            FileOwner owner,
            CancellationToken cancellationToken
        ) => store.KeepUploadAsync(uploadId, rule, owner, cancellationToken);

        public Task<Stream?> OpenAsync(FileOwner owner, Guid id, CancellationToken cancellationToken) =>
            store.OpenAsync(owner, id, cancellationToken);

        public Task DeleteAsync(FileOwner owner, Guid id, CancellationToken cancellationToken) =>
            store.DeleteAsync(owner, id, cancellationToken);
    }
}
