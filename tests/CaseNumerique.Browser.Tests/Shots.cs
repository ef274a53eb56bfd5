using Microsoft.Playwright;

namespace CaseNumerique.Browser.Tests;

/// <summary>Pictures of the pages for those who want to look at them, in the folder that BROWSER_SHOTS names.</summary>
internal static class Shots
{
    private static readonly string? _folder = Environment.GetEnvironmentVariable("BROWSER_SHOTS");

    public static async Task KeepAsync(IPage page, string name)
    {
        if (_folder is not null)
        {
            var file = string.Concat(name.Split([.. Path.GetInvalidFileNameChars(), ' ', '?', '>'])) + ".png";
            await page.ScreenshotAsync(new() { Path = Path.Combine(_folder, file), FullPage = true });
        }
    }
}
