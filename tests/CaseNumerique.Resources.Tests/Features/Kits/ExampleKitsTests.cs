using CaseNumerique.Resources.Data;
using CaseNumerique.Resources.Features.Kits;
using CaseNumerique.TestKit;
using Microsoft.EntityFrameworkCore;
using NUnit.Framework;

namespace CaseNumerique.Resources.Tests.Features.Kits;

internal sealed class ExampleKitsTests
{
    [Test]
    public async Task The_example_kits_keep_every_rule()
    {
        await using var app = await App.StartAsync();

        foreach (var kit in ExampleKitTexts.All)
        {
            await app.SendAsync(kit);
        }

        var count = await app.WithAsync((ResourcesDbContext db) => db.Kits.CountAsync());
        Assert.That(count, Is.EqualTo(ExampleKitTexts.All.Count));
    }
}
