using System.Net;
using CaseNumerique.Labelling.Data;
using CaseNumerique.SharedKernel;
using CaseNumerique.TestKit;
using Microsoft.EntityFrameworkCore;
using NUnit.Framework;

namespace CaseNumerique.Labelling.Tests.Features.EvidenceLibrary;

internal sealed class AddEvidenceTests
{
    private static readonly string _url = $"/gestion/labellisation/pieces/nouvelle?espace={Given.EpnId}";

    [Test]
    public async Task Only_those_who_write_for_the_EPN_add_to_its_library()
    {
        await using var app = await StartAsync();
        var stranger = await app.BrowserAsync(Roles.Manager, Guid.NewGuid());
        var reader = await app.BrowserAsync(Roles.Facilitator, Given.EpnId);

        foreach (var browser in new[] { stranger, reader })
        {
            Assert.That((await browser.GetAsync(_url)).Status, Is.EqualTo(HttpStatusCode.NotFound));
        }
    }

    [TestCase("", "https://banians.example", "", "Donnez un nom à la pièce")]
    [TestCase("Planning", "", "", "Choisissez un fichier, ou écrivez l’adresse d’une page.")]
    [TestCase("Planning", "banians.example", "", "Écrivez l’adresse entière")]
    [TestCase("Planning", "javascript:alert(1)", "", "Écrivez l’adresse entière")]
    [TestCase("Planning", "https://banians.example", "2026-11-23", "Cette date est passée")]
    public async Task What_is_wrong_is_said(string title, string link, string expiresOn, string words)
    {
        await using var app = await StartAsync();
        var browser = await app.HeleneAsync();

        var page = await browser.SubmitAsync(
            await browser.GetAsync(_url),
            "main form",
            new()
            {
                ["Form.Title"] = title,
                ["Form.Link"] = link,
                ["Form.ExpiresOn"] = expiresOn,
            }
        );

        Assert.That(page.Text, Does.Contain(words));
        Assert.That(await app.WithAsync((LabellingDbContext db) => db.Evidence.CountAsync()), Is.Zero);
    }

    [Test]
    public async Task A_file_is_read_by_its_EPN_and_ÉcoNum_only()
    {
        await using var app = await StartAsync();
        var browser = await app.HeleneAsync();

        await SendFileAsync(browser, "%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF");
        var list = await browser.GetAsync($"/gestion/labellisation/pieces?espace={Given.EpnId}");
        var href = list.Document.QuerySelector("main a[href^='/fichiers/']")!.GetAttribute("href")!;
        var stranger = await app.BrowserAsync(Roles.Manager, Guid.NewGuid());
        var committee = await app.BrowserAsync(Roles.Committee);
        var agent = await app.BrowserAsync(Roles.Agent);

        Assert.That(list.Text, Does.Contain("Statuts").And.Contain("statuts.pdf"));
        Assert.That((await browser.GetAsync(href)).Status, Is.EqualTo(HttpStatusCode.OK));
        Assert.That((await agent.GetAsync(href)).Status, Is.EqualTo(HttpStatusCode.OK));
        foreach (var other in new[] { stranger, committee, app.Anonymous() })
        {
            Assert.That((await other.GetAsync(href)).Status, Is.EqualTo(HttpStatusCode.NotFound));
        }
    }

    [Test]
    public async Task A_file_that_is_not_taken_leaves_no_proof_behind()
    {
        await using var app = await StartAsync();
        var browser = await app.HeleneAsync();

        var html = await SendFileAsync(browser, "<html>");

        Assert.That(html, Does.Contain("Une réponse est à corriger").And.Contain("value=\"Statuts\""));
        Assert.That(await app.WithAsync((LabellingDbContext db) => db.Evidence.CountAsync()), Is.Zero);
    }

    [Test]
    public async Task A_renewed_proof_takes_the_place_of_the_old_one_but_in_what_is_filed()
    {
        await using var app = await StartAsync();
        var proof = await app.ProofAsync("Assurance 2026");
        var filed = await app.FileAsync(ApplicationStatus.UnderAssessment);
        var draft = await app.FileAsync(ApplicationStatus.Draft, kind: ApplicationKind.Renewal);
        await app.ProveAsync(filed, proof);
        await app.ProveAsync(draft, proof);
        var browser = await app.HeleneAsync();

        var page = await browser.SubmitAsync(
            await browser.GetAsync($"/gestion/labellisation/pieces/nouvelle?remplace={proof}"),
            "main form",
            new() { ["Form.Title"] = "Assurance 2027", ["Form.ExpiresOn"] = "2027-12-31" }
        );

        Assert.That(page.Text, Does.Contain("Assurance 2027").And.Contain("31 décembre 2027"));
        Assert.That(await app.ProofsOfAsync(filed, "A4"), Is.EqualTo(new[] { "Assurance 2026" }));
        Assert.That(await app.ProofsOfAsync(draft, "A4"), Is.EqualTo(new[] { "Assurance 2027" }));
    }

    private static async Task<App> StartAsync()
    {
        var app = await App.StartAsync();
        await app.LesBaniansAsync();
        return app;
    }

    private static async Task<string> SendFileAsync(Browser browser, string content)
    {
        var form = await browser.GetAsync(_url);
        var token = form.Document.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        using var sent = new MultipartFormDataContent
        {
            { new StringContent(token), "__RequestVerificationToken" },
            { new StringContent("Statuts"), "Form.Title" },
            { new StringContent(content), "Form.Sent.Files", "statuts.pdf" },
        };
        using var answer = await browser.Client.PostAsync(new Uri(form.Url), sent);
        return await answer.Content.ReadAsStringAsync();
    }
}
