using System.Net;
using CaseNumerique.Accounts.Data;
using CaseNumerique.Accounts.Features.People;
using CaseNumerique.SharedKernel;
using CaseNumerique.TestKit;
using Microsoft.EntityFrameworkCore;
using NUnit.Framework;

namespace CaseNumerique.Accounts.Tests.Features.People;

internal sealed class ListAccountsTests
{
    [TestCase(Roles.Manager, HttpStatusCode.Forbidden)]
    [TestCase(Roles.Committee, HttpStatusCode.Forbidden)]
    [TestCase(Roles.Agent, HttpStatusCode.OK)]
    public async Task The_people_of_EcoNum_alone_see_the_accounts(string role, HttpStatusCode status)
    {
        await using var app = await App.StartAsync();
        var browser = await app.BrowserAsync(role);

        Assert.That((await browser.GetAsync("/gestion/comptes")).Status, Is.EqualTo(status));
    }

    [TestCase("kilikíli nadege")]
    [TestCase("NADEGE@econum")]
    public async Task A_search_looks_past_accents_and_case_in_name_and_address(string typed)
    {
        await using var app = await App.StartAsync();
        await Given.Nadege.EnsureAsync(app);
        await Given.Joseph.EnsureAsync(app);

        var found = await app.SendAsync(new ListAccounts.Query(typed, null, null, null, 1));

        Assert.That(found.Rows.Select(r => r.Name), Is.EqualTo(new[] { "Nadège Kilikili" }));
    }

    [Test]
    public async Task An_account_from_before_the_search_is_found_after_the_next_start()
    {
        var app = await App.StartAsync();
        await Given.Joseph.EnsureAsync(app);
        await app.WithAsync(
            (AccountsDbContext db) => db.Accounts.ExecuteUpdateAsync(set => set.SetProperty(a => a.SearchText, ""))
        );

        await using var next = await app.RestartAsync();

        var found = await next.SendAsync(new ListAccounts.Query("waheo", null, null, null, 1));
        Assert.That(found.Total, Is.EqualTo(1));
    }

    [TestCase("invite", null, null, new[] { "Invitée" })]
    [TestCase("ouvert", null, null, new[] { "Joseph Waheo", "Nadège Kilikili" })]
    [TestCase("ferme", null, null, new string[0])]
    [TestCase(null, Roles.Manager, null, new[] { "Joseph Waheo" })]
    [TestCase(null, Roles.Administrator, null, new[] { "Nadège Kilikili" })]
    [TestCase(null, null, true, new[] { "Nadège Kilikili" })]
    [TestCase(null, null, false, new[] { "Invitée", "Joseph Waheo" })]
    public async Task Each_filter_keeps_what_it_says(string? state, string? role, bool? hasSecondFactor, string[] names)
    {
        await using var app = await App.StartAsync();
        await Given.Nadege.EnsureAsync(app);
        await Given.Joseph.EnsureAsync(app);
        await app.SendAsync(
            new InvitePerson.Command
            {
                Name = "Invitée",
                Email = "invitee@econum.example",
                Role = Roles.Committee,
            }
        );

        var found = await app.SendAsync(new ListAccounts.Query(null, state, role, hasSecondFactor, 1));

        Assert.That(found.Rows.Select(r => r.Name), Is.EqualTo(names));
    }

    [Test]
    public async Task A_row_tells_roles_state_and_last_sign_in()
    {
        await using var app = await App.StartAsync();
        await Given.Joseph.EnsureAsync(app);
        var browser = await app.BrowserAsync(Given.Bastien);

        var page = await browser.GetAsync("/gestion/comptes?q=bastien");

        Assert.That(page.Text, Does.Contain("1 compte"));
        Assert.That(page.Text, Does.Contain("Agent d’ÉcoNum Ouvert Oui 24 novembre 2026 à 8 h"));
    }

    [Test]
    public async Task A_search_without_result_says_so_and_leads_back()
    {
        await using var app = await App.StartAsync();
        var browser = await app.BrowserAsync(Given.Bastien);

        var page = await browser.GetAsync("/gestion/comptes?q=introuvable");

        Assert.That(page.Text, Does.Contain("Aucun compte ne répond à ces critères"));
        Assert.That(page.Document.QuerySelector(".empty a")?.GetAttribute("href"), Is.EqualTo("/gestion/comptes"));
    }
}
