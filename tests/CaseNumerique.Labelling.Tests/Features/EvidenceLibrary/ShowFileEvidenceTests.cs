using System.Net;
using System.Text;
using CaseNumerique.Labelling.Data;
using CaseNumerique.SharedKernel;
using CaseNumerique.TestKit;
using NUnit.Framework;

namespace CaseNumerique.Labelling.Tests.Features.EvidenceLibrary;

internal sealed class ShowFileEvidenceTests
{
    [Test]
    public async Task Members_of_the_committee_read_what_proves_a_file_before_them_and_nothing_else_of_its_EPN()
    {
        await using var app = await App.StartAsync();
        var (item, _) = await app.SessionAsync();
        var proof = await app.ProofAsync("Statuts");
        await app.ProveAsync(item.ApplicationId, proof);
        var used = await KeepAsync(app, proof);
        var unused = await KeepAsync(app, await app.ProofAsync("Budget 2028"));
        var member = await app.BrowserAsync(GivenCommittee.Member(1));

        var page = await member.GetAsync(GivenDraft.Url(item.ApplicationId, "/pieces"));

        Assert.That(page.Document.QuerySelector($"main a[href='{used.Url}']"), Is.Not.Null);
        Assert.That(page.Text, Does.Not.Contain("Toutes les pièces"));
        Assert.That((await member.GetAsync(used.Url)).Status, Is.EqualTo(HttpStatusCode.OK));
        Assert.That((await member.GetAsync(unused.Url)).Status, Is.EqualTo(HttpStatusCode.NotFound));
    }

    [Test]
    public async Task Who_keeps_out_of_a_file_or_sits_elsewhere_reads_none_of_it()
    {
        await using var app = await App.StartAsync();
        var (item, _) = await app.SessionAsync();
        var proof = await app.ProofAsync("Statuts");
        await app.ProveAsync(item.ApplicationId, proof);
        var used = await KeepAsync(app, proof);
        var recused = await app.BrowserAsync(GivenCommittee.Member(1));
        await recused.SubmitAsync(
            await recused.GetAsync(GivenCommittee.UrlOf(item, "deport")),
            "main form",
            new() { ["Form.Reason"] = "Je suis élue de la commune." }
        );
        await StakeAsync(app, GivenCommittee.Member(2));
        await SitElsewhereAsync(app, GivenCommittee.Member(9));

        foreach (var number in (int[])[1, 2, 9])
        {
            var browser = await app.BrowserAsync(GivenCommittee.Member(number));
            foreach (var url in (string[])[used.Url, GivenDraft.Url(item.ApplicationId, "/pieces")])
            {
                Assert.That(
                    (await browser.GetAsync(url)).Status,
                    Is.EqualTo(HttpStatusCode.NotFound),
                    $"{number} {url}"
                );
            }
        }
    }

    private static async Task<KeptFile> KeepAsync(App app, Guid proof)
    {
        using var content = new MemoryStream(Encoding.UTF8.GetBytes(GivenCondition.Pdf));
        return await app.WithAsync(
            (IFileStore store) =>
                store.KeepAsync("statuts.pdf", content, Evidence.Rule, Evidence.OwnerOf(proof), default)
        );
    }

    private static async Task StakeAsync(App app, Person member)
    {
        var id = await member.EnsureAsync(app);
        await app.WithAsync(
            (LabellingDbContext db) =>
            {
                db.ConflictsOfInterest.Add(
                    new ConflictOfInterest
                    {
                        EpnId = Given.EpnId,
                        AccountId = id,
                        PersonName = member.Name,
                        Reason = "Ma sœur y travaille",
                        DeclaredAt = app.Clock.UtcNow,
                    }
                );
                return db.SaveChangesAsync();
            }
        );
    }

    private static async Task SitElsewhereAsync(App app, Person member)
    {
        var id = await member.EnsureAsync(app);
        await app.WithAsync(
            (LabellingDbContext db) =>
            {
                db.CommitteeSessions.Add(
                    new CommitteeSession
                    {
                        HeldAt = app.Clock.UtcNow,
                        QuorumPercent = 50,
                        PlannedBy = "Nadège K.",
                        Seats = [new CommitteeSeat { AccountId = id, Name = member.Name }],
                    }
                );
                return db.SaveChangesAsync();
            }
        );
    }
}
