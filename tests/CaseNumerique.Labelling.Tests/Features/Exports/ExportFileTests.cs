using System.IO.Compression;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using CaseNumerique.Labelling.Data;
using CaseNumerique.Labelling.Features.Exports;
using CaseNumerique.Platform.Data;
using CaseNumerique.SharedKernel;
using CaseNumerique.TestKit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NUnit.Framework;

namespace CaseNumerique.Labelling.Tests.Features.Exports;

internal sealed class ExportFileTests
{
    private const string Pdf = "%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF";

    [TestCase(Roles.Manager)]
    [TestCase(Roles.Committee)]
    public async Task Only_ÉcoNum_takes_a_file_away(string role)
    {
        await using var app = await App.StartAsync();
        await app.LesBaniansAsync();
        var id = await app.CompleteFileAsync(ApplicationStatus.UnderAssessment);

        var page = await (await app.BrowserAsync(role, Given.EpnId)).GetAsync(Url(id));

        Assert.That(page.Status, Is.EqualTo(HttpStatusCode.Forbidden));
        Assert.That(await app.JournalAsync("application.exported"), Is.Empty);
    }

    [Test]
    public async Task A_draft_is_its_EPNs_own()
    {
        await using var app = await App.StartAsync();
        await app.LesBaniansAsync();
        var id = await app.CompleteFileAsync();

        var page = await (await app.BrowserAsync(Roles.Agent)).GetAsync(Url(id));

        Assert.That(page.Status, Is.EqualTo(HttpStatusCode.NotFound));
    }

    [Test]
    public async Task The_archive_holds_the_file_what_was_filed_to_the_byte_and_its_proofs()
    {
        await using var app = await App.StartAsync();
        await app.LesBaniansAsync();
        var (id, version) = await FiledAsync(app);
        var agent = await app.BrowserAsync(Roles.Agent);

        var page = await agent.GetAsync($"/gestion/labellisation/demandes/{id}");
        using var zip = await DownloadAsync(agent, id);

        var names = zip.Entries.Select(e => e.FullName).ToList();
        Assert.Multiple(() =>
        {
            Assert.That(page.Document.QuerySelector($"main a[href='{Url(id)}']"), Is.Not.Null);
            Assert.That(
                names,
                Is.EqualTo([
                    "LISEZMOI.txt",
                    "dossier.json",
                    "depots/1.json",
                    "pieces/001-statuts.pdf",
                    "pieces/INDEX.txt",
                ])
            );
            Assert.That(Read(zip, "depots/1.json"), Is.EqualTo(Encoding.UTF8.GetBytes(version.Json)));
            Assert.That(
                Convert.ToHexStringLower(SHA256.HashData(Read(zip, "depots/1.json"))),
                Is.EqualTo(version.Seal)
            );
            Assert.That(
                Text(zip, "LISEZMOI.txt"),
                Does.Contain($"depots/1.json, déposé le ").And.Contain(version.Seal)
            );
            Assert.That(Text(zip, "LISEZMOI.txt"), Does.Contain("Get-FileHash depots\\1.json -Algorithm SHA256"));
            Assert.That(Encoding.UTF8.GetString(Read(zip, "pieces/001-statuts.pdf")), Is.EqualTo(Pdf));
            Assert.That(Text(zip, "pieces/INDEX.txt"), Does.StartWith("Statuts").And.Contain("A1, A2"));
            Assert.That(Text(zip, "pieces/INDEX.txt"), Does.Contain("pieces/001-statuts.pdf"));
        });
        var line = (await app.JournalAsync("application.exported")).Single().Entry;
        Assert.That(line.Subject, Is.EqualTo("CN-2026-0001"));
    }

    [Test]
    public async Task The_dossier_tells_both_scores_by_code_and_what_was_said_and_done()
    {
        await using var app = await App.StartAsync();
        await app.LesBaniansAsync();
        var id = await app.FileAsync(ApplicationStatus.Refused, assessorScore: 1);
        await app.WithAsync(
            (LabellingDbContext db) =>
            {
                db.Messages.Add(
                    new FileMessage
                    {
                        ApplicationId = id,
                        At = app.Clock.UtcNow,
                        IsFromEpn = true,
                        By = "Hélène W.",
                        Text = "La clé est à l’accueil.",
                    }
                );
                db.ExternalOpinions.Add(
                    new ExternalOpinion
                    {
                        ApplicationId = id,
                        Name = "Province Nord",
                        Email = "contact@province.example",
                        Question = "Le local est-il le vôtre ?",
                        DueOn = app.Today,
                        AskedAt = app.Clock.UtcNow,
                        AskedBy = "Nadège K.",
                    }
                );
                return db.SaveChangesAsync();
            }
        );

        using var zip = await DownloadAsync(await app.BrowserAsync(Roles.Agent), id);

        var text = Encoding.UTF8.GetString(Read(zip, "dossier.json"));
        using var dossier = JsonDocument.Parse(text);
        var root = dossier.RootElement;
        var first = root.GetProperty("reponses")[0];
        var history = root.GetProperty("historique").EnumerateArray().Select(e => e.GetProperty("acte").GetString());
        Assert.Multiple(() =>
        {
            Assert.That(first.GetProperty("code").GetString(), Is.EqualTo("A1"));
            Assert.That(first.GetProperty("espace").GetProperty("note").GetInt32(), Is.EqualTo(2));
            Assert.That(first.GetProperty("ecoNum").GetProperty("note").GetInt32(), Is.EqualTo(1));
            Assert.That(root.GetProperty("reponses").GetArrayLength(), Is.EqualTo(43));
            Assert.That(
                root.GetProperty("messages")[0].GetProperty("texte").GetString(),
                Is.EqualTo("La clé est à l’accueil.")
            );
            Assert.That(root.GetProperty("avis").GetProperty("sens").GetString(), Is.EqualTo("Favorable"));
            Assert.That(
                root.GetProperty("avisExterieurs")[0].GetProperty("question").GetString(),
                Does.StartWith("Le local")
            );
            Assert.That(history, Is.EquivalentTo(["depot", "prise-en-charge", "recevabilite", "avis", "refus"]));
            Assert.That(text, Does.Not.Contain("@"), "no address leaves with it");
        });
    }

    [Test]
    public async Task What_no_antivirus_has_seen_stays_behind_and_the_index_says_so()
    {
        await using var app = await App.StartAsync();
        await app.LesBaniansAsync();
        var (id, _) = await FiledAsync(app);
        await app.WithAsync(
            (PlatformDbContext db) =>
                db.StoredFiles.ExecuteUpdateAsync(set => set.SetProperty(f => f.State, FileState.Quarantined))
        );

        using var zip = await DownloadAsync(await app.BrowserAsync(Roles.Agent), id);

        Assert.That(zip.Entries.Select(e => e.FullName), Has.None.EndsWith(".pdf"));
        Assert.That(Text(zip, "pieces/INDEX.txt"), Does.Contain("statuts.pdf, que l’antivirus n’a pas encore vu"));
    }

    [Test]
    public async Task A_proof_that_was_filed_and_replaced_since_is_there_still()
    {
        await using var app = await App.StartAsync();
        await app.LesBaniansAsync();
        var (id, _) = await FiledAsync(app);
        await app.WithAsync((LabellingDbContext db) => db.EvidenceUses.ExecuteDeleteAsync());

        using var zip = await DownloadAsync(await app.BrowserAsync(Roles.Agent), id);

        Assert.That(zip.GetEntry("pieces/001-statuts.pdf"), Is.Not.Null);
        Assert.That(Text(zip, "pieces/INDEX.txt"), Does.StartWith("Statuts").And.Not.Contain("Critères"));
    }

    [Test]
    public async Task It_leaves_piece_by_piece_while_the_next_is_still_to_be_read()
    {
        var gate = new Gate();
        await using var app = await App.StartAsync(configure: services =>
            services.AddSingleton(gate).Decorate<IFileStore, SlowStore>()
        );
        await app.LesBaniansAsync();
        var (id, _) = await FiledAsync(app);
        var agent = await app.BrowserAsync(Roles.Agent);

        using var request = new HttpRequestMessage(HttpMethod.Get, Url(id));
        using var response = await agent
            .Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead)
            .WaitAsync(TimeSpan.FromSeconds(20));
        await using var body = await response.Content.ReadAsStreamAsync();
        var start = new byte[4];
        await body.ReadExactlyAsync(start).AsTask().WaitAsync(TimeSpan.FromSeconds(20));
        var wasOpened = gate.Opened.IsCompletedSuccessfully;
        gate.Let();
        using var rest = new MemoryStream();
        rest.Write(start);

        await body.CopyToAsync(rest);

        Assert.That(Encoding.Latin1.GetString(start), Is.EqualTo("PK\u0003\u0004"));
        Assert.That(wasOpened, Is.False, "the proof was not read yet when the archive began to arrive");
        using var zip = new ZipArchive(rest);
        Assert.That(zip.GetEntry("pieces/001-statuts.pdf"), Is.Not.Null);
    }

    private static string Url(Guid id) => GivenDraft.Url(id, "/archive.zip");

    /// <summary>A file with one proof, sealed as it is when it is filed.</summary>
    private static async Task<(Guid Id, FiledVersion Version)> FiledAsync(App app)
    {
        var id = await app.FileAsync(ApplicationStatus.UnderAssessment);
        var proof = await app.ProofAsync("Statuts");
        await app.ProveAsync(id, proof);
        var version = await app.WithAsync<IServiceProvider, FiledVersion>(async services =>
        {
            var (db, store) = (
                services.GetRequiredService<LabellingDbContext>(),
                services.GetRequiredService<IFileStore>()
            );
            using var pdf = new MemoryStream(Encoding.UTF8.GetBytes(Pdf));
            await store.KeepAsync("../statuts.pdf", pdf, Evidence.Rule, Evidence.OwnerOf(proof), default);
            var content = await FileContent.LoadAsync(db, id, default);
            var sealedVersion = await db.NextVersionAsync(content, "CN-2026-0001", store, app.Clock.UtcNow, default);
            db.FiledVersions.Add(sealedVersion);
            await db.SaveChangesAsync();
            return sealedVersion;
        });
        return (id, version);
    }

    private static async Task<ZipArchive> DownloadAsync(Browser browser, Guid id)
    {
        using var response = await browser.Client.GetAsync(Url(id));
        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(response.Content.Headers.ContentType!.MediaType, Is.EqualTo(ZipAnswer.ContentType));
        Assert.That(response.Content.Headers.ContentDisposition!.FileName, Is.EqualTo("dossier-CN-2026-0001.zip"));
        Assert.That(response.Headers.CacheControl!.NoStore, Is.True);
        return new ZipArchive(new MemoryStream(await response.Content.ReadAsByteArrayAsync()));
    }

    private static byte[] Read(ZipArchive zip, string name)
    {
        using var entry = zip.GetEntry(name)!.Open();
        using var bytes = new MemoryStream();
        entry.CopyTo(bytes);
        return bytes.ToArray();
    }

    private static string Text(ZipArchive zip, string name) =>
        Encoding.UTF8.GetString(Read(zip, name)).TrimStart('\uFEFF').Replace('\u00A0', ' ');

    private sealed class Gate
    {
        private readonly TaskCompletionSource _let = new();
        private readonly TaskCompletionSource _opened = new();

        public Task Opened => _opened.Task;

        public void Let() => _let.SetResult();

        public async Task PassAsync()
        {
            await _let.Task;
            _opened.SetResult();
        }
    }

    private sealed class SlowStore(IFileStore store, Gate gate) : IFileStore
    {
        public async Task<Stream?> OpenAsync(FileOwner owner, Guid id, CancellationToken cancellationToken)
        {
            await gate.PassAsync();
            return await store.OpenAsync(owner, id, cancellationToken);
        }

        public Task<IReadOnlyList<KeptFile>> ListAsync(FileOwner owner, CancellationToken cancellationToken) =>
            store.ListAsync(owner, cancellationToken);

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

        public Task DeleteAsync(FileOwner owner, Guid id, CancellationToken cancellationToken) =>
            store.DeleteAsync(owner, id, cancellationToken);
    }
}
