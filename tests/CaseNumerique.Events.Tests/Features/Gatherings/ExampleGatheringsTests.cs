using CaseNumerique.Events.Features.Gatherings;
using CaseNumerique.TestKit;
using NUnit.Framework;

namespace CaseNumerique.Events.Tests.Features.Gatherings;

internal sealed class ExampleGatheringsTests
{
    [TestCase("2026-11-24")]
    [TestCase("2028-02-29")]
    public async Task The_example_gatherings_keep_every_rule_on_any_day(string today)
    {
        await using var app = await App.StartAsync();
        var day = DateOnly.ParseExact(today, "yyyy-MM-dd", null);

        foreach (var gathering in ExampleGatheringTexts.All(day))
        {
            await app.SendAsync(gathering);
        }

        Assert.That(ExampleGatheringTexts.All(day).Select(g => g.StartsOn > day), Is.EqualTo([false, false, true]));
    }
}
