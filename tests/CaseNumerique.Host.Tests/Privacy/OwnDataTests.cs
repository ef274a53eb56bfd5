using System.Text.Json;
using CaseNumerique.Platform.Data;
using CaseNumerique.SharedKernel;
using CaseNumerique.TestKit;
using NUnit.Framework;

namespace CaseNumerique.Host.Tests.Privacy;

internal sealed class OwnDataTests
{
    private static readonly Person _marie = new("marie@banians.example", Roles.Facilitator) { Name = "Marie Wamytan" };

    [TestCase("/mon-compte/donnees")]
    [TestCase("/mon-compte/donnees.json")]
    public async Task Somebody_not_signed_in_is_asked_to(string url)
    {
        await using var app = await App.StartAsync();

        var page = await app.Anonymous().GetAsync(url);

        Assert.That(page.Url, Does.Contain("/connexion"));
    }

    [Test]
    public async Task A_person_reads_what_is_kept_of_them_and_of_nobody_else()
    {
        await using var app = await App.StartAsync();
        await new Person("jean@banians.example", Roles.Agent) { Name = "Jean Kaori" }.EnsureAsync(app);
        var browser = await app.BrowserAsync(_marie);

        var page = await browser.GetAsync("/mon-compte/donnees");

        Assert.That(page.Text, Does.Contain("Marie Wamytan").And.Contain("marie@banians.example"));
        Assert.That(page.Text, Does.Contain("Affiliation du compte").And.Contain("Session"));
        Assert.That(page.Text, Does.Not.Contain("Jean Kaori"));
        Assert.That(page.Document.QuerySelector("a[href='/mon-compte/effacement']"), Is.Not.Null);
    }

    [Test]
    public async Task The_file_says_what_the_page_says()
    {
        await using var app = await App.StartAsync();
        var browser = await app.BrowserAsync(_marie);

        var page = await browser.GetAsync("/mon-compte/donnees");
        var file = await browser.GetAsync("/mon-compte/donnees.json");

        using var json = JsonDocument.Parse(file.Body);
        var facts = json
            .RootElement.GetProperty("donnees")
            .EnumerateArray()
            .SelectMany(r => r.GetProperty("faits").EnumerateArray())
            .Select(f => (f.GetProperty("libelle").GetString(), f.GetProperty("valeur").GetString() ?? "–"));
        var shown = page
            .Document.QuerySelectorAll("dl.facts > div")
            .Select(d => (d.QuerySelector("dt")?.TextContent, d.QuerySelector("dd")!.TextContent));
        Assert.That(facts, Is.EquivalentTo(shown).And.Not.Empty);
        Assert.That(file.Response.Content.Headers.ContentDisposition!.DispositionType, Is.EqualTo("attachment"));
        Assert.That(json.RootElement.GetProperty("version").GetInt32(), Is.EqualTo(1));
        Assert.That(
            json.RootElement.GetProperty("personne").GetProperty("adresse").GetString(),
            Is.EqualTo("marie@banians.example")
        );
    }

    [Test]
    public async Task The_files_that_a_person_sent_are_theirs_to_see()
    {
        await using var app = await App.StartAsync();
        var browser = await app.BrowserAsync(_marie);
        var other = await app.BrowserAsync(new Person("jean@banians.example", Roles.Facilitator));
        var (id, otherId) = (await _marie.EnsureAsync(app), Guid.NewGuid());
        await app.WithAsync(
            (PlatformDbContext db) =>
            {
                db.AddRange(File("Programme de Marie.pdf", id), File("Bilan de Jean.pdf", otherId));
                db.Add(
                    new Upload
                    {
                        AccountId = id,
                        Name = "Photos en route.zip",
                        Length = 3_500_000,
                        ExpiresAt = app.Clock.UtcNow.AddDays(1),
                    }
                );
                return db.SaveChangesAsync();
            }
        );

        var page = await browser.GetAsync("/mon-compte/donnees");

        Assert.That(page.Text, Does.Contain("Programme de Marie.pdf").And.Contain("Photos en route.zip"));
        Assert.That(page.Text, Does.Not.Contain("Bilan de Jean.pdf"));
        Assert.That((await other.GetAsync("/mon-compte/donnees")).Text, Does.Not.Contain("Fichier"));

        StoredFile File(string name, Guid by) =>
            new()
            {
                Sha256 = new string('a', 64),
                Name = name,
                ContentType = "application/pdf",
                Length = 1_200,
                State = FileState.Sound,
                UploadedById = by,
                UploadedAt = app.Clock.UtcNow,
                OwnerModule = "resources",
                OwnerSubjectId = Guid.NewGuid(),
            };
    }

    [Test]
    public async Task No_secret_is_given_away()
    {
        await using var app = await App.StartAsync();
        var browser = await app.BrowserAsync(new Person("agent@econum.example", Roles.Agent));

        var file = await browser.GetAsync("/mon-compte/donnees.json");

        Assert.That(file.Body, Does.Not.Contain(Person.TotpKey).And.Not.Contain("AQAAAA"));
    }
}
