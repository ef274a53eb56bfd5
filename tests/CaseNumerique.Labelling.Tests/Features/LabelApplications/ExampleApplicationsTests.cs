using CaseNumerique.Labelling.Data;
using CaseNumerique.TestKit;
using Microsoft.EntityFrameworkCore;
using NUnit.Framework;

namespace CaseNumerique.Labelling.Tests.Features.LabelApplications;

internal sealed class ExampleApplicationsTests
{
    [Test]
    public async Task The_example_gestionnaire_has_begun_a_renewal_and_others_have_filed()
    {
        await using var app = await App.StartAsync(new() { ["Demo:Seed"] = "true" });
        var files = await app.WithAsync(
            (LabellingDbContext db) => db.Applications.AsNoTracking().OrderBy(a => a.Number).ToListAsync()
        );
        var browser = app.Anonymous();
        await browser.SubmitAsync(
            await browser.GetAsync("/connexion"),
            "main form",
            new() { ["Form.Email"] = "gestionnaire@epn.example", ["Form.Password"] = "lagon-niaouli-pirogue-cagou" }
        );

        var list = await browser.GetAsync("/gestion/labellisation/demandes");

        Assert.That(list.Text, Does.Contain("1 dossier").And.Contain("renouvellement").And.Contain("Brouillon"));
        Assert.That(
            files.Take(4).Select(f => (f.Number, f.Status)),
            Is.EqualTo(
                new[]
                {
                    (null, ApplicationStatus.Draft),
                    (null, ApplicationStatus.Draft),
                    ("CN-2026-0001", ApplicationStatus.Submitted),
                    ("CN-2026-0002", ApplicationStatus.Submitted),
                }
            )
        );
    }
}
