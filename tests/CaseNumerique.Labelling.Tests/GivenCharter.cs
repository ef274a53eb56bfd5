using CaseNumerique.Labelling.Data;
using CaseNumerique.Labelling.Features.Charters;
using CaseNumerique.TestKit;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Labelling.Tests;

/// <summary>Versions of the charter, made as its editors make them.</summary>
internal static class GivenCharter
{
    public const string Text = "L’espace reste ouvert.";

    extension(App app)
    {
        public Task<int> CharterDraftAsync(string text = Text) =>
            app.SendAsync(new StartCharter.Command { Text = text });

        /// <param name="startsOn">Today by default.</param>
        public async Task<int> PublishedCharterAsync(string text = Text, DateOnly? startsOn = null) =>
            await app.SendAsync(
                new PublishCharter.Command
                {
                    Number = await app.CharterDraftAsync(text),
                    StartsOn = startsOn ?? Given.Today,
                    Reason = "Le réseau en a parlé.",
                }
            );

        public Task<Charter> CharterAsync(int number) =>
            app.WithAsync((LabellingDbContext db) => db.Charters.AsNoTracking().SingleAsync(c => c.Number == number));
    }
}
