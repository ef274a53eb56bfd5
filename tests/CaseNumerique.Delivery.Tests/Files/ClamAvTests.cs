using System.Net;
using System.Security.Claims;
using System.Text;
using CaseNumerique.Platform.Files;
using CaseNumerique.SharedKernel;
using CaseNumerique.TestKit;
using Microsoft.Extensions.DependencyInjection;
using NUnit.Framework;

namespace CaseNumerique.Delivery.Tests.Files;

internal sealed class ClamAvTests
{
    private static readonly FileOwner _owner = new("essai", Guid.CreateVersion7());
    private static readonly UploadRule _rule = new(MaxBytes: 10_000_000, MaxCount: 10, FileKind.All);

    private Clamd _clamd = null!;

    [SetUp]
    public void Need()
    {
        Clamd.MustBeInstalled();
        _clamd = new();
    }

    [TearDown]
    public async Task StopAsync()
    {
        if (_clamd is not null)
        {
            await _clamd.DisposeAsync();
        }
    }

    [Test]
    public async Task A_virus_is_refused_and_the_rest_is_kept()
    {
        await _clamd.StartAsync();
        await using var app = await StartAsync();

        var refused = Assert.ThrowsAsync<FileRefusedException>(() => KeepAsync(app, $"Bonjour.\n{Clamd.Eicar}"));
        var kept = await KeepAsync(app, string.Concat(Enumerable.Repeat("Bonjour à tous.\n", 20_000)));

        Assert.That(refused!.Message, Does.StartWith("L’antivirus a reconnu un programme dangereux."));
        Assert.That(kept.State, Is.EqualTo(FileState.Sound));
    }

    [Test]
    public async Task What_came_while_the_daemon_was_away_is_scanned_when_it_is_back()
    {
        await using var app = await StartAsync();
        var good = await KeepAsync(app, "Bonjour.");
        var bad = await KeepAsync(app, Clamd.Eicar);
        var before = await app.Anonymous().GetAsync(good.Url);

        await _clamd.StartAsync();
        await app.RunJobAsync(QuarantineJob.JobId);

        Assert.That((good.State, bad.State), Is.EqualTo((FileState.Quarantined, FileState.Quarantined)));
        Assert.That(before.Status, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That((await app.Anonymous().GetAsync(good.Url)).Status, Is.EqualTo(HttpStatusCode.OK));
        Assert.That((await app.Anonymous().GetAsync(bad.Url)).Status, Is.EqualTo(HttpStatusCode.NotFound));
    }

    [Test]
    public async Task What_is_too_long_for_the_daemon_is_not_taken_for_clean()
    {
        await _clamd.StartAsync(maxLength: "1M");
        await using var app = await StartAsync();

        var kept = await KeepAsync(app, new string('a', 5_000_000));

        Assert.That(kept.State, Is.EqualTo(FileState.Quarantined));
    }

    private Task<App> StartAsync() =>
        App.StartAsync(
            new() { ["Files:Unscanned"] = "Quarantine", ["Files:ClamAv:Endpoint"] = $"unix:{_clamd.Socket}" },
            services => services.AddScoped<IFileAccess, OpenToAll>()
        );

    private static Task<KeptFile> KeepAsync(App app, string text) =>
        app.WithAsync(
            (IFileStore store) =>
                store.KeepAsync("a.txt", new MemoryStream(Encoding.UTF8.GetBytes(text)), _rule, _owner, default)
        );

    private sealed class OpenToAll : IFileAccess
    {
        public string Module => _owner.Module;

        public Task<bool> MayReadAsync(ClaimsPrincipal person, Guid subjectId, CancellationToken cancellationToken) =>
            Task.FromResult(true);
    }
}
