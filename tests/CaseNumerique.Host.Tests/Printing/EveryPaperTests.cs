using System.Net;
using CaseNumerique.Labelling.Data;
using CaseNumerique.SharedKernel;
using CaseNumerique.TestKit;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NUnit.Framework;
using UglyToad.PdfPig.Tokens;

namespace CaseNumerique.Host.Tests.Printing;

/// <summary>Every address at which the host prints a document, asked for and read back by a library that did not write it.</summary>
internal sealed class EveryPaperTests
{
    /// <param name="Url">Of an example.</param>
    /// <param name="Title">As the document names itself.</param>
    /// <param name="Words">What its readers look for.</param>
    private sealed record Sample(string Route, string Url, string Title, params string[] Words);

    [Test]
    public async Task Each_document_says_what_it_must_in_the_form_of_an_archive()
    {
        await using var app = await App.StartAsync(new() { ["Demo:Seed"] = "true" });
        await app.DispatchAsync();
        var samples = await SamplesAsync(app);
        var browser = await app.BrowserAsync(Roles.Administrator);
        var routes = app
            .Services.GetServices<EndpointDataSource>()
            .SelectMany(s => s.Endpoints)
            .OfType<RouteEndpoint>()
            .Select(e => $"/{e.RoutePattern.RawText!.TrimStart('/')}")
            .Where(r => r.EndsWith(".pdf", StringComparison.Ordinal))
            .Distinct();

        Assert.That(routes, Is.EquivalentTo(samples.Select(s => s.Route).Distinct()), "each document has a sample");
        foreach (var sample in samples)
        {
            using var answer = await browser.Client.GetAsync(sample.Url);
            Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.OK), sample.Url);
            using var paper = Paper.Read(await answer.Content.ReadAsByteArrayAsync());
            Assert.Multiple(() => Check(paper, sample));
        }
    }

    private static void Check(Paper paper, Sample sample)
    {
        Assert.That(paper.Information.Title, Is.EqualTo(sample.Title), sample.Url);
        Assert.That(paper.Information.Author, Is.EqualTo("ÉcoNum"), sample.Url);
        Assert.That(((StringToken)paper.Catalog.Data["Lang"]).Data, Is.EqualTo("fr-NC"), sample.Url);
        Assert.That(((BooleanToken)paper.Follow(paper.Catalog.Data["MarkInfo"]).Data["Marked"]).Data, Is.True);
        Assert.That(paper.Catalog.Data, Does.ContainKey("OutputIntents"), sample.Url);
        var stated = paper.Metadata.Descendants().Where(e => !e.HasElements).Select(e => (e.Name.ToString(), e.Value));
        Assert.That(
            stated,
            Is.SupersetOf(
                new[]
                {
                    ("{http://www.aiim.org/pdfa/ns/id/}part", "2"),
                    ("{http://www.aiim.org/pdfa/ns/id/}conformance", "A"),
                    ("{http://www.aiim.org/pdfua/ns/id/}part", "1"),
                }
            ),
            sample.Url
        );
        var tags = paper.Structure;
        Assert.That(tags[0].Tag, Is.EqualTo("Document"), sample.Url);
        Assert.That(tags.Count(t => t.Tag == "H1"), Is.EqualTo(1), sample.Url);
        Assert.That(tags.Where(t => t.Tag == "Figure").Select(t => t.Words("Alt")), Is.All.Not.Empty, sample.Url);
        Assert.That(
            tags.Where(t => t.Tag == "TH").Select(t => $"{paper.Follow(t.Element.Data["A"]).Data["Scope"]}"),
            Is.All.Contains("Column").Or.All.Contains("Row"),
            sample.Url
        );
        foreach (var words in sample.Words)
        {
            Assert.That(paper.Text.Replace('\u00A0', ' '), Does.Contain(words), sample.Url);
        }
    }

    private static Task<List<Sample>> SamplesAsync(App app) =>
        app.WithAsync(
            async (LabellingDbContext db) =>
            {
                var label = await db.Labels.OrderBy(l => l.Number).FirstAsync(l => l.Status == LabelStatus.Active);
                var session = await db.CommitteeSessions.FirstAsync();
                // Minutes are those of a closed session; the example one is still to come.
                await db
                    .CommitteeSessions.Where(s => s.Id == session.Id)
                    .ExecuteUpdateAsync(set => set.SetProperty(s => s.ClosedAt, app.Clock.UtcNow));
                var charter = await db.Charters.SingleAsync();
                var filed = await db
                    .Applications.Where(a => db.FiledVersions.Any(v => v.ApplicationId == a.Id))
                    .OrderBy(a => a.Number)
                    .FirstAsync();
                var decided = await db
                    .Applications.Where(a => a.DecidedAt != null && a.Number != null)
                    .OrderBy(a => a.Number)
                    .ToListAsync();
                Assert.That(
                    decided.Select(a => a.Status),
                    Is.SupersetOf(new[] { ApplicationStatus.GrantedWithConditions, ApplicationStatus.Refused })
                );
                return (List<Sample>)
                    [
                        new(
                            "/gestion/labellisation/demandes/{id:guid}/recepisse.pdf",
                            $"/gestion/labellisation/demandes/{filed.Id}/recepisse.pdf",
                            "Récépissé de dépôt",
                            filed.Number!,
                            $"SHA-256 {filed.Seal}",
                            "La charte signée, version 1",
                            charter.Commitments[0]
                        ),
                        .. decided.Select(LetterOf),
                        new(
                            "/gestion/labellisation/labels/{numero}/attestation.pdf",
                            $"/gestion/labellisation/labels/{label.Number}/attestation.pdf",
                            "Attestation de label Case numérique",
                            label.Number
                        ),
                        new(
                            "/gestion/labellisation/comites/{id:guid}/pv.pdf",
                            $"/gestion/labellisation/comites/{session.Id}/pv.pdf",
                            "Procès-verbal du comité de labellisation",
                            "Présidence de séance"
                        ),
                    ];
            }
        );

    private static Sample LetterOf(LabelApplication file) =>
        new(
            "/gestion/labellisation/demandes/{id:guid}/lettre.pdf",
            $"/gestion/labellisation/demandes/{file.Id}/lettre.pdf",
            file.Status switch
            {
                ApplicationStatus.Granted => "Label accordé",
                ApplicationStatus.GrantedWithConditions => "Label accordé sous réserve",
                _ => "Label refusé",
            },
            file.Number!,
            file.Status switch
            {
                ApplicationStatus.GrantedWithConditions => "Réserves",
                ApplicationStatus.Refused => "Voies de recours",
                _ => file.ActNumber!,
            }
        );
}
