using System.Text.RegularExpressions;
using CaseNumerique.TestKit;
using Microsoft.Data.Sqlite;
using Microsoft.Playwright;
using NUnit.Framework;

namespace CaseNumerique.Browser.Tests;

/// <summary>A visit where no network reaches, on two devices.</summary>
public sealed class VisitKitTests
{
    private const int Criteria = 43;
    private const int Photos = 10;

    [Test]
    public async Task Two_devices_without_network_lose_nothing_and_overwrite_nothing()
    {
        await using var app = await App.ServeAsync(new() { ["Demo:Seed"] = "true" });
        await app.DispatchAsync();
        var kit = await KitAsync(app);
        var phone = await PreparedAsync(app, kit, width: 360);
        // A code signs in once.
        app.Clock.Advance(TimeSpan.FromMinutes(1));
        var tablet = await PreparedAsync(app, kit, width: 768);
        await Shots.KeepAsync(phone, "kit-1-pret-360");

        await phone.Context.SetOfflineAsync(true);
        await tablet.Context.SetOfflineAsync(true);
        await phone.ReloadAsync();
        await tablet.ReloadAsync();
        var codes = await NoteAllAsync(phone, "téléphone");
        await TakePhotosAsync(phone, codes);
        await ExpectStatusAsync(phone, $"{Criteria}\u00a0constats et {Photos}\u00a0photos attendent le réseau");
        foreach (var code in new[] { "A1", "B1", "E1" })
        {
            await NoteAsync(tablet, code, $"{code} vu de la tablette");
        }

        // The devices are put away, and opened again on the road.
        await phone.ReloadAsync();
        await tablet.ReloadAsync();
        await ExpectStatusAsync(phone, $"{Criteria}\u00a0constats et {Photos}\u00a0photos attendent le réseau");
        await ExpectStatusAsync(tablet, "3\u00a0constats attendent le réseau");
        await Shots.KeepAsync(phone, "kit-2-hors-ligne-360");
        Assert.That(await ReadAsync(app, "SELECT Text FROM labelling_VisitFinding"), Has.Count.EqualTo(1));

        await phone.Context.SetOfflineAsync(false);
        await ExpectStatusAsync(phone, "Tout est envoyé.");
        await tablet.Context.SetOfflineAsync(false);
        await ExpectStatusAsync(tablet, "3\u00a0constats à départager");
        await tablet.SetViewportSizeAsync(360, 800);
        await Shots.KeepAsync(tablet, "kit-3-conflit-360");
        Assert.That(await FindingsAsync(app), Has.Count.EqualTo(Criteria).And.All.Contains("téléphone"));

        await PressAsync(tablet, "A1", "Garder la mienne");
        await PressAsync(tablet, "B1", "Garder la sienne");
        await PressAsync(tablet, "E1", "Réunir les deux");
        await PressAsync(tablet, "E1", "Garder la mienne");
        await ExpectStatusAsync(tablet, "Tout est envoyé.");
        await phone.ReloadAsync();
        await Assertions.Expect(phone.Locator("#constat-A1")).ToHaveValueAsync("A1 vu de la tablette");

        var findings = await FindingsAsync(app);
        var written = await ReadAsync(app, "SELECT Text FROM labelling_FindingRevision");
        Assert.That(findings, Has.Count.EqualTo(Criteria));
        Assert.That(findings, Has.Member("A1 vu de la tablette").And.Member("B1 vu du téléphone"));
        Assert.That(findings, Has.Member("E1 vu de la tablette\nE1 vu du téléphone"));
        Assert.That(
            codes.Select(c => $"{c} vu du téléphone").Append("B1 vu de la tablette").Except(written),
            Is.Empty,
            "everything that was ever typed"
        );
        Assert.That(await ReadAsync(app, "SELECT Id FROM labelling_VisitPhoto"), Has.Count.EqualTo(Photos));
        Assert.That(await SidesAsync(phone), Has.Length.EqualTo(Photos).And.All.EqualTo(1600));
    }

    [Test]
    public async Task A_session_that_ended_meanwhile_costs_nothing()
    {
        await using var app = await App.ServeAsync(new() { ["Demo:Seed"] = "true" });
        await app.DispatchAsync();
        var page = await PreparedAsync(app, await KitAsync(app), width: 360);
        await page.Context.SetOfflineAsync(true);
        await page.ReloadAsync();
        await NoteAsync(page, "A1", "Vu sans réseau");
        await ExpectStatusAsync(page, "1\u00a0constat attend le réseau");
        await page.Context.ClearCookiesAsync();
        app.Clock.Advance(TimeSpan.FromMinutes(1));

        await page.Context.SetOfflineAsync(false);
        await ExpectStatusAsync(page, "Reconnectez-vous, rien n’est perdu");
        await Shots.KeepAsync(page, "kit-4-session-360");
        await page.GetByRole(AriaRole.Link, new() { Name = "Se reconnecter" }).ClickAsync();
        await Site.EnterAsync(page, People.Agent);

        await page.WaitForURLAsync("**/visite/kit");
        await ExpectStatusAsync(page, "Tout est envoyé.");
        Assert.That(await FindingsAsync(app), Has.Member("Vu sans réseau"));
    }

    [Test]
    public async Task What_waits_is_neither_signed_out_nor_forgotten_without_a_warning()
    {
        await using var app = await App.ServeAsync(new() { ["Demo:Seed"] = "true" });
        await app.DispatchAsync();
        var page = await PreparedAsync(app, await KitAsync(app), width: 360);
        await page.Context.SetOfflineAsync(true);
        await NoteAsync(page, "A1", "Vu sans réseau");
        await ExpectStatusAsync(page, "1\u00a0constat attend le réseau");

        await page.Locator("header form.account button").ClickAsync();
        await ExpectStatusAsync(page, "Se déconnecter efface");
        await page.GetByRole(AriaRole.Button, new() { Name = "Oublier sur cet appareil" }).ClickAsync();
        await Assertions.Expect(page.Locator("[data-kit-bar]")).ToContainTextAsync("tout cela serait perdu");
        await page.Context.SetOfflineAsync(false);
        await ExpectStatusAsync(page, "Tout est envoyé.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Oublier quand même" }).ClickAsync();

        await Assertions.Expect(page.Locator("[data-kit-bar]")).ToContainTextAsync("pas encore prêt hors ligne");
        Assert.That(await page.EvaluateAsync<int>("async () => (await caches.keys()).length"), Is.Zero);
    }

    [Test]
    public async Task Another_account_at_the_same_device_is_shown_nothing_of_it()
    {
        await using var app = await App.ServeAsync(new() { ["Demo:Seed"] = "true" });
        await app.DispatchAsync();
        var kit = await KitAsync(app);
        var page = await PreparedAsync(app, kit, width: 360);
        await page.Context.SetOfflineAsync(true);
        await NoteAsync(page, "A1", "Vu sans réseau");
        await ExpectStatusAsync(page, "1\u00a0constat attend le réseau");
        await page.Context.ClearCookiesAsync();
        await page.GotoAsync("about:blank");
        await page.Context.SetOfflineAsync(false);

        await SignInAsync(page, People.Administrator);
        var answer = await page.GotoAsync(kit);
        await page.Context.SetOfflineAsync(true);
        var offline = await TryAsync(() => page.ReloadAsync());
        await page.Context.SetOfflineAsync(false);
        await page.Context.ClearCookiesAsync();
        app.Clock.Advance(TimeSpan.FromMinutes(1));
        await SignInAsync(page, People.Agent);
        await page.GotoAsync(kit);

        Assert.That(answer!.Status, Is.EqualTo(404));
        Assert.That(offline, Is.Not.Null, "no page without network");
        await ExpectStatusAsync(page, "Tout est envoyé.");
        Assert.That(await FindingsAsync(app), Has.Member("Vu sans réseau"));
    }

    [Test]
    public async Task What_waits_can_be_read_by_its_writer_after_the_file_is_given_to_somebody_else()
    {
        await using var app = await App.ServeAsync(new() { ["Demo:Seed"] = "true" });
        await app.DispatchAsync();
        var page = await PreparedAsync(app, await KitAsync(app), width: 360);
        await page.Context.SetOfflineAsync(true);
        await NoteAsync(page, "A1", "Vu sans réseau");
        await ExpectStatusAsync(page, "1\u00a0constat attend le réseau");
        await ExecuteAsync(app, $"UPDATE labelling_LabelApplication SET AssessorId = '{Guid.NewGuid()}'");
        await page.GotoAsync("about:blank");
        await page.Context.SetOfflineAsync(false);

        await page.GotoAsync(await KitAsync(app));

        await ExpectStatusAsync(page, "Ce dossier n’est plus suivi par vous.");
        await Assertions.Expect(page.Locator("#constat-A1")).ToHaveValueAsync("Vu sans réseau");
        Assert.That(await FindingsAsync(app), Has.None.EqualTo("Vu sans réseau"));
    }

    [Test]
    public async Task What_cannot_be_sent_holds_up_nothing_else_and_says_what_to_do()
    {
        await using var app = await App.ServeAsync(new() { ["Demo:Seed"] = "true" });
        await app.DispatchAsync();
        var page = await PreparedAsync(app, await KitAsync(app), width: 360);
        await page.Context.SetOfflineAsync(true);
        await NoteAsync(page, "A1", "Trop long");
        // As joining two texts can make it: the browser's own limit is for typing.
        await page.Locator("#constat-A1")
            .EvaluateAsync("field => { field.value = 'x'.repeat(1003); field.dispatchEvent(new Event('input')); }");
        await NoteAsync(page, "A2", "Vu");
        var broken = new FilePayload
        {
            Name = "IMG_0000.jpg",
            MimeType = "image/jpeg",
            Buffer = "nothing"u8.ToArray(),
        };
        await page.Locator("#photo-A1").SetInputFilesAsync(broken);
        await page.Locator("#photo-A2").SetInputFilesAsync(await PictureAsync(page));
        await ExpectStatusAsync(page, "2\u00a0constats et 2\u00a0photos attendent le réseau");

        await page.Context.SetOfflineAsync(false);

        await ExpectStatusAsync(page, "1\u00a0constat attend le réseau, 1\u00a0photo refusée");
        await Assertions
            .Expect(page.Locator("#critere-A1"))
            .ToContainTextAsync(new Regex("Trop long de 3\u00a0caractères.*IMG_0000.jpg", RegexOptions.Singleline));
        Assert.That(await FindingsAsync(app), Has.Member("Vu"));
        Assert.That(await ReadAsync(app, "SELECT Id FROM labelling_VisitPhoto"), Has.Count.EqualTo(1));
        await NoteAsync(page, "A1", "Court");
        await PressAsync(page, "A1", "Retirer");
        await ExpectStatusAsync(page, "Tout est envoyé.");
        Assert.That(await FindingsAsync(app), Has.Member("Court"));
    }

    private static async Task ExecuteAsync(App app, string command)
    {
        await using var connection = new SqliteConnection($"Data Source={app.DatabaseFile}");
        await connection.OpenAsync();
        await using var change = connection.CreateCommand();
        change.CommandText = command;
        await change.ExecuteNonQueryAsync();
    }

    private static async Task SignInAsync(IPage page, string person)
    {
        await page.GotoAsync("/connexion");
        await Site.EnterAsync(page, person);
        await page.WaitForURLAsync("**/gestion");
    }

    private static async Task<PlaywrightException?> TryAsync(Func<Task> act)
    {
        try
        {
            await act();
            return null;
        }
        catch (PlaywrightException refused)
        {
            return refused;
        }
    }

    private static async Task<string> KitAsync(App app)
    {
        var id = (await ReadAsync(app, "SELECT ApplicationId FROM labelling_SiteVisit")).Single();
        return $"/gestion/labellisation/demandes/{id.ToLowerInvariant()}/visite/kit";
    }

    private static async Task<IPage> PreparedAsync(App app, string kit, int width)
    {
        var page = await Site.VisitAsync(app, People.Agent, width);
        await page.GotoAsync(kit);
        await page.GetByRole(AriaRole.Button, new() { Name = "Préparer hors ligne" }).ClickAsync();
        await Assertions.Expect(page.Locator("[data-kit-bar]")).ToContainTextAsync("Prêt hors ligne sur cet appareil");
        return page;
    }

    private static async Task<IReadOnlyList<string>> NoteAllAsync(IPage page, string device)
    {
        var parts = await page.Locator("[data-criterion]:not([data-criterion=''])").AllAsync();
        var codes = await Task.WhenAll(parts.Select(p => p.GetAttributeAsync("data-criterion")));
        foreach (var code in codes)
        {
            await NoteAsync(page, code!, $"{code} vu du {device}");
        }

        return codes!;
    }

    private static async Task NoteAsync(IPage page, string code, string text)
    {
        await UnfoldAsync(page, code);
        await page.GetByLabel($"Constat {code}", new() { Exact = true }).FillAsync(text);
    }

    private static async Task UnfoldAsync(IPage page, string code)
    {
        var chapter = page.Locator("details", new() { Has = page.Locator($"#critere-{code}") });
        if (await chapter.GetAttributeAsync("open") is null)
        {
            await chapter.Locator("> summary").ClickAsync();
        }
    }

    /// <summary>One of the place, the others of a criterion each.</summary>
    private static async Task TakePhotosAsync(IPage page, IReadOnlyList<string> codes)
    {
        var picture = await PictureAsync(page);
        await page.Locator("#photo-visite").SetInputFilesAsync(picture);
        foreach (var code in codes.Take(Photos - 1))
        {
            await page.Locator($"#photo-{code}").SetInputFilesAsync(picture);
        }
    }

    /// <summary>Larger than what leaves the device.</summary>
    private static async Task<FilePayload> PictureAsync(IPage page)
    {
        var base64 = await page.EvaluateAsync<string>(
            """
            () => {
              const canvas = Object.assign(document.createElement('canvas'), { width: 2400, height: 1800 });
              canvas.getContext('2d').fillRect(300, 300, 900, 600);
              return canvas.toDataURL('image/jpeg').split(',')[1];
            }
            """
        );
        return new FilePayload
        {
            Name = "IMG_0001.jpg",
            MimeType = "image/jpeg",
            Buffer = Convert.FromBase64String(base64),
        };
    }

    private static async Task PressAsync(IPage page, string code, string button)
    {
        await UnfoldAsync(page, code);
        await page.Locator($"#critere-{code}").GetByRole(AriaRole.Button, new() { Name = button }).ClickAsync();
    }

    private static Task ExpectStatusAsync(IPage page, string words) =>
        Assertions
            .Expect(page.Locator(".kit-status"))
            .ToContainTextAsync(new Regex(Regex.Escape(words)), new() { Timeout = 30_000 });

    /// <summary>The longest side of each photograph that the server has.</summary>
    private static Task<int[]> SidesAsync(IPage page) =>
        page.EvaluateAsync<int[]>(
            """
            async () => Promise.all([...document.querySelectorAll('[data-photos] a')].map(async link => {
              const image = await createImageBitmap(await (await fetch(link.href)).blob());
              return Math.max(image.width, image.height);
            }))
            """
        );

    private static Task<IReadOnlyList<string>> FindingsAsync(App app) =>
        ReadAsync(app, "SELECT Text FROM labelling_VisitFinding");

    private static async Task<IReadOnlyList<string>> ReadAsync(App app, string query)
    {
        await using var connection = new SqliteConnection($"Data Source={app.DatabaseFile};Mode=ReadOnly");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = query;
        List<string> rows = [];
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            rows.Add(reader.GetString(0));
        }

        return rows;
    }
}
