using CaseNumerique.Accounts.Access;
using CaseNumerique.Accounts.Data;
using CaseNumerique.SharedKernel;
using CaseNumerique.TestKit;
using Microsoft.EntityFrameworkCore;
using MimeKit;

namespace CaseNumerique.Accounts.Tests.Features.Own;

/// <summary>What the tests of one's own account share.</summary>
internal static class Own
{
    public static readonly Person Marie = new("marie@epn.example", Roles.Manager) { Name = "Marie T." };

    public static readonly Person Agent = new("agent@econum.example", Roles.Agent);

    public static string? ErrorsOf(Page page) => page.Document.QuerySelector(".errors")?.TextContent;

    /// <summary>Ten minutes go by: the proof of the sign-in is worth nothing any longer.</summary>
    public static void GrowOld(App app) => app.Clock.Advance(Sessions.ProofLife + TimeSpan.FromSeconds(1));

    public static Task<Account> AccountAsync(App app, Person person) =>
        app.WithAsync((AccountsDbContext db) => db.Accounts.SingleAsync(a => a.Email == person.Email));

    /// <summary>The subjects of the mails that have left, with what is still waiting.</summary>
    public static async Task<IReadOnlyList<MimeMessage>> MailsAsync(App app)
    {
        await app.DispatchAsync();
        await app.RunJobAsync("mail-delivery");
        return [.. app.MailFiles.Select(f => MimeMessage.Load(f))];
    }

    /// <summary>Ties an authenticator to the account, as the page asks for it.</summary>
    /// <returns>The page that shows the recovery codes.</returns>
    public static async Task<Page> EnrolAsync(App app, Browser browser, string query = "")
    {
        var page = await browser.GetAsync($"/mon-compte/double-authentification{query}");
        var key = page.Document.QuerySelector(".key-text")!.TextContent.Replace(" ", "", StringComparison.Ordinal);
        var code = await app.WithAsync((Totp totp) => Task.FromResult(totp.CurrentCode(key)));
        return await browser.SubmitAsync(page, "main form", new() { ["Form.Code"] = code });
    }

    public static IReadOnlyList<string> CodesOf(Page page) =>
        [.. page.Document.QuerySelectorAll(".codes code").Select(c => c.TextContent)];
}
