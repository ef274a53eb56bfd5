using CaseNumerique.Contracts.Labelling;
using CaseNumerique.Network.Data;
using CaseNumerique.Network.Features.Labels;
using CaseNumerique.TestKit;
using Microsoft.EntityFrameworkCore;
using NUnit.Framework;

namespace CaseNumerique.Network.Tests.Features.Labels;

public class KeepLabelCopyTests
{
    private static readonly DateOnly _start = new(2026, 1, 1);
    private static readonly DateOnly _end = new(2028, 12, 31);

    [Test]
    public async Task A_label_granted_shows_on_the_public_page()
    {
        await using var app = await App.StartAsync();
        var id = await RegisterAsync(app);

        await HearAsync(app, h => h.Handle(Granted(id), CancellationToken.None));

        var page = await app.Anonymous().GetAsync("/espaces/les-banians");
        Assert.Multiple(() =>
        {
            Assert.That(page.Document.QuerySelector(".tag.case")?.TextContent, Is.EqualTo("Case numérique"));
            Assert.That(page.Text, Does.Contain("jusqu’au 31 décembre 2028"));
        });
    }

    [Test]
    public async Task A_change_of_status_follows()
    {
        await using var app = await App.StartAsync();
        var id = await RegisterAsync(app);
        await HearAsync(app, h => h.Handle(Granted(id), CancellationToken.None));

        await HearAsync(app, h => h.Handle(Changed(id, "suspendu"), CancellationToken.None));

        Assert.That((await EpnAsync(app)).LabelStatus, Is.EqualTo("suspendu"));
    }

    [Test]
    public async Task A_grant_heard_twice_changes_nothing()
    {
        await using var app = await App.StartAsync();
        var id = await RegisterAsync(app);
        await HearAsync(app, h => h.Handle(Granted(id), CancellationToken.None));
        await HearAsync(app, h => h.Handle(Changed(id, "retire"), CancellationToken.None));

        await HearAsync(app, h => h.Handle(Granted(id), CancellationToken.None));

        Assert.That((await EpnAsync(app)).LabelStatus, Is.EqualTo("retire"));
    }

    [Test]
    public async Task An_older_label_does_not_hide_a_newer_one()
    {
        await using var app = await App.StartAsync();
        var id = await RegisterAsync(app);
        await HearAsync(app, h => h.Handle(Granted(id) with { Number = "CASE-002" }, CancellationToken.None));

        await HearAsync(
            app,
            h => h.Handle(Granted(id) with { StartsOn = _start.AddYears(-3) }, CancellationToken.None)
        );
        await HearAsync(app, h => h.Handle(Changed(id, "expire"), CancellationToken.None));

        var epn = await EpnAsync(app);
        Assert.That((epn.LabelNumber, epn.LabelStatus), Is.EqualTo(("CASE-002", "actif")));
    }

    private static LabelGranted Granted(Guid epnId) => new(Guid.CreateVersion7(), epnId, "CASE-001", _start, _end);

    private static LabelStatusChanged Changed(Guid epnId, string status) =>
        new(Guid.CreateVersion7(), epnId, "CASE-001", status, _end);

    private static async Task<Guid> RegisterAsync(App app)
    {
        await app.SendAsync(Given.LesBanians);
        return (await EpnAsync(app)).Id;
    }

    private static Task<Epn> EpnAsync(App app) => app.WithAsync((NetworkDbContext db) => db.Epns.SingleAsync());

    private static Task HearAsync(App app, Func<KeepLabelCopy.Handler, Task> hear) =>
        app.WithAsync(
            async (NetworkDbContext db) =>
            {
                await hear(new KeepLabelCopy.Handler(db, app.Clock));
                return 0;
            }
        );
}
