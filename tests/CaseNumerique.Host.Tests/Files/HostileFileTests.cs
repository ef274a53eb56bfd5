using System.Text;
using CaseNumerique.Platform.Data;
using CaseNumerique.SharedKernel;
using CaseNumerique.TestKit;
using Microsoft.EntityFrameworkCore;
using NUnit.Framework;
using SkiaSharp;

namespace CaseNumerique.Host.Tests.Files;

internal sealed class HostileFileTests
{
    private App _app = null!;

    [OneTimeSetUp]
    public async Task StartAsync() => _app = await Owner.StartAsync(scanner: new FakeScanner());

    [OneTimeTearDown]
    public Task StopAsync() => _app.DisposeAsync().AsTask();

    [TestCaseSource(typeof(HostileFile), nameof(HostileFile.All))]
    public async Task It_is_refused_in_French_or_kept_harmless(HostileFile file)
    {
        string outcome;
        try
        {
            var kept = await _app.KeepAsync(file.Content, file.Name, Owner.Public);
            outcome = kept.Name;
            await CheckServedAsync(kept);
        }
        catch (FileRefusedException refused)
        {
            outcome = refused.Message.Replace('\u00A0', ' ');
            Assert.That(outcome, Does.EndWith("."), "A refusal is a sentence, and says what to do.");
        }

        Assert.That(
            file.IsKept ? outcome : outcome[..Math.Min(outcome.Length, file.Outcome.Length)],
            Is.EqualTo(file.Outcome)
        );
    }

    [Test]
    public void There_are_enough_of_them()
    {
        Assert.That(HostileFile.All.Count(), Is.GreaterThan(90));
        Assert.That(HostileFile.All.Select(f => f.What), Is.Unique);
    }

    [Test]
    public async Task A_refused_file_leaves_nothing_behind()
    {
        await using var app = await Owner.StartAsync();

        Assert.ThrowsAsync<FileRefusedException>(() => app.KeepAsync(Forge.Ascii("<html>"), "a.html", Owner.Public));

        Assert.That(await app.WithAsync((PlatformDbContext db) => db.StoredFiles.CountAsync()), Is.Zero);
        Assert.That(app.FilesIn("incoming").Concat(app.FilesIn("content")), Is.Empty);
    }

    [Test]
    public async Task A_photo_keeps_its_points_upright_and_forgets_its_place()
    {
        var sent = Forge.JpegWithPlace();
        Assert.That(Encoding.Latin1.GetString(sent), Does.Contain("Exif").And.Contain("chez-moi"));

        var kept = await _app.KeepAsync(sent, "a.jpg", Owner.Public);

        var bytes = await _app.Anonymous().Client.GetByteArrayAsync(kept.Url);
        using var picture = SKBitmap.Decode(bytes);
        Assert.Multiple(() =>
        {
            Assert.That(Encoding.Latin1.GetString(bytes), Does.Not.Contain("Exif").And.Not.Contain("chez-moi"));
            Assert.That((picture.Width, picture.Height), Is.EqualTo((20, 40)), "Turned, as the camera had been.");
            Assert.That(kept.Length, Is.EqualTo(bytes.Length));
        });
    }

    [Test]
    public void A_rule_takes_only_what_it_names()
    {
        var picturesOnly = new UploadRule(1_000_000, 1_000, FileKind.Pictures);

        var refused = Assert.ThrowsAsync<FileRefusedException>(() =>
            _app.WithAsync(
                (IFileStore store) =>
                    store.KeepAsync("a.pdf", new MemoryStream(Forge.Pdf()), picturesOnly, Owner.Public, default)
            )
        );

        Assert.That(refused!.Message, Does.EndWith("Envoyez un fichier JPEG, PNG ou WebP."));
    }

    [Test]
    public async Task A_subject_has_no_more_files_than_its_rule_says()
    {
        var one = new UploadRule(1_000_000, 1, FileKind.All);
        var owner = Owner.Public with { SubjectId = Guid.NewGuid() };
        await KeepAsync();

        var refused = Assert.ThrowsAsync<FileRefusedException>(KeepAsync);

        Assert.That(refused!.Message.Replace('\u00A0', ' '), Does.StartWith("Il y a déjà 1 fichier ici"));

        Task KeepAsync() =>
            _app.WithAsync(
                (IFileStore store) => store.KeepAsync("a.pdf", new MemoryStream(Forge.Pdf()), one, owner, default)
            );
    }

    /// <summary>Whatever it is, a browser saves it, and runs nothing.</summary>
    private async Task CheckServedAsync(KeptFile kept)
    {
        var page = await _app.Anonymous().GetAsync(kept.Url);
        var headers = page.Response.Content.Headers;
        Assert.Multiple(() =>
        {
            Assert.That(headers.ContentDisposition?.DispositionType, Is.EqualTo("attachment"));
            Assert.That(headers.ContentDisposition?.FileNameStar, Is.EqualTo(kept.Name));
            Assert.That(FileKind.All.Select(k => k.ContentType), Does.Contain(headers.ContentType?.MediaType));
            Assert.That(kept.Name, Does.EndWith(kept.Kind.Extension));
            Assert.That(page.Response.Headers.GetValues("X-Content-Type-Options"), Is.EqualTo(["nosniff"]));
            Assert.That(
                page.Response.Headers.GetValues("Content-Security-Policy").Single(),
                Does.Contain("default-src 'none'").And.Contain("sandbox")
            );
        });
        if (kept.Kind.IsPicture)
        {
            Assert.That(page.Body, Does.Not.Contain("script").And.Not.Contain("PK\u0003\u0004"));
        }
    }
}
