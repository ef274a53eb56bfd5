using System.Text.Json;
using CaseNumerique.TestKit;
using NUnit.Framework;

namespace CaseNumerique.Events.Tests.Features.Gatherings;

internal sealed class ListGatheringsTests
{
    [Test]
    public async Task Gatherings_are_listed_with_their_French_names()
    {
        await using var app = await App.StartAsync();
        await app.SendAsync(Gatherings.Good);

        var page = await app.Anonymous().GetAsync("/api/v1/rencontres");

        using var answer = JsonDocument.Parse(page.Text);
        var gathering = answer.RootElement.GetProperty("rencontres").EnumerateArray().Single();
        Assert.Multiple(() =>
        {
            Assert.That(answer.RootElement.GetProperty("total").GetInt32(), Is.EqualTo(1));
            Assert.That(gathering.GetProperty("edition").GetInt32(), Is.EqualTo(10));
            Assert.That(gathering.GetProperty("date_debut").GetString(), Is.EqualTo("2027-03-09"));
            Assert.That(gathering.GetProperty("date_fin").GetString(), Is.EqualTo("2027-03-10"));
            Assert.That(
                gathering.GetProperty("lien").GetString(),
                Does.EndWith("/rencontres/10e-rencontre-des-animateurs-numeriques")
            );
        });
    }
}
