using System.Net;
using System.Net.Http.Headers;
using CaseNumerique.Platform.Data;
using CaseNumerique.Platform.Files;
using CaseNumerique.SharedKernel;
using CaseNumerique.TestKit;
using Microsoft.EntityFrameworkCore;
using NUnit.Framework;

namespace CaseNumerique.Host.Tests.Files;

internal sealed class ServeFileTests
{
    [Test]
    public async Task The_owner_says_who_may_read()
    {
        await using var app = await Owner.StartAsync();
        var kept = await app.KeepAsync(Forge.Pdf(), "dossier.pdf", Owner.OfAgents);

        var agent = await (await app.BrowserAsync(Roles.Agent)).GetAsync(kept.Url);

        Assert.That(agent.Status, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(agent.Body, Does.StartWith("%PDF"));
        Assert.That(agent.Response.Headers.CacheControl?.NoStore, Is.True);
        Assert.That(agent.Response.Headers.ETag, Is.Null);
    }

    [Test]
    public async Task Unknown_forbidden_and_quarantined_look_the_same()
    {
        var scanner = new FakeScanner { IsAway = true };
        await using var app = await Owner.StartAsync(Quarantine, scanner);
        var quarantined = await app.KeepAsync(Forge.Pdf(), "a.pdf", Owner.Public);
        scanner.IsAway = false;
        var forbidden = await app.KeepAsync(Forge.Pdf(), "b.pdf", Owner.OfAgents);
        var orphan = await app.KeepAsync(Forge.Pdf(), "c.pdf", new("disparu", Guid.CreateVersion7()));
        var browser = await app.BrowserAsync(Roles.Manager);

        var answers = new List<(HttpStatusCode, string, string)>();
        foreach (var url in new[] { $"/fichiers/{Guid.CreateVersion7()}", forbidden.Url, quarantined.Url, orphan.Url })
        {
            var page = await browser.GetAsync(url);
            answers.Add((page.Status, page.Text, string.Join('\n', page.Response.Headers.Select(Line).Order())));
        }

        Assert.That(answers[0].Item1, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That(answers.Distinct().Count(), Is.EqualTo(1), string.Join('\n', answers));
    }

    [Test]
    public async Task What_all_may_read_is_asked_for_again_and_sent_once()
    {
        await using var app = await Owner.StartAsync();
        var kept = await app.KeepAsync(Forge.Pdf(), "Été à Nouméa.pdf", Owner.Public);
        var client = app.Anonymous().Client;

        var first = await client.GetAsync(kept.Url);
        using var again = new HttpRequestMessage(HttpMethod.Get, kept.Url);
        again.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        var second = await client.SendAsync(again);
        using var part = new HttpRequestMessage(HttpMethod.Get, kept.Url);
        part.Headers.Range = new RangeHeaderValue(0, 3);
        var third = await client.SendAsync(part);

        Assert.Multiple(async () =>
        {
            Assert.That(first.Headers.CacheControl?.ToString(), Is.EqualTo("public, no-cache"));
            Assert.That(
                first.Content.Headers.GetValues("Content-Disposition").Single(),
                Does.EndWith("filename*=UTF-8''%C3%89t%C3%A9%20%C3%A0%20Noum%C3%A9a.pdf")
            );
            Assert.That(second.StatusCode, Is.EqualTo(HttpStatusCode.NotModified));
            Assert.That(await third.Content.ReadAsStringAsync(), Is.EqualTo("%PDF"));
        });
    }

    [Test]
    public async Task Quarantined_files_are_shown_to_the_antivirus_again()
    {
        var scanner = new FakeScanner { IsAway = true };
        await using var app = await Owner.StartAsync(Quarantine, scanner);
        var good = await app.KeepAsync(Forge.Pdf(), "bon.pdf", Owner.Public);
        var bad = await app.KeepAsync(Forge.Ascii(HostileFile.Eicar), "mauvais.txt", Owner.Public);
        await app.RunJobAsync(QuarantineJob.JobId);
        var stillAway = await app.Anonymous().GetAsync(good.Url);

        scanner.IsAway = false;
        await app.RunJobAsync(QuarantineJob.JobId);

        var files = await app.WithAsync((IFileStore store) => store.ListAsync(Owner.Public, default));
        Assert.Multiple(async () =>
        {
            Assert.That(stillAway.Status, Is.EqualTo(HttpStatusCode.NotFound));
            Assert.That((await app.Anonymous().GetAsync(good.Url)).Status, Is.EqualTo(HttpStatusCode.OK));
            Assert.That((await app.Anonymous().GetAsync(bad.Url)).Status, Is.EqualTo(HttpStatusCode.NotFound));
            Assert.That(files.Select(f => f.State), Is.EqualTo([FileState.Sound, FileState.Refused]));
            Assert.That(app.FilesIn("content"), Has.Count.EqualTo(1), "The bad bytes are gone.");
        });
    }

    [Test]
    public async Task Without_an_answer_a_file_may_be_refused()
    {
        await using var app = await Owner.StartAsync(
            new() { ["Files:Unscanned"] = "Refuse" },
            new FakeScanner { IsAway = true }
        );

        var refused = Assert.ThrowsAsync<FileRefusedException>(() => app.KeepAsync(Forge.Pdf(), "a.pdf", Owner.Public));

        Assert.That(refused!.Message, Does.StartWith("L’antivirus ne répond pas"));
        Assert.That(app.FilesIn("content"), Is.Empty);
    }

    [Test]
    public async Task One_content_is_kept_once_and_goes_with_the_last_file()
    {
        await using var app = await Owner.StartAsync();
        var first = await app.KeepAsync(Forge.Pdf(), "un.pdf", Owner.Public);
        var second = await app.KeepAsync(Forge.Pdf(), "deux.pdf", Owner.OfAgents);
        var together = app.FilesIn("content").Count;

        await DeleteAsync(app, Owner.OfAgents, first.Id);
        var notTheirs = app.FilesIn("content").Count;
        await DeleteAsync(app, Owner.Public, first.Id);
        var oneLeft = app.FilesIn("content").Count;
        var stillServed = await (await app.BrowserAsync(Roles.Agent)).GetAsync(second.Url);
        await DeleteAsync(app, Owner.OfAgents, second.Id);

        Assert.That((together, notTheirs, oneLeft, app.FilesIn("content").Count), Is.EqualTo((1, 1, 1, 0)));
        Assert.That(stillServed.Status, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(await app.WithAsync((PlatformDbContext db) => db.StoredFiles.CountAsync()), Is.Zero);
    }

    [Test]
    public async Task What_a_crash_left_behind_is_swept_up_after_a_day()
    {
        await using var app = await Owner.StartAsync();
        await app.KeepAsync(Forge.Pdf(), "a.pdf", Owner.Public);
        var kept = app.FilesIn("content").Single();
        await File.WriteAllTextAsync(Path.Combine(app.FilesFolder, "incoming", "reste"), "");
        await File.WriteAllTextAsync(Path.Combine(Path.GetDirectoryName(kept)!, "reste"), "");

        await app.RunJobAsync(SweepJob.JobId);
        var young = app.FilesIn("").Count;
        app.Clock.Advance(TimeSpan.FromDays(3));
        await app.RunJobAsync(SweepJob.JobId);

        Assert.That(young, Is.EqualTo(3));
        Assert.That(app.FilesIn(""), Is.EqualTo(new[] { kept }));
    }

    private static Dictionary<string, string?> Quarantine =>
        new() { ["Files:Unscanned"] = "Quarantine", ["Files:ClamAv:Endpoint"] = "tcp://127.0.0.1:1" };

    private static Task DeleteAsync(App app, FileOwner owner, Guid id) =>
        app.WithAsync((IFileStore store) => store.DeleteAsync(owner, id, default));

    private static string Line(KeyValuePair<string, IEnumerable<string>> header) =>
        $"{header.Key}: {string.Join(", ", header.Value)}";
}
