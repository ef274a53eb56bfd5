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

    [Test]
    public async Task Each_example_that_was_filed_has_its_sealed_version()
    {
        await using var app = await App.StartAsync(new() { ["Demo:Seed"] = "true" });

        var filed = await app.WithAsync(
            (LabellingDbContext db) =>
                db
                    .Applications.Where(a => a.Number != null)
                    .Select(a => new
                    {
                        a.Number,
                        a.Seal,
                        Sealed = db.FiledVersions.Where(v => v.ApplicationId == a.Id).Select(v => v.Seal).ToList(),
                    })
                    .ToListAsync()
        );

        Assert.That(filed, Has.Count.GreaterThan(4));
        Assert.That(filed.Select(f => f.Number).Distinct().Count(), Is.EqualTo(filed.Count));
        Assert.That(filed.Where(f => f.Sealed.Count != 1 || f.Sealed[0] != f.Seal), Is.Empty);
    }
}
