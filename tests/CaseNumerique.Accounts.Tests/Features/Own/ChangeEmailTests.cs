using System.Text.RegularExpressions;
using CaseNumerique.Accounts.Data;
using CaseNumerique.Contracts.Accounts;
using CaseNumerique.SharedKernel;
using CaseNumerique.TestKit;
using Microsoft.EntityFrameworkCore;
using NUnit.Framework;

namespace CaseNumerique.Accounts.Tests.Features.Own;

internal sealed partial class ChangeEmailTests
{
    private const string Path = "/mon-compte/adresse";
    private const string Next = "marie.t@ailleurs.example";

    [Test]
    public async Task The_address_changes_when_both_have_agreed_in_either_order([Values] bool newFirst)
    {
        await using var app = await App.StartAsync();
        var links = await AskAsync(app, await app.BrowserAsync(Own.Marie), Next);
        string[] order = newFirst ? [Next, Own.Marie.Email] : [Own.Marie.Email, Next];

        var first = await ConfirmAsync(app, links[order[0]]);
        Assert.That(first.Text, Does.Contain("dès que l’autre adresse confirme aussi"));
        Assert.That((await OnlyAsync(app)).Email, Is.EqualTo(Own.Marie.Email));
        var second = await ConfirmAsync(app, links[order[1]]);

        Assert.That(second.Text, Does.Contain("Votre nouvelle adresse est en place"));
        var account = await OnlyAsync(app);
        Assert.That((account.Email, account.UserName), Is.EqualTo((Next, Next)));
        Assert.That(account.NormalizedEmail, Is.EqualTo(Next.ToUpperInvariant()));
        var said = app.Announced<AccountChanged>()[^1];
        Assert.That((said.Email, said.AffiliationIds.Count), Is.EqualTo((Next, 1)));
    }

    [Test]
    public async Task The_address_that_was_left_is_told()
    {
        await using var app = await App.StartAsync();
        var links = await AskAsync(app, await app.BrowserAsync(Own.Marie), Next);
        foreach (var link in links.Values)
        {
            await ConfirmAsync(app, link);
        }

        var told = (await Own.MailsAsync(app)).Single(m => m.Subject == "L’adresse de votre compte a changé");

        Assert.That(told.To.Mailboxes.Single().Address, Is.EqualTo(Own.Marie.Email));
    }

    [Test]
    public async Task A_taken_address_gets_the_same_answer_and_no_mail()
    {
        await using var app = await App.StartAsync();
        await Own.Agent.EnsureAsync(app);
        var browser = await app.BrowserAsync(Own.Marie);

        var links = await AskAsync(app, browser, Own.Agent.Email);

        Assert.That(links.Keys, Is.EqualTo(new[] { Own.Marie.Email }));
        var page = await browser.GetAsync(Path);
        Assert.That(page.Text, Does.Contain($"le lien reçu à {Own.Marie.Email} et à {Own.Agent.Email}"));
    }

    [Test]
    public async Task A_change_that_was_cancelled_or_asked_anew_makes_its_links_worthless([Values] bool anew)
    {
        await using var app = await App.StartAsync();
        var browser = await app.BrowserAsync(Own.Marie);
        var links = await AskAsync(app, browser, Next);

        if (anew)
        {
            await AskAsync(app, browser, "encore@ailleurs.example");
        }
        else
        {
            await browser.SubmitAsync(await browser.GetAsync(Path), "main form[action*=Cancel]", []);
        }

        foreach (var link in links.Values)
        {
            Assert.That((await app.Anonymous().GetAsync(link)).Text, Does.Contain("Ce lien n’est plus valable"));
        }
    }

    [Test]
    public async Task Looking_at_a_link_confirms_nothing_and_following_it_twice_is_refused()
    {
        await using var app = await App.StartAsync();
        var links = await AskAsync(app, await app.BrowserAsync(Own.Marie), Next);
        foreach (var link in links.Values)
        {
            await app.Anonymous().GetAsync(link);
        }

        Assert.That((await OnlyAsync(app)).Email, Is.EqualTo(Own.Marie.Email));
        await ConfirmAsync(app, links[Next]);
        Assert.That((await app.Anonymous().GetAsync(links[Next])).Text, Does.Contain("n’est plus valable"));
    }

    [Test]
    public async Task An_address_that_somebody_took_in_the_meantime_is_refused()
    {
        await using var app = await App.StartAsync();
        var links = await AskAsync(app, await app.BrowserAsync(Own.Marie), Next);
        await ConfirmAsync(app, links[Own.Marie.Email]);
        await new Person(Next, Roles.Manager).EnsureAsync(app);

        var page = await ConfirmAsync(app, links[Next]);

        Assert.That(Own.ErrorsOf(page), Does.Contain("Cette adresse a déjà un compte"));
    }

    [TestCase("", "Indiquez la nouvelle adresse")]
    [TestCase("marie", "comme nom@exemple.nc")]
    [TestCase("MARIE@epn.example", "déjà l’adresse de votre compte")]
    public async Task What_cannot_become_the_address_is_refused(string email, string why)
    {
        await using var app = await App.StartAsync();
        var browser = await app.BrowserAsync(Own.Marie);

        var page = await browser.SubmitAsync(
            await browser.GetAsync(Path),
            "main form",
            new() { ["Form.Email"] = email }
        );

        Assert.That(Own.ErrorsOf(page), Does.Contain(why));
    }

    private static Task<Account> OnlyAsync(App app) =>
        app.WithAsync((AccountsDbContext db) => db.Accounts.SingleAsync());

    /// <summary>The links that left, by the address they went to.</summary>
    private static async Task<Dictionary<string, string>> AskAsync(App app, Browser browser, string email)
    {
        var before = (await Own.MailsAsync(app)).Select(m => m.MessageId).ToHashSet();
        await browser.SubmitAsync(
            await browser.GetAsync(Path),
            "main form[novalidate]",
            new() { ["Form.Email"] = email }
        );
        return (await Own.MailsAsync(app))
            .Where(m => m.Subject!.StartsWith("Confirmez", StringComparison.Ordinal))
            .Where(m => !before.Contains(m.MessageId))
            .ToDictionary(m => m.To.Mailboxes.Single().Address, m => Link().Match(m.TextBody!).Groups[1].Value);
    }

    private static async Task<Page> ConfirmAsync(App app, string link)
    {
        var browser = app.Anonymous();
        return await browser.SubmitAsync(await browser.GetAsync(link), "main form", []);
    }

    [GeneratedRegex(@"https?://[^/\s]+(/connexion/\S+)")]
    private static partial Regex Link();
}
