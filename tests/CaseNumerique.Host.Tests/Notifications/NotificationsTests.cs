using CaseNumerique.Events.Data;
using CaseNumerique.Labelling.Data;
using CaseNumerique.Network.Data;
using CaseNumerique.Network.Features.Epns;
using CaseNumerique.Resources.Data;
using CaseNumerique.SharedKernel;
using CaseNumerique.TestKit;
using Microsoft.EntityFrameworkCore;
using NUnit.Framework;

namespace CaseNumerique.Host.Tests.Notifications;

internal sealed class NotificationsTests
{
    [Test]
    public async Task What_Network_registers_the_three_others_know()
    {
        await using var app = await App.StartAsync();

        await app.SendAsync(Given.LesBanians);
        await app.DispatchAsync();

        Assert.That(
            await app.WithAsync((LabellingDbContext db) => db.Epns.Select(e => e.Slug).SingleAsync()),
            Is.EqualTo(Given.Slug)
        );
        Assert.That(
            await app.WithAsync((ResourcesDbContext db) => db.Epns.Select(e => e.Slug).SingleAsync()),
            Is.EqualTo(Given.Slug)
        );
        Assert.That(
            await app.WithAsync((EventsDbContext db) => db.Epns.Select(e => e.Slug).SingleAsync()),
            Is.EqualTo(Given.Slug)
        );
        Assert.That(
            await app.WithAsync((LabellingDbContext db) => db.Contacts.Select(c => c.Email).SingleAsync()),
            Is.EqualTo("marie-rose@banians.example")
        );
    }

    [Test]
    public async Task A_second_dispatch_finds_nothing_to_do()
    {
        await using var app = await App.StartAsync();
        await app.SendAsync(Given.LesBanians);
        await app.DispatchAsync();
        var before = await SnapshotAsync(app);

        var tried = await app.DispatchAsync();

        Assert.That(tried, Is.Zero);
        Assert.That(await SnapshotAsync(app), Is.EqualTo(before));
    }

    [Test]
    public async Task A_delivery_that_comes_again_changes_nothing()
    {
        await using var app = await App.StartAsync();
        await app.SendAsync(Given.LesBanians);
        await app.DispatchAsync();
        var before = await SnapshotAsync(app);
        // A host was killed after the effect and before it could say so.
        await app.WithAsync(
            (NetworkDbContext db) =>
                db.Deliveries.ExecuteUpdateAsync(set =>
                    set.SetProperty(d => d.State, DeliveryState.Pending).SetProperty(d => d.LeaseUntil, (DateTime?)null)
                )
        );
        // What a handler running again would write over.
        await app.WithAsync(
            (LabellingDbContext db) => db.Epns.ExecuteUpdateAsync(set => set.SetProperty(e => e.Revision, 0))
        );

        var tried = await app.DispatchAsync();

        Assert.That(tried, Is.EqualTo(before.Deliveries));
        Assert.That(
            await app.WithAsync((LabellingDbContext db) => db.Epns.Select(e => e.Revision).SingleAsync()),
            Is.Zero
        );
        Assert.That(await SnapshotAsync(app), Is.EqualTo(before));
    }

    [Test]
    public async Task One_EPN_is_heard_of_in_the_order_of_what_happened()
    {
        await using var app = await App.StartAsync();
        await app.SendAsync(Given.LesBanians);
        await app.SendAsync(new CloseEpn.Command { Slug = Given.Slug, Reason = "Fin du bail" });
        await app.DispatchAsync();

        var (epn, closedOn) = await app.WithAsync(
            (LabellingDbContext db) => db.Epns.Select(e => ValueTuple.Create(e.Slug, e.ClosedOn)).SingleAsync()
        );
        var order = await app.WithAsync(
            async (LabellingDbContext db) =>
                await db
                    .Inbox.Where(e => e.Handler.Contains("KeepEpnCopy"))
                    .OrderBy(e => e.MessageId)
                    .Select(e => e.MessageId)
                    .ToListAsync()
        );

        Assert.That((epn, closedOn), Is.EqualTo((Given.Slug, app.Clock.Today)));
        Assert.That(order, Has.Count.EqualTo(3));
        Assert.That(
            await app.WithAsync((ResourcesDbContext db) => db.Epns.Select(e => e.IsClosed).SingleAsync()),
            Is.True
        );
        Assert.That(
            await app.WithAsync((EventsDbContext db) => db.Epns.Select(e => e.IsClosed).SingleAsync()),
            Is.True
        );
    }

    /// <summary>Each copy hears one after the other: the end of an EPN waits until its beginning was heard.</summary>
    [Test]
    public async Task What_is_postponed_holds_back_what_follows_on_the_same_EPN_only()
    {
        await using var app = await App.StartAsync();
        await app.SendAsync(Given.LesBanians);
        await app.SendAsync(Given.LesBanians with { Name = "Le Kaori", OperatorName = "Commune de Koné" });
        await app.DispatchAsync();
        await app.SendAsync(new CloseEpn.Command { Slug = Given.Slug, Reason = "Fin du bail" });
        var first = await app.WithAsync(
            (NetworkDbContext db) => db.Epns.Where(e => e.Slug == Given.Slug).Select(e => e.Id).SingleAsync()
        );
        await PostponeAsync(app, first);

        await app.SendAsync(new CloseEpn.Command { Slug = "le-kaori", Reason = "Fin du bail" });
        await app.DispatchAsync();

        Assert.That(await ClosedAsync(app), Is.EqualTo(new[] { "le-kaori" }));
        Assert.That(await app.WithAsync((EventsDbContext db) => db.Epns.CountAsync(e => e.IsClosed)), Is.EqualTo(1));
        Assert.That(await app.WithAsync((ResourcesDbContext db) => db.Epns.CountAsync(e => e.IsClosed)), Is.EqualTo(1));
        app.Clock.Advance(TimeSpan.FromHours(1));
        await app.DispatchAsync();
        Assert.That(await ClosedAsync(app), Is.EqualTo(new[] { "le-kaori", Given.Slug }));
    }

    /// <summary>The first delivery about an EPN that is still to come failed a moment ago.</summary>
    private static Task PostponeAsync(App app, Guid epnId) =>
        app.WithAsync(
            async (NetworkDbContext db) =>
            {
                var earlier = await db.Deliveries.Where(d => d.AggregateId == epnId).ToListAsync();
                foreach (var delivery in earlier)
                {
                    delivery.State = DeliveryState.Pending;
                    delivery.LeaseUntil = null;
                    delivery.RetryAt = app.Clock.UtcNow.AddMinutes(10);
                }

                await db.SaveChangesAsync();
            }
        );

    private static Task<List<string>> ClosedAsync(App app) =>
        app.WithAsync(
            (LabellingDbContext db) =>
                db.Epns.Where(e => e.ClosedOn != null).OrderBy(e => e.Slug).Select(e => e.Slug).ToListAsync()
        );

    private static async Task<Snapshot> SnapshotAsync(App app) =>
        new(
            await app.WithAsync((NetworkDbContext db) => db.Outbox.CountAsync()),
            await app.WithAsync((NetworkDbContext db) => db.Deliveries.CountAsync()),
            await app.WithAsync((LabellingDbContext db) => db.Inbox.CountAsync()),
            await app.WithAsync((ResourcesDbContext db) => db.Inbox.CountAsync()),
            await app.WithAsync((EventsDbContext db) => db.Epns.CountAsync())
        );

    private sealed record Snapshot(int Messages, int Deliveries, int Labelling, int Resources, int Events);
}
