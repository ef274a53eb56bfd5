using Microsoft.Playwright;
using NUnit.Framework;

namespace CaseNumerique.Browser.Tests;

/// <summary>Nothing typed is lost, whatever happens to the link or to the session.</summary>
public sealed class DraftTests
{
    private const string Project = "Un atelier de réparation, chaque mercredi.";

    [Test]
    public async Task What_could_not_be_saved_is_offered_again_on_this_device()
    {
        var page = await OpenAsync(hasJavaScript: true);
        var before = await page.GetByLabel("Votre projet").InputValueAsync();
        await page.GetByLabel("Votre projet").FillAsync(Project);
        // The link drops, and the page is lost.
        await page.Context.SetOfflineAsync(true);
        await Assertions.Expect(page.GetByLabel("Votre projet")).ToHaveValueAsync(Project);
        await page.Context.SetOfflineAsync(false);
        await page.ReloadAsync();

        await Assertions.Expect(page.GetByLabel("Votre projet")).ToHaveValueAsync(before);
        await Assertions.Expect(page.Locator(".note")).ToContainTextAsync("Des réponses n’ont pas été enregistrées");
        await Shots.KeepAsync(page, "draft-offered");
        await page.GetByRole(AriaRole.Button, new() { Name = "Les reprendre" }).ClickAsync();
        await Assertions.Expect(page.GetByLabel("Votre projet")).ToHaveValueAsync(Project);

        await page.GetByRole(AriaRole.Button, new() { Name = "Enregistrer et continuer" }).ClickAsync();
        await page.WaitForURLAsync("**/criteres/A");
        Assert.That(await KeptAsync(page), Is.Empty);
        await page.Context.CloseAsync();
    }

    [Test]
    public async Task It_saves_by_itself_and_says_so_also_when_it_cannot()
    {
        var page = await OpenAsync(hasJavaScript: true, hasClock: true);
        await page.GetByLabel("Structure qui gère l’espace").FillAsync("Association Les Kaoris");

        await page.Context.SetOfflineAsync(true);
        await page.Clock.RunForAsync(20_000);
        await Assertions.Expect(Status(page)).ToContainTextAsync("La connexion est coupée.");
        Assert.That(await KeptAsync(page), Has.Length.EqualTo(1));

        await page.Context.SetOfflineAsync(false);
        await page.GetByLabel("Structure qui gère l’espace").FillAsync("Association Les Kaoris de Koné");
        await page.Clock.RunForAsync(20_000);
        await Assertions.Expect(Status(page)).ToContainTextAsync("Brouillon enregistré");
        Assert.That(await KeptAsync(page), Is.Empty);

        // What the script has saved is no other person's: the next save goes through.
        await page.GetByRole(AriaRole.Button, new() { Name = "Enregistrer et continuer" }).ClickAsync();
        await page.WaitForURLAsync("**/criteres/A");
        await page.Context.CloseAsync();
    }

    [Test]
    public async Task An_ended_session_keeps_what_was_typed_and_a_sign_out_does_not()
    {
        var page = await OpenAsync(hasJavaScript: true, hasClock: true);
        await page.GetByLabel("Votre projet").FillAsync("Tapé après la fin de la session.");
        var cookies = await page.Context.CookiesAsync();
        await page.Context.ClearCookiesAsync();

        await page.Clock.RunForAsync(20_000);

        await Assertions.Expect(Status(page)).ToContainTextAsync("Votre session est terminée.");
        await Assertions.Expect(page.GetByRole(AriaRole.Link, new() { Name = "Se reconnecter" })).ToBeVisibleAsync();
        Assert.That(await KeptAsync(page), Has.Length.EqualTo(1));
        await page.Context.AddCookiesAsync(
            cookies.Select(c => new Cookie
            {
                Name = c.Name,
                Value = c.Value,
                Domain = c.Domain,
                Path = c.Path,
            })
        );
        await page.EvaluateAsync(
            "document.querySelector('form[action=\"/deconnexion\"]').dispatchEvent(new Event('submit'))"
        );
        Assert.That(await KeptAsync(page), Is.Empty);
        await page.Context.CloseAsync();
    }

    [Test]
    public async Task A_chapter_is_filled_in_without_script()
    {
        var page = await OpenAsync(hasJavaScript: false);
        await page.GotoAsync(page.Url.Replace("/gestionnaire", "/criteres/H"));
        await page.Locator("#critere-H1 input[type=radio][value='1']").CheckAsync();
        await page.Locator("#critere-H1 textarea").FillAsync("Depuis mars seulement.");

        await page.GetByRole(AriaRole.Button, new() { Name = "Enregistrer et continuer" }).Last.ClickAsync();
        await page.WaitForURLAsync("**/charte");
        await page.GotoAsync(page.Url.Replace("/charte", "/criteres/H"));

        await Assertions.Expect(page.Locator("#critere-H1 input[type=radio][value='1']")).ToBeCheckedAsync();
        await Assertions.Expect(page.Locator("#critere-H1 textarea")).ToHaveValueAsync("Depuis mars seulement.");
        await Shots.KeepAsync(page, "chapter-without-script");
        await page.Context.CloseAsync();
    }

    /// <summary>The first step of the renewal that the example gestionnaire has begun.</summary>
    private static async Task<IPage> OpenAsync(bool hasJavaScript, bool hasClock = false)
    {
        var page = await Site.OpenAsync(People.Manager, hasJavaScript: hasJavaScript);
        if (hasClock)
        {
            await page.Clock.InstallAsync();
        }

        await page.GotoAsync("/gestion/labellisation/demandes");
        var href = await page.Locator("tbody th a").First.GetAttributeAsync("href");
        await page.GotoAsync($"{href}/gestionnaire");
        return page;
    }

    private static ILocator Status(IPage page) => page.Locator("[data-saved]");

    private static Task<string[]> KeptAsync(IPage page) =>
        page.EvaluateAsync<string[]>("Object.keys(localStorage).filter(k => k.startsWith('draft:'))");
}
