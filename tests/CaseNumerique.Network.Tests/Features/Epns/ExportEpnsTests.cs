using System.Text.Json;
using CaseNumerique.TestKit;
using NUnit.Framework;

namespace CaseNumerique.Network.Tests.Features.Epns;

public class ExportEpnsTests
{
    [Test]
    public async Task Everybody_reads_the_places_under_the_names_of_the_national_schema()
    {
        await using var app = await App.StartAsync();
        await app.SendAsync(Given.LesBanians);

        var place = (await ReadAsync(app, "")).GetProperty("lieux")[0];

        Assert.Multiple(() =>
        {
            Assert.That(place.GetProperty("nom").GetString(), Is.EqualTo("Les Banians"));
            Assert.That(place.GetProperty("commune").GetString(), Is.EqualTo("Koné"));
            Assert.That(place.GetProperty("code_postal").GetString(), Is.EqualTo("98859"));
            Assert.That(place.GetProperty("adresse").GetString(), Is.EqualTo("Quartier de la gare routière"));
            Assert.That(place.GetProperty("latitude").GetDouble(), Is.EqualTo(-21.062));
            Assert.That(place.GetProperty("longitude").GetDouble(), Is.EqualTo(164.862));
            Assert.That(place.GetProperty("date_maj").GetString(), Is.EqualTo("2026-11-24"));
            Assert.That(place.GetProperty("labels").GetArrayLength(), Is.Zero);
        });
    }

    [Test]
    public async Task A_long_list_comes_in_pages()
    {
        await using var app = await App.StartAsync();
        await app.SendAsync(Given.LesBanians);
        await app.SendAsync(Given.Emeraude);

        var answer = await ReadAsync(app, "?taille=1&page=2");

        Assert.Multiple(() =>
        {
            Assert.That(answer.GetProperty("total").GetInt32(), Is.EqualTo(2));
            Assert.That(answer.GetProperty("pages").GetInt32(), Is.EqualTo(2));
            Assert.That(answer.GetProperty("lieux")[0].GetProperty("nom").GetString(), Is.EqualTo("Les Banians"));
        });
    }

    private static async Task<JsonElement> ReadAsync(App app, string query) =>
        JsonDocument.Parse((await app.Anonymous().GetAsync($"/api/v1/lieux{query}")).Text).RootElement;
}
