using CaseNumerique.TestKit;
using Microsoft.Playwright;
using MimeKit;

namespace CaseNumerique.Browser.Tests;

/// <summary>What people do on the account pages, in the words that these show.</summary>
internal static class Walk
{
    extension(IPage page)
    {
        /// <summary>Where one is, within the site.</summary>
        public string Path => new Uri(page.Url).AbsolutePath;

        public Task WriteAsync(string label, string text) =>
            page.GetByLabel(label, new() { Exact = true }).FillAsync(text);

        public Task PressAsync(string button) =>
            page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();

        public Task FollowAsync(string link) => page.GetByRole(AriaRole.Link, new() { Name = link }).First.ClickAsync();

        public async Task SignInAsync(string email, string password = App.Password)
        {
            await page.GotoAsync("/connexion");
            await page.WriteAsync("Adresse électronique", email);
            await page.WriteAsync("Mot de passe", password);
            await page.PressAsync("Se connecter");
        }

        public async Task SignOutAsync()
        {
            await page.GotoAsync("/deconnexion");
            await page.Locator("main form button").ClickAsync();
        }

        public Task SeesAsync(string text) => Assertions.Expect(page.Locator("main")).ToContainTextAsync(text);

        /// <summary>Opens the link of the newest mail that came to an address.</summary>
        public async Task FollowMailAsync(string address)
        {
            var text = (await MailsToAsync(address))[^1].TextBody!;
            var link = text.Split('\n')
                .Select(l => l.Trim())
                .Single(l => l.Contains("?jeton=", StringComparison.Ordinal));
            await page.GotoAsync(new Uri(link).PathAndQuery);
        }
    }

    /// <summary>The mails that have come to an address, oldest first.</summary>
    public static async Task<IReadOnlyList<MimeMessage>> MailsToAsync(string address)
    {
        await Site.App.DispatchAsync();
        await Site.App.RunJobAsync("mail-delivery");
        return
        [
            .. Site
                .App.MailFiles.OrderBy(File.GetLastWriteTimeUtc)
                .Select(f => MimeMessage.Load(f))
                .Where(m => m.To.Mailboxes.Any(t => t.Address == address)),
        ];
    }
}
