using System.Net;
using CaseNumerique.Accounts.Data;
using CaseNumerique.Accounts.Features.People;
using CaseNumerique.Accounts.Tests.Features.People;
using CaseNumerique.SharedKernel;
using CaseNumerique.TestKit;
using Microsoft.Extensions.DependencyInjection;
using NUnit.Framework;

namespace CaseNumerique.Accounts.Tests.Features.SeeAs;

internal sealed class SeeAsTests
{
    private const string Reason = "Appel du 24 novembre";

    private ToldJournal _journal = null!;
    private App _app = null!;
    private Guid _joseph;

    [SetUp]
    public async Task StartAsync()
    {
        _journal = new ToldJournal();
        _app = await App.StartAsync(configure: s => s.AddSingleton<IAuditJournal>(_journal));
        _joseph = await Given.Joseph.EnsureAsync(_app);
    }

    [TearDown]
    public async Task StopAsync() => await _app.DisposeAsync();

    [TestCase(Roles.Manager)]
    [TestCase(Roles.Committee)]
    public async Task Nobody_outside_EcoNum_sees_as_another(string role)
    {
        var browser = await _app.BrowserAsync(role);

        var page = await browser.GetAsync($"/gestion/comptes/{_joseph}/voir");

        Assert.That(page.Status, Is.EqualTo(HttpStatusCode.Forbidden));
    }

    [Test]
    public async Task The_site_shows_what_the_other_person_sees_and_the_journal_why()
    {
        var browser = await _app.BrowserAsync(Given.Bastien);

        var page = await BeginAsync(browser);

        Assert.Multiple(async () =>
        {
            Assert.That(page.Text, Does.Contain("Vue de Joseph Waheo, en lecture seule"));
            Assert.That(page.Document.QuerySelector("a[href='/gestion/comptes']"), Is.Null);
            Assert.That((await browser.GetAsync("/gestion/comptes")).Status, Is.EqualTo(HttpStatusCode.Forbidden));
            Assert.That((await browser.GetAsync("/espaces")).Text, Does.Contain("en lecture seule"));
        });
        var fact = _journal.Of("account.see-as").Single();
        Assert.That(
            (fact.Action, fact.Subject, fact.Details!["Motif"]),
            Is.EqualTo(("account.see-as-began", $"Compte {_joseph}", Reason))
        );
    }

    [Test]
    public async Task The_reason_is_asked_for()
    {
        var browser = await _app.BrowserAsync(Given.Bastien);

        var page = await BeginAsync(browser, reason: "");

        Assert.That(page.Document.QuerySelector(".errors")?.TextContent, Does.Contain("Indiquez le motif"));
        Assert.That(_journal.Of("account.see-as"), Is.Empty);
    }

    [Test]
    public async Task A_person_of_EcoNum_is_never_looked_through()
    {
        var browser = await _app.BrowserAsync(Given.Bastien);
        _joseph = await Given.Nadege.EnsureAsync(_app);

        var page = await BeginAsync(browser);

        Assert.That(page.Text, Does.Contain("sans rôle d’ÉcoNum"));
    }

    [Test]
    public async Task Nothing_can_be_saved_and_the_page_says_so()
    {
        var browser = await _app.BrowserAsync(Given.Bastien);
        var form = await browser.GetAsync($"/gestion/comptes/{_joseph}/voir");
        await BeginAsync(browser);

        var page = await browser.SubmitAsync(form, "main form", new() { ["Form.Reason"] = "encore" });

        Assert.That(page.Status, Is.EqualTo(HttpStatusCode.Forbidden));
        Assert.That(page.Text, Does.Contain("Cette vue est en lecture seule"));
    }

    [TestCase("PUT")]
    [TestCase("DELETE")]
    [TestCase("PATCH")]
    public async Task No_other_verb_passes_either(string verb)
    {
        var browser = await _app.BrowserAsync(Given.Bastien);
        await BeginAsync(browser);

        var answer = await browser.Client.SendAsync(new HttpRequestMessage(new HttpMethod(verb), "/gestion"));

        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.Forbidden));
    }

    [Test]
    public async Task The_button_ends_it_and_gives_the_own_rights_back()
    {
        var browser = await _app.BrowserAsync(Given.Bastien);
        var page = await BeginAsync(browser);

        page = await browser.SubmitAsync(page, "form[action='/gestion/vue/fin']", []);

        Assert.That(page.Text, Does.Not.Contain("en lecture seule"));
        Assert.That((await browser.GetAsync("/gestion/comptes")).Status, Is.EqualTo(HttpStatusCode.OK));
        var fact = _journal.Of("account.see-as-ended").Single();
        Assert.That(fact.Subject, Is.EqualTo($"Compte {_joseph}"));
    }

    [Test]
    public async Task It_ends_by_itself_after_half_an_hour()
    {
        var browser = await _app.BrowserAsync(Given.Bastien);
        await BeginAsync(browser);
        _app.Clock.Advance(Session.LongestView / 2);
        var during = await browser.GetAsync("/gestion");
        _app.Clock.Advance(Session.LongestView / 2);

        var page = await browser.GetAsync("/gestion");
        await browser.GetAsync("/gestion");

        Assert.That(during.Text, Does.Contain("en lecture seule"));
        Assert.That(page.Text, Does.Contain("Bonjour Bastien Marchal").And.Not.Contain("en lecture seule"));
        Assert.That(_journal.Of("account.see-as-ended").Count(), Is.EqualTo(1));
    }

    [Test]
    public async Task It_ends_when_the_other_account_is_closed_or_the_right_is_lost()
    {
        var browser = await _app.BrowserAsync(Given.Bastien);
        await BeginAsync(browser);
        await _app.SendAsync(new CloseAccount.Command { AccountId = _joseph, Reason = Reason });
        var closed = await browser.GetAsync("/gestion");
        await _app.SendAsync(new ReopenAccount.Command(_joseph));
        await BeginAsync(browser);
        var bastien = await Given.Bastien.EnsureAsync(_app);
        await _app.SendAsync(new ChangeRoles.Command { AccountId = bastien, Reason = Reason });

        var lost = await browser.GetAsync("/gestion");

        Assert.That(closed.Text, Does.Contain("Bonjour Bastien Marchal"));
        Assert.That(lost.Text, Does.Contain("Bonjour Bastien Marchal"));
    }

    [Test]
    public async Task Signing_out_is_possible_meanwhile()
    {
        var browser = await _app.BrowserAsync(Given.Bastien);
        var page = await BeginAsync(browser);

        await browser.SubmitAsync(page, "form[action='/deconnexion']", []);

        Assert.That((await browser.GetAsync("/gestion")).Url, Does.Contain("/connexion"));
    }

    private async Task<Page> BeginAsync(Browser browser, string reason = Reason) =>
        await browser.SubmitAsync(
            await browser.GetAsync($"/gestion/comptes/{_joseph}/voir"),
            "main form",
            new() { ["Form.Reason"] = reason }
        );
}
