using CaseNumerique.Contracts.Network;
using CaseNumerique.Network.Data;
using CaseNumerique.SharedKernel;
using CaseNumerique.TestKit;
using MediatR;
using NUnit.Framework;

namespace CaseNumerique.Host.Tests.Notifications;

internal sealed class AnnouncingTests
{
    [Test]
    public async Task Publishing_directly_is_refused()
    {
        await using var app = await App.StartAsync();

        Assert.That(
            () =>
                app.WithAsync(
                    (IPublisher publisher) => publisher.Publish(new EpnClosed(Guid.NewGuid(), 1, app.Clock.Today))
                ),
            Throws.InvalidOperationException.With.Message.StartsWith("Announce EpnClosed")
        );
    }

    [Test]
    public async Task What_was_rolled_back_was_never_announced()
    {
        await using var app = await App.StartAsync();
        await app.WithAsync(
            async (NetworkDbContext db) =>
            {
                await using var transaction = await db.Database.BeginTransactionAsync();
                db.Announce(new EpnClosed(Guid.NewGuid(), 1, app.Clock.Today), Guid.NewGuid());
                await db.SaveChangesAsync();
                await transaction.RollbackAsync();
            }
        );

        Assert.That(app.Announced<EpnClosed>(), Is.Empty);
        Assert.That(await app.DispatchAsync(), Is.Zero);
    }
}
