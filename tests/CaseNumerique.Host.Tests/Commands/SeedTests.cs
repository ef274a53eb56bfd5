using CaseNumerique.Labelling.Data;
using CaseNumerique.Network.Data;
using CaseNumerique.SharedKernel;
using CaseNumerique.TestKit;
using Microsoft.EntityFrameworkCore;
using NUnit.Framework;

namespace CaseNumerique.Host.Tests.Commands;

internal sealed class SeedTests
{
    [Test]
    public async Task A_base_that_is_not_empty_is_left_alone()
    {
        await using var app = await SeedAsync(epns: 5, seed: 1);

        var (code, output) = await CommandsTests.RunAsync(app, "seed", ("--epns", "5"));

        Assert.That(code, Is.EqualTo(1));
        Assert.That(output, Does.StartWith("La base n’est pas vide"));
        Assert.That(await app.WithAsync((NetworkDbContext db) => db.Epns.CountAsync()), Is.EqualTo(5));
    }

    [TestCase("--epns", "beaucoup")]
    [TestCase("--epns", "0")]
    [TestCase("--epns", "100001")]
    public async Task A_size_that_is_none_is_refused(string option, string value)
    {
        await using var app = await App.StartAsync();

        var (code, output) = await CommandsTests.RunAsync(app, "seed", (option, value));

        Assert.That(code, Is.EqualTo(2));
        Assert.That(output, Does.StartWith(option));
    }

    [Test]
    public async Task The_same_seed_gives_the_same_world()
    {
        await using var one = await SeedAsync(epns: 40, seed: 7);
        await using var two = await SeedAsync(epns: 40, seed: 7);

        Assert.That(await NamesAsync(two), Is.EqualTo(await NamesAsync(one)));
        Assert.That(await LabelsAsync(two), Is.EqualTo(await LabelsAsync(one)));
    }

    [Test]
    public async Task Another_seed_gives_another_world()
    {
        await using var one = await SeedAsync(epns: 10, seed: 1);
        await using var two = await SeedAsync(epns: 10, seed: 2);

        Assert.That(await NamesAsync(two), Is.Not.EqualTo(await NamesAsync(one)));
    }

    [TestCase(31, 1)]
    [TestCase(200, 3)]
    public async Task On_each_day_to_come_one_label_in_twenty_reaches_a_milestone(int epns, int seed)
    {
        await using var app = await SeedAsync(epns, seed);
        var ends = await app.WithAsync((LabellingDbContext db) => db.Labels.Select(l => l.ExpiresOn).ToListAsync());
        var rules = await app.WithAsync(
            (LabellingDbContext db) => db.ReminderRules.Include(r => r.Milestones).SingleAsync()
        );
        var days = ends.SelectMany(e => rules.InForce.Select(m => m.DayFor(e))).ToLookup(d => d);

        for (var ahead = 0; ahead <= 15; ahead++)
        {
            var day = app.Clock.Today.AddDays(ahead);
            Assert.That(days[day].Count(), Is.AtLeast(ends.Count / 20.0), $"{day}");
        }
    }

    [Test]
    public async Task The_example_people_of_a_space_act_for_one_with_a_label()
    {
        await using var app = await SeedAsync(epns: 31, seed: 1);

        var people = await app.WithAsync(
            (NetworkDbContext db) => db.Affiliations.Include(a => a.Epn).OrderBy(a => a.Role).ToListAsync()
        );

        Assert.That(people.Select(a => a.PersonName), Is.EqualTo(new[] { "Joseph Waheo", "Hélène Poadja" }));
        Assert.That(people.Select(a => a.AccountState), Is.All.EqualTo("ouvert"));
        Assert.That(people.Select(a => a.Epn.LabelStatus), Is.All.EqualTo("actif"));
        Assert.That(people.Select(a => a.EpnId).Distinct().Count(), Is.EqualTo(1));
    }

    private static async Task<App> SeedAsync(int epns, int seed)
    {
        var app = await App.StartAsync();
        var (code, output) = await CommandsTests.RunAsync(app, "seed", ("--epns", $"{epns}"), ("--seed", $"{seed}"));
        Assert.That(code, Is.Zero, output);
        return app;
    }

    private static Task<List<string>> NamesAsync(App app) =>
        app.WithAsync(
            (NetworkDbContext db) =>
                db
                    .Epns.OrderBy(e => e.Slug)
                    .Select(e => e.Slug + " " + e.Name + " " + e.InseeCode + " " + e.Latitude)
                    .ToListAsync()
        );

    private static async Task<List<string>> LabelsAsync(App app)
    {
        var rows = await app.WithAsync(
            (LabellingDbContext db) =>
                db
                    .Labels.Join(
                        db.Epns,
                        l => l.EpnId,
                        e => e.Id,
                        (l, e) =>
                            new
                            {
                                l.Number,
                                l.ExpiresOn,
                                e.Slug,
                            }
                    )
                    .ToListAsync()
        );
        return [.. rows.Select(r => $"{r.Number} {r.Slug} {r.ExpiresOn:O}").Order()];
    }
}
