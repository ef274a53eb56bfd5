using CaseNumerique.Contracts.Labelling;
using CaseNumerique.Network.Data;
using CaseNumerique.Network.Features.Closures;
using CaseNumerique.SharedKernel;
using CaseNumerique.TestKit;
using Microsoft.EntityFrameworkCore;
using NUnit.Framework;

namespace CaseNumerique.Network.Tests.Features.Closures;

public class KeepClosureCopyTests
{
    private static readonly Guid _closure = Guid.NewGuid();

    [TestCase(0, 10, "Fermé pour le moment")]
    [TestCase(3, 10, "Fermeture annoncée")]
    public async Task Whoever_wants_to_go_there_reads_it(int first, int last, string title)
    {
        await using var app = await App.StartAsync();

        await HearAsync(app, first, last);

        Assert.That(
            (await app.Anonymous().GetAsync("/espaces/les-banians")).Text,
            Does.Contain(title).And.Contain("inclus.")
        );
    }

    [TestCase(-10, -1)]
    [TestCase(0, -1)]
    public async Task What_has_passed_or_was_called_off_is_not_shown(int first, int last)
    {
        await using var app = await App.StartAsync();

        await HearAsync(app, first, last);

        var page = await app.Anonymous().GetAsync("/espaces/les-banians");
        Assert.That(page.Text, Does.Not.Contain("Fermé pour le moment").And.Not.Contain("Fermeture annoncée"));
    }

    [Test]
    public async Task What_is_older_than_what_it_has_heard_changes_nothing()
    {
        await using var app = await App.StartAsync();
        await HearAsync(app, 0, 10);
        await HearAsync(app, 0, 5, revision: 1);

        await HearAsync(app, 0, 10);
        await HearAsync(app, 0, 5, revision: 1);

        var epn = await app.WithAsync((NetworkDbContext db) => db.Epns.SingleAsync());
        Assert.That(epn.ClosureLastOn, Is.EqualTo(app.Clock.Today.AddDays(5)));
    }

    private static async Task HearAsync(App app, int first, int last, int revision = 0)
    {
        if (!await app.WithAsync((NetworkDbContext db) => db.Epns.AnyAsync()))
        {
            await app.SendAsync(Given.LesBanians);
        }

        var today = app.Clock.Today;
        await app.WithAsync(
            async (NetworkDbContext db) =>
                await new KeepClosureCopy.Handler(db, app.Clock).Handle(
                    new EpnTemporarilyClosed(
                        await db.Epns.Select(e => e.Id).SingleAsync(),
                        _closure,
                        revision,
                        today.AddDays(first),
                        today.AddDays(last)
                    ),
                    default
                )
        );
    }
}
