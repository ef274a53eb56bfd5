using CaseNumerique.Contracts.Network;
using CaseNumerique.Labelling.Data;
using CaseNumerique.SharedKernel;
using CaseNumerique.TestKit;
using Microsoft.EntityFrameworkCore;
using NUnit.Framework;

namespace CaseNumerique.Host.Tests.Notifications;

internal sealed class OutboxPruningTests
{
    private static readonly Guid _epnId = Guid.CreateVersion7();

    [Test]
    public async Task What_was_taken_in_by_all_is_forgotten_after_its_time_and_not_before()
    {
        await using var app = await StartAsync();
        await app.DispatchAsync();

        app.Clock.Advance(TimeSpan.FromDays(OutboxPruning.DaysKept - 1));
        await app.RunJobAsync("outbox-pruning");
        Assert.That(app.Announced<EpnRegistered>(), Has.Count.EqualTo(1), "a day before");

        app.Clock.Advance(TimeSpan.FromDays(2));
        await app.RunJobAsync("outbox-pruning");
        Assert.That(app.Announced<EpnRegistered>(), Is.Empty, "a day after");
    }

    [Test]
    public async Task What_nobody_has_been_told_yet_stays_however_old()
    {
        await using var app = await StartAsync();

        app.Clock.Advance(TimeSpan.FromDays(400));
        await app.RunJobAsync("outbox-pruning");

        Assert.That(app.Announced<EpnRegistered>(), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task A_dead_letter_stays_until_someone_has_dealt_with_it()
    {
        await using var app = await StartAsync();
        await app.DispatchAsync();
        await app.WithAsync(
            (LabellingDbContext db) =>
                db.Deliveries.Take(1).ExecuteUpdateAsync(set => set.SetProperty(d => d.State, DeliveryState.Dead))
        );

        app.Clock.Advance(TimeSpan.FromDays(400));
        await app.RunJobAsync("outbox-pruning");

        Assert.That(app.Announced<EpnRegistered>(), Has.Count.EqualTo(1));
    }

    private static async Task<App> StartAsync()
    {
        var app = await App.StartAsync();
        await app.WithAsync(
            (LabellingDbContext db) =>
            {
                var notification = new EpnRegistered(_epnId, 1, "Les Banians", "les-banians", "98811", "Koné", "Nord");
                db.Announce(notification, _epnId);
                return db.SaveChangesAsync();
            }
        );
        return app;
    }
}
