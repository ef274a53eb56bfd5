using System.Net;
using System.Text.Json;
using CaseNumerique.TestKit;
using NUnit.Framework;

namespace CaseNumerique.Labelling.Tests.Features.Verification;

public class ExportLabelsTests
{
    [Test]
    public async Task Another_system_reads_what_people_read()
    {
        await using var app = await VerifyLabelTests.StartAsync();
        await app.ChangeAsync("CASE-001", "suspension");

        var answer = await app.Anonymous().GetAsync("/api/v1/labels/case-1");
        var label = JsonDocument.Parse(answer.Text).RootElement;

        Assert.Multiple(() =>
        {
            Assert.That(label.GetProperty("numero").GetString(), Is.EqualTo("CASE-001"));
            Assert.That(label.GetProperty("etat").GetString(), Is.EqualTo("suspendu"));
            Assert.That(label.GetProperty("valide").GetBoolean(), Is.False);
            Assert.That(label.GetProperty("date_fin").GetString(), Is.EqualTo("2027-02-22"));
            Assert.That(label.GetProperty("espace").GetProperty("commune").GetString(), Is.EqualTo("Koné"));
            Assert.That(label.GetProperty("verification").GetString(), Does.EndWith("/verification/CASE-001"));
            Assert.That(answer.Text, Does.Not.Contain("Pour l’exemple"));
            Assert.That(answer.Response.Headers.CacheControl!.ToString(), Is.EqualTo("public, max-age=60"));
        });
    }

    [Test]
    public async Task An_unknown_number_is_a_problem_404()
    {
        await using var app = await VerifyLabelTests.StartAsync();

        var answer = await app.Anonymous().GetAsync("/api/v1/labels/CASE-999");

        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That(answer.Text, Does.Contain("Aucun label ne porte ce numéro."));
    }

    [Test]
    public async Task All_labels_come_in_pages_in_the_order_of_their_numbers()
    {
        await using var app = await VerifyLabelTests.StartAsync(-400);
        await app.LabelEndingInAsync(90);

        var list = JsonDocument.Parse((await app.Anonymous().GetAsync("/api/v1/labels")).Text).RootElement;
        var second = JsonDocument.Parse((await app.Anonymous().GetAsync("/api/v1/labels?taille=1&page=2")).Text);

        Assert.Multiple(() =>
        {
            Assert.That(
                list.GetProperty("labels").EnumerateArray().Select(l => l.GetProperty("etat").GetString()),
                Is.EqualTo(new[] { "expire", "valide" })
            );
            Assert.That(list.GetProperty("total").GetInt32(), Is.EqualTo(2));
            Assert.That(second.RootElement.GetProperty("pages").GetInt32(), Is.EqualTo(2));
            Assert.That(
                second.RootElement.GetProperty("labels")[0].GetProperty("numero").GetString(),
                Is.EqualTo("CASE-002")
            );
        });
    }
}
