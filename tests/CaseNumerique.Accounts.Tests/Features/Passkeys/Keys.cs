using CaseNumerique.Accounts.Data;
using CaseNumerique.TestKit;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Accounts.Tests.Features.Passkeys;

/// <summary>What the tests of passkeys share.</summary>
internal static class Keys
{
    public const string ListPath = "/mon-compte/cles-d-acces";
    public const string AddPath = "/mon-compte/cles-d-acces/ajout";
    public const string SignInPath = "/connexion/cle-d-acces";

    public static Task<List<IdentityUserPasskey<Guid>>> StoredAsync(App app) =>
        app.WithAsync((AccountsDbContext db) => db.Passkeys.AsNoTracking().ToListAsync());

    /// <summary>Makes a key on the page, and ties it to the account.</summary>
    public static async Task<Page> AddAsync(Browser browser, SoftKey key, string name = "Mon téléphone")
    {
        var page = await browser.GetAsync(AddPath);
        var credential = key.Create(await ChallengeAsync(browser, page));
        return await browser.SubmitAsync(
            page,
            "main form",
            new() { ["Form.Name"] = name, ["Form.Credential"] = credential }
        );
    }

    public static async Task<Page> SignInAsync(Browser browser, SoftKey key, string query = "")
    {
        var page = await browser.GetAsync($"/connexion{query}");
        return await SendAsync(browser, page, key.Sign(await ChallengeAsync(browser, page)));
    }

    public static Task<Page> SendAsync(Browser browser, Page page, string credential) =>
        browser.SubmitAsync(page, "[data-passkey]", new() { ["Form.Credential"] = credential });

    /// <summary>Asks the site for a challenge, as the page's script does.</summary>
    public static async Task<string> ChallengeAsync(Browser browser, Page page)
    {
        var form = page.Document.QuerySelector("[data-passkey]")!;
        var token = form.QuerySelector("[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        using var content = new FormUrlEncodedContent([new("__RequestVerificationToken", token)]);
        var answer = await browser.Client.PostAsync(form.GetAttribute("data-challenge"), content);
        return await answer.Content.ReadAsStringAsync();
    }

    public static async Task<Page> RemoveAsync(Browser browser, SoftKey key) =>
        await browser.SubmitAsync(await browser.GetAsync($"{ListPath}/retrait?cle={key.Id}"), "main form", []);
}
