using CaseNumerique.Accounts.Data;
using CaseNumerique.Contracts.Accounts;
using CaseNumerique.SharedKernel;
using CaseNumerique.TestKit;
using NUnit.Framework;

namespace CaseNumerique.Accounts.Tests.Features.Own;

internal sealed class ShowAccountTests
{
    [Test]
    public async Task The_header_leads_to_all_that_is_known_of_the_person()
    {
        await using var app = await App.StartAsync();
        var browser = await app.BrowserAsync(Own.Marie);
        var link = (await browser.GetAsync("/gestion")).Document.QuerySelector(".account a")!;

        var page = await browser.GetAsync(link.GetAttribute("href")!);

        foreach (
            var words in new[] { Own.Marie.Name, Own.Marie.Email, "Espace d’essai", "Inactive", "1 session ouverte" }
        )
        {
            Assert.That(page.Text, Does.Contain(words.Replace(' ', ' ')).Or.Contain(words));
        }
    }

    [Test]
    public async Task Delegations_are_shown_at_both_ends_with_their_days()
    {
        await using var app = await App.StartAsync();
        var (from, to) = (await Own.Marie.EnsureAsync(app), await Own.Agent.EnsureAsync(app));
        await app.WithAsync(
            (AccountsDbContext db) =>
            {
                db.Delegations.Add(
                    new Delegation
                    {
                        FromId = from,
                        ToId = to,
                        StartsOn = app.Clock.Today,
                        EndsOn = app.Clock.Today.AddDays(7),
                        Reason = "Congés",
                        CreatedAt = app.Clock.UtcNow,
                    }
                );
                return db.SaveChangesAsync();
            }
        );

        var given = await (await app.BrowserAsync(Own.Marie)).GetAsync("/mon-compte");
        var taken = await (await app.BrowserAsync(Own.Agent)).GetAsync("/mon-compte");

        Assert.That(given.Text, Does.Contain($"{Own.Agent.Name} vous remplace"));
        Assert.That(taken.Text, Does.Contain($"Vous remplacez {Own.Marie.Name}"));
    }

    [Test]
    public async Task A_name_is_put_right_and_announced_with_the_affiliations()
    {
        await using var app = await App.StartAsync();
        var browser = await app.BrowserAsync(Own.Marie);

        var page = await browser.SubmitAsync(
            await browser.GetAsync("/mon-compte/nom"),
            "main form",
            new() { ["Form.Name"] = " Marie Tiaou " }
        );

        Assert.That(page.Text, Does.Contain("Marie Tiaou"));
        var said = app.Announced<AccountChanged>()[^1];
        Assert.That((said.Name, said.AffiliationIds.Count), Is.EqualTo(("Marie Tiaou", 1)));
    }

    [Test]
    public async Task A_name_is_never_empty()
    {
        await using var app = await App.StartAsync();
        var browser = await app.BrowserAsync(Own.Marie);

        var page = await browser.SubmitAsync(
            await browser.GetAsync("/mon-compte/nom"),
            "main form",
            new() { ["Form.Name"] = " " }
        );

        Assert.That(Own.ErrorsOf(page), Does.Contain("Indiquez votre prénom et votre nom"));
    }
}
