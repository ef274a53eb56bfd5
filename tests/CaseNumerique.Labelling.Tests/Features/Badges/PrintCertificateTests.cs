using System.Net;
using System.Text;
using CaseNumerique.Labelling.Data;
using CaseNumerique.Labelling.Features.Badges;
using CaseNumerique.Labelling.Tests.Features.Verification;
using CaseNumerique.SharedKernel;
using CaseNumerique.TestKit;
using NUnit.Framework;

namespace CaseNumerique.Labelling.Tests.Features.Badges;

public class PrintCertificateTests
{
    private const string Url = "/gestion/labellisation/labels/CASE-001/attestation.pdf";

    [TestCase(Roles.Manager, true, HttpStatusCode.OK)]
    [TestCase(Roles.Agent, false, HttpStatusCode.OK)]
    [TestCase(Roles.Manager, false, HttpStatusCode.NotFound)]
    [TestCase(Roles.Committee, false, HttpStatusCode.NotFound)]
    public async Task It_is_for_the_people_of_the_place_and_of_EcoNum(string role, bool isOwn, HttpStatusCode status)
    {
        await using var app = await VerifyLabelTests.StartAsync();
        var browser = await app.BrowserAsync(role, isOwn ? [Given.EpnId] : []);

        using var answer = await browser.Client.GetAsync(Url);

        Assert.That(answer.StatusCode, Is.EqualTo(status));
        if (status is HttpStatusCode.OK)
        {
            var bytes = await answer.Content.ReadAsByteArrayAsync();
            Assert.That(answer.Content.Headers.ContentType!.MediaType, Is.EqualTo("application/pdf"));
            Assert.That(answer.Content.Headers.ContentDisposition!.FileName, Is.EqualTo("attestation-CASE-001.pdf"));
            Assert.That(Encoding.ASCII.GetString(bytes, 0, 5), Is.EqualTo("%PDF-"));
        }
    }

    [Test]
    public async Task There_is_none_while_the_label_does_not_hold()
    {
        await using var app = await VerifyLabelTests.StartAsync();
        await app.ChangeAsync("CASE-001", "suspension");
        var browser = await app.BrowserAsync(Roles.Agent);

        Assert.That((await browser.GetAsync(Url)).Status, Is.EqualTo(HttpStatusCode.NotFound));
    }

    [Test]
    public async Task Its_code_leads_to_the_answer_of_the_day()
    {
        await using var app = await VerifyLabelTests.StartAsync();
        var verified = await app.WithAsync((LabellingDbContext db) => db.VerifyAsync("1", Given.Today, default));

        var paper = PrintCertificate.Write(
            verified!,
            LabelAnswer.Valid,
            new PortalOptions { BaseUrl = "https://case.example" },
            app.Clock.UtcNow
        );

        var facts = paper.Blocks.OfType<PrintBlock.Facts>().Single().Lines.ToDictionary(f => f.Label, f => f.Value);
        Assert.Multiple(() =>
        {
            Assert.That(
                paper.Blocks.OfType<PrintBlock.QrCode>().Single().Address,
                Is.EqualTo("https://case.example/verification/CASE-001")
            );
            Assert.That(facts["Espace"], Is.EqualTo("Les Banians, Koné"));
            Assert.That(facts["Valable"], Does.Contain("22\u00A0février\u00A02027 inclus"));
            Assert.That(facts, Does.Not.ContainKey("Décision"));
        });
    }
}
