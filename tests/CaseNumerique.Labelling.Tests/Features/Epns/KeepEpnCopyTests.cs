using CaseNumerique.Contracts.Network;
using CaseNumerique.Labelling.Data;
using CaseNumerique.Labelling.Features.Epns;
using CaseNumerique.TestKit;
using Microsoft.EntityFrameworkCore;
using NUnit.Framework;

namespace CaseNumerique.Labelling.Tests.Features.Epns;

public class KeepEpnCopyTests
{
    [Test]
    public async Task Hearing_twice_changes_nothing()
    {
        await using var app = await App.StartAsync();
        await app.LesBaniansAsync();

        await HearAsync(app, new EpnContactsChanged(Given.EpnId, 2, [Given.Manager, Given.Facilitator]));

        Assert.That(await app.WithAsync((LabellingDbContext db) => db.Epns.CountAsync()), Is.EqualTo(1));
        Assert.That(await app.WithAsync((LabellingDbContext db) => db.Contacts.CountAsync()), Is.EqualTo(2));
    }

    [Test]
    public async Task A_person_who_has_left_is_forgotten()
    {
        await using var app = await App.StartAsync();
        await app.LesBaniansAsync();

        await HearAsync(app, new EpnContactsChanged(Given.EpnId, 3, [Given.Manager]));

        var names = await app.WithAsync((LabellingDbContext db) => db.Contacts.Select(c => c.Name).ToListAsync());
        Assert.That(names, Is.EqualTo(new[] { "Hélène W." }));
    }

    [Test]
    public async Task What_is_older_than_the_copy_is_ignored()
    {
        await using var app = await App.StartAsync();
        await app.LesBaniansAsync();

        await HearAsync(app, new EpnContactsChanged(Given.EpnId, 1, []));

        Assert.That(await app.WithAsync((LabellingDbContext db) => db.Contacts.CountAsync()), Is.EqualTo(2));
    }

    [Test]
    public async Task A_new_name_is_taken_over_and_found_by_a_search()
    {
        await using var app = await App.StartAsync();
        await app.LesBaniansAsync();

        await app.WithAsync(
            async (LabellingDbContext db) =>
            {
                var handler = new KeepEpnCopy.Handler(db);
                await handler.Handle(new EpnChanged(Given.EpnId, 3, "Les Kaoris"), default);
                await handler.Handle(new EpnChanged(Given.EpnId, 2, "Trop tard"), default);
            }
        );

        var epn = await app.WithAsync((LabellingDbContext db) => db.Epns.SingleAsync());
        Assert.That((epn.Name, epn.SearchText), Is.EqualTo(("Les Kaoris", "les kaoris kone")));
    }

    private static Task HearAsync(App app, EpnContactsChanged notification) =>
        app.WithAsync((LabellingDbContext db) => new KeepEpnCopy.Handler(db).Handle(notification, default));
}
