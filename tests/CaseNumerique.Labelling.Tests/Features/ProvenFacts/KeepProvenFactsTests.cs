using CaseNumerique.Contracts.Network;
using CaseNumerique.Contracts.Resources;
using CaseNumerique.Labelling.Data;
using CaseNumerique.TestKit;
using MediatR;
using NUnit.Framework;

namespace CaseNumerique.Labelling.Tests.Features.ProvenFacts;

internal sealed class KeepProvenFactsTests
{
    [Test]
    public async Task A_kit_of_its_team_speaks_for_an_EPN_once_however_often_it_is_told()
    {
        await using var app = await App.StartAsync();
        await app.LesBaniansAsync();
        var published = new KitPublished(
            Guid.NewGuid(),
            "Vidéo : le clonage",
            "video-le-clonage",
            Given.EpnId,
            app.Today
        );

        await TellAsync(app, published);
        await TellAsync(app, published);

        var proof = (await ProofsAsync(app))[ProvenFact.KitShared];
        Assert.That(proof.Count, Is.EqualTo(1));
        Assert.That(
            proof.Words.Replace('\u00A0', ' '),
            Is.EqualTo("Atelier publié : Vidéo : le clonage, le 24 novembre 2026")
        );
        Assert.That(proof.Latest.Url, Is.EqualTo("/ateliers/video-le-clonage"));
    }

    [Test]
    public async Task A_kit_without_a_team_speaks_for_nobody()
    {
        await using var app = await App.StartAsync();
        await app.LesBaniansAsync();

        await TellAsync(app, new KitPublished(Guid.NewGuid(), "Sans auteur", "sans-auteur", null, app.Today));

        Assert.That(await ProofsAsync(app), Is.Empty);
    }

    [Test]
    public async Task What_is_older_than_a_year_proves_nothing_any_more()
    {
        await using var app = await App.StartAsync();
        await app.LesBaniansAsync();
        var epnId = Given.EpnId;
        await TellAsync(app, new KitPublished(Guid.NewGuid(), "Ancien", "ancien", epnId, app.Today.AddYears(-1)));
        Assert.That(await ProofsAsync(app), Is.Empty);

        await TellAsync(
            app,
            new KitPublished(Guid.NewGuid(), "Récent", "recent", epnId, app.Today.AddYears(-1).AddDays(1))
        );

        Assert.That((await ProofsAsync(app))[ProvenFact.KitShared].Latest.Source, Does.Contain("Récent"));
    }

    [Test]
    public async Task A_page_that_was_changed_shows_that_its_hours_were_looked_at()
    {
        await using var app = await App.StartAsync();
        await app.LesBaniansAsync();

        await TellAsync(app, new EpnChanged(Given.EpnId, 3, "Les Banians"));
        await TellAsync(app, new EpnChanged(Given.EpnId, 4, "Les Banians"));

        var proof = (await ProofsAsync(app))[ProvenFact.HoursConfirmed];
        Assert.That(proof.Words, Does.Contain("2\u00A0fois depuis un an"));
        Assert.That(proof.Latest.Url, Is.EqualTo("/espaces/les-banians"));
    }

    private static async Task TellAsync(App app, INotification notification)
    {
        await app.WithAsync(
            (LabellingDbContext db) =>
            {
                db.Announce(notification, Given.EpnId);
                return db.SaveChangesAsync();
            }
        );
        await app.DispatchAsync();
    }

    private static Task<IReadOnlyDictionary<string, FactProof>> ProofsAsync(App app) =>
        app.WithAsync((LabellingDbContext db) => db.ProvenFacts.ProofsAsync(Given.EpnId, app.Today, default));
}
