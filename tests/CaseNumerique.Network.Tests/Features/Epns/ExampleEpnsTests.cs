using CaseNumerique.Contracts.Network;
using CaseNumerique.Network.Data;
using CaseNumerique.Network.Features.Epns;
using CaseNumerique.SharedKernel;
using CaseNumerique.TestKit;
using Microsoft.EntityFrameworkCore;
using NUnit.Framework;

namespace CaseNumerique.Network.Tests.Features.Epns;

public class ExampleEpnsTests
{
    [Test]
    public void The_same_seed_gives_the_same_world()
    {
        var first = Draw(200, seed: 7);
        var second = Draw(200, seed: 7);

        Assert.That(second, Is.EqualTo(first));
    }

    [Test]
    public void Another_seed_gives_another_world() =>
        Assert.That(Draw(200, seed: 8), Is.Not.EqualTo(Draw(200, seed: 7)));

    [Test]
    public void Fifty_thousand_spaces_have_addresses_of_their_own()
    {
        var world = new ExampleWorld(1, new DateOnly(2026, 11, 24));
        var epns = Enumerable.Range(0, 50_000).Select(_ => world.DrawEpn(Known)).ToList();

        Assert.Multiple(() =>
        {
            Assert.That(epns.Select(e => e.Slug).Distinct().Count(), Is.EqualTo(50_000));
            Assert.That(epns.Select(e => (e.InseeCode, e.FoldedName)).Distinct().Count(), Is.EqualTo(50_000));
            Assert.That(epns.Max(e => e.Name.Length), Is.LessThanOrEqualTo(Epn.NameMaxLength));
            Assert.That(epns.Count(e => e.Contacts.All(c => c.Email is null)), Is.InRange(2_500, 4_200));
            Assert.That(epns.SelectMany(e => e.Contacts).Select(c => c.Email), Has.All.Null.Or.EndsWith(".example"));
        });
    }

    [Test]
    public async Task Each_space_is_saved_and_announced_as_a_registered_one_is()
    {
        await using var app = await App.StartAsync();

        await app.WithAsync(
            async (NetworkDbContext db) =>
            {
                await new ExampleEpns(db, app.Clock).AddAsync(new ExampleSize(31, Seed: 1), CancellationToken.None);
                return 0;
            }
        );

        var count = await app.WithAsync((NetworkDbContext db) => db.Epns.CountAsync(e => e.Contacts.Count > 0));
        Assert.Multiple(() =>
        {
            Assert.That(count, Is.EqualTo(31));
            Assert.That(app.Announced<EpnRegistered>().Select(n => n.EpnId), Is.Unique.And.Exactly(31).Items);
            Assert.That(app.Announced<EpnContactsChanged>().Select(n => n.EpnId), Is.Unique.And.Exactly(31).Items);
        });
    }

    private static List<string> Draw(int count, int seed)
    {
        var world = new ExampleWorld(seed, new DateOnly(2026, 11, 24));
        return
        [
            .. Enumerable
                .Range(0, count)
                .Select(_ => world.DrawEpn(Known))
                .Select(e => $"{e.Slug} {e.Latitude} {e.Phone} {string.Join(',', e.Contacts.Select(c => c.Email))}"),
        ];
    }

    private static Operator Known(string name, OperatorKind kind) => new() { Name = name, Kind = kind };
}
