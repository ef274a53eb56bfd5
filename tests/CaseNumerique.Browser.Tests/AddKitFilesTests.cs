using System.Text;
using Microsoft.Playwright;
using NUnit.Framework;

namespace CaseNumerique.Browser.Tests;

public sealed class AddKitFilesTests
{
    /// <summary>For all pieces to come, in milliseconds.</summary>
    private const float Patience = 30_000;

    private static readonly byte[] _pdf = Encoding.ASCII.GetBytes($"%PDF-1.7\n{new string(' ', 3_500_000)}\n%%EOF\n");

    [TestCase(false)]
    [TestCase(true)]
    public async Task A_file_is_added_and_taken_away_again(bool hasJavaScript)
    {
        var name = $"Fiche {(hasJavaScript ? "avec" : "sans")} script.pdf";
        var page = await GoAsync(hasJavaScript);

        await ChooseAsync(page, name, _pdf);
        await page.GetByRole(AriaRole.Button, new() { Name = "Ajouter" }).ClickAsync();

        var line = page.Locator(".lines li", new() { HasText = name });
        await Assertions.Expect(line).ToContainTextAsync("3,5\u00A0Mo", new() { Timeout = Patience });
        await line.GetByRole(AriaRole.Link, new() { Name = "Retirer" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Retirer le fichier" }).ClickAsync();
        await Assertions.Expect(page.Locator(".note.ok")).ToHaveTextAsync("Le fichier est retiré.");
        await Assertions.Expect(line).ToHaveCountAsync(0);
    }

    [Test]
    public async Task After_a_cut_only_the_rest_is_sent()
    {
        var page = await GoAsync(hasJavaScript: true);
        List<string> offsets = [];
        await page.RouteAsync(
            "**/fichiers/envois/*",
            async route =>
            {
                if (route.Request.Method == "PATCH")
                {
                    offsets.Add(route.Request.Headers["upload-offset"]);
                    if (offsets.Count == 3)
                    {
                        await route.AbortAsync("connectionreset");
                        return;
                    }
                }

                await route.ContinueAsync();
            }
        );

        await ChooseAsync(page, "Coupée.pdf", _pdf);
        await page.GetByRole(AriaRole.Button, new() { Name = "Ajouter" }).ClickAsync();

        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("La connexion est coupée");
        await Assertions
            .Expect(page.Locator(".lines li", new() { HasText = "Coupée.pdf" }))
            .ToHaveCountAsync(1, new() { Timeout = Patience });
        Assert.That(offsets, Is.EqualTo(["0", "1000000", "2000000", "2000000", "3000000"]));
    }

    [Test]
    public async Task What_is_too_heavy_is_said_before_it_is_sent()
    {
        var page = await GoAsync(hasJavaScript: true);

        await ChooseAsync(page, "Film.pdf", new byte[20_000_001]);
        await page.GetByRole(AriaRole.Button, new() { Name = "Ajouter" }).ClickAsync();

        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("« Film.pdf » est trop lourd");
    }

    private static async Task<IPage> GoAsync(bool hasJavaScript)
    {
        var page = await Site.OpenAsync(People.Agent, hasJavaScript: hasJavaScript);
        await new Place(People.Agent, "/ateliers", ".lines h3 a", "a[href$=fichiers]").GoAsync(page);
        return page;
    }

    private static Task ChooseAsync(IPage page, string name, byte[] content) =>
        page.Locator("input[type=file]")
            .SetInputFilesAsync(
                new FilePayload
                {
                    Name = name,
                    MimeType = "application/pdf",
                    Buffer = content,
                }
            );
}
