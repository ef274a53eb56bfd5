using CaseNumerique.Labelling.Data;
using CaseNumerique.Network.Features.Epns;
using CaseNumerique.SharedKernel;
using CaseNumerique.TestKit;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Host.Tests;

/// <summary>What tests across the modules start from.</summary>
internal static class Given
{
    public const string Slug = "les-banians";

    public static readonly RegisterEpn.Command LesBanians = new()
    {
        Name = "Les Banians",
        InseeCode = "98811",
        Address = "Quartier de la gare routière",
        OperatorName = "Association Les Amis du Kaori",
        ManagerName = "Marie-Rose T.",
        ManagerEmail = "marie-rose@banians.example",
    };

    extension(App app)
    {
        /// <summary>An EPN with a label that ends so many days from today.</summary>
        public async Task LabelEndingInAsync(int days, string name = "Les Banians")
        {
            await app.SendAsync(LesBanians with { Name = name, OperatorName = $"Association {name}" });
            await app.DispatchAsync();
            await app.WithAsync(
                async (LabellingDbContext db) =>
                {
                    var epnId = await db.Epns.Where(e => e.Name == name).Select(e => e.Id).SingleAsync();
                    var expiresOn = app.Clock.Today.AddDays(days);
                    var startsOn = expiresOn.AddDays(1).AddMonths(-36);
                    var sequence = await db.Labels.CountAsync() + 1;
                    db.Add(Label.Grant(sequence, epnId, startsOn, startsOn, 36, "Nadège K.", "nadege@econum.example"));
                    await db.SaveChangesAsync();
                }
            );
        }

        /// <summary>The search for reminders that are due, and the mails that follow, not yet sent.</summary>
        public async Task FindRemindersAsync()
        {
            await app.RunJobAsync("label-renewal-reminders");
            await app.DispatchAsync();
        }

        public Task<int> CountRemindersAsync() => app.WithAsync((LabellingDbContext db) => db.Reminders.CountAsync());

        public async Task<Readiness> ReadinessAsync() => Readiness.Read(await app.Anonymous().GetAsync("/sante/pret"));
    }
}
