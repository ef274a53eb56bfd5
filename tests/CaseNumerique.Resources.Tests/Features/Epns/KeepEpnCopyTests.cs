using CaseNumerique.Contracts.Network;
using CaseNumerique.Resources.Data;
using CaseNumerique.Resources.Features.Epns;
using CaseNumerique.TestKit;
using MediatR;
using Microsoft.EntityFrameworkCore;
using NUnit.Framework;

namespace CaseNumerique.Resources.Tests.Features.Epns;

internal sealed class KeepEpnCopyTests
{
    private static readonly EpnRegistered _registered = new(
        Guid.CreateVersion7(),
        Revision: 3,
        "Les Banians",
        "les-banians",
        "98811",
        "Koné",
        "Nord"
    );

    [Test]
    public async Task A_registered_epn_is_copied_under_its_own_id()
    {
        await using var app = await App.StartAsync();

        var copies = await HearAsync(app, _registered);

        Assert.That(
            copies.Select(e => (e.Id, e.Name, e.Slug, e.Commune, e.Revision, e.IsClosed)),
            Is.EqualTo([(_registered.EpnId, "Les Banians", "les-banians", "Koné", 3, false)])
        );
    }

    [Test]
    public async Task Hearing_twice_changes_nothing()
    {
        await using var app = await App.StartAsync();
        await HearAsync(app, _registered);

        var copies = await HearAsync(app, _registered);

        Assert.That(copies.Select(e => e.Revision), Is.EqualTo([3]));
    }

    [Test]
    public async Task A_newer_revision_replaces_the_copy()
    {
        await using var app = await App.StartAsync();
        await HearAsync(app, _registered);

        var copies = await HearAsync(app, _registered with { Revision = 4, Name = "Les Grands Banians" });

        Assert.That(copies.Select(e => (e.Name, e.Revision)), Is.EqualTo([("Les Grands Banians", 4)]));
    }

    [Test]
    public async Task An_older_revision_is_ignored()
    {
        await using var app = await App.StartAsync();
        await HearAsync(app, _registered);

        var copies = await HearAsync(app, _registered with { Revision = 2, Name = "L’ancien nom" });

        Assert.That(copies.Select(e => (e.Name, e.Revision)), Is.EqualTo([("Les Banians", 3)]));
    }

    [Test]
    public async Task A_closure_closes_the_copy_and_an_older_one_does_not()
    {
        await using var app = await App.StartAsync();
        await HearAsync(app, _registered);
        var closed = new EpnClosed(_registered.EpnId, Revision: 3, new DateOnly(2026, 11, 1));

        var afterOld = await HearAsync(app, closed);
        var afterNew = await HearAsync(app, closed with { Revision = 4 });
        var afterTwice = await HearAsync(app, closed with { Revision = 4 });

        Assert.That(
            new[] { afterOld, afterNew, afterTwice }.Select(copies => copies.Single().IsClosed),
            Is.EqualTo([false, true, true])
        );
    }

    [Test]
    public async Task A_closure_of_an_unknown_epn_adds_nothing()
    {
        await using var app = await App.StartAsync();

        var copies = await HearAsync(app, new EpnClosed(Guid.CreateVersion7(), Revision: 1, new DateOnly(2026, 11, 1)));

        Assert.That(copies, Is.Empty);
    }

    [Test]
    public async Task A_new_name_is_taken_over_unless_it_is_old()
    {
        await using var app = await App.StartAsync();
        await HearAsync(app, _registered);

        await HearAsync(app, new EpnChanged(_registered.EpnId, Revision: 5, "Les Kaoris"));
        var copies = await HearAsync(app, new EpnChanged(_registered.EpnId, Revision: 4, "Trop tard"));

        Assert.That(copies.Select(e => (e.Name, e.Revision)), Is.EqualTo([("Les Kaoris", 5)]));
    }

    private static Task<List<Epn>> HearAsync<TNotification>(App app, TNotification notification)
        where TNotification : INotification =>
        app.WithAsync(
            async (ResourcesDbContext db) =>
            {
                var handler = (INotificationHandler<TNotification>)(object)new KeepEpnCopy.Handler(db);
                await handler.Handle(notification, CancellationToken.None);
                return await db.Epns.AsNoTracking().ToListAsync();
            }
        );
}
