using System.Text.Json;
using CaseNumerique.Resources.Features.Kits;
using CaseNumerique.TestKit;
using NUnit.Framework;

namespace CaseNumerique.Resources.Tests.Features.Kits;

internal sealed class ListKitsTests
{
    [Test]
    public async Task Kits_are_listed_by_title_with_their_French_names()
    {
        await using var app = await App.StartAsync();
        await app.SendAsync(Kits.Good);
        await app.SendAsync(Kits.Good with { Title = "Écrire un CV" });

        var page = await app.Anonymous().GetAsync("/api/v1/ateliers");

        using var answer = JsonDocument.Parse(page.Text);
        var kits = answer.RootElement.GetProperty("ateliers").EnumerateArray().ToArray();
        Assert.Multiple(() =>
        {
            Assert.That(answer.RootElement.GetProperty("total").GetInt32(), Is.EqualTo(2));
            Assert.That(
                kits.Select(k => k.GetProperty("titre").GetString()),
                Is.EqualTo(["Écrire un CV", "Vidéo : le clonage"])
            );
            Assert.That(kits[0].GetProperty("objectifs").GetArrayLength(), Is.EqualTo(2));
            Assert.That(kits[0].GetProperty("date_publication").GetString(), Is.EqualTo("2026-11-24"));
            Assert.That(kits[0].GetProperty("lien").GetString(), Does.EndWith("/ateliers/ecrire-un-cv"));
        });
    }

    [Test]
    public async Task A_search_narrows_the_list()
    {
        await using var app = await App.StartAsync();
        await app.SendAsync(Kits.Good);

        var found = await app.SendAsync(new ListKits.Query("clonage", Page: 1));
        var missed = await app.SendAsync(new ListKits.Query("poterie", Page: 1));

        Assert.That((found.Total, missed.Total), Is.EqualTo((1, 0)));
    }
}
