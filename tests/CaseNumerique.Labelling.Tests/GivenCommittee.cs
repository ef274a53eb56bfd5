using CaseNumerique.Labelling.Data;
using CaseNumerique.SharedKernel;
using CaseNumerique.TestKit;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Labelling.Tests;

/// <summary>A committee of a few members, and a session with Les Banians on its agenda.</summary>
internal static class GivenCommittee
{
    public const string ListUrl = "/gestion/labellisation/comites";

    public static Person Member(int number) =>
        new($"membre{number}@test.example", Roles.Committee) { Name = $"Membre {number}" };

    extension(App app)
    {
        /// <summary>Members with accounts, whom Labelling has heard of.</summary>
        public async Task MembersAsync(int count)
        {
            for (var i = 1; i <= count; i++)
            {
                var person = Member(i);
                var id = await person.EnsureAsync(app);
                await app.WithAsync(
                    async (LabellingDbContext db) =>
                    {
                        if (await db.Staff.AnyAsync(s => s.Id == id))
                        {
                            return;
                        }

                        db.Staff.Add(
                            new StaffMember
                            {
                                Id = id,
                                Name = person.Name,
                                Email = person.Email,
                                IsCommittee = true,
                                IsOpen = true,
                                Revision = 1,
                            }
                        );
                        await db.SaveChangesAsync();
                    }
                );
            }
        }

        /// <summary>A session today, planned by an agent on its page; one file on its agenda.</summary>
        /// <returns>The item, and the agent's browser.</returns>
        public async Task<(CommitteeItem Item, Browser Agent)> SessionAsync(int members = 3)
        {
            await app.LesBaniansAsync();
            await app.MembersAsync(members);
            var file = await app.FileAsync(ApplicationStatus.OpinionGiven, 2);
            var agent = await app.BrowserAsync(Roles.Agent);
            var session = await agent.SubmitAsync(
                await agent.GetAsync($"{ListUrl}/nouvelle"),
                "main form",
                new()
                {
                    ["Form.HeldOn"] = "2026-11-24",
                    ["Form.HeldAt"] = "09:00",
                    ["Form.Place"] = "Salle Lifou",
                }
            );
            await agent.SubmitAsync(
                await agent.GetAsync($"{session.Url}/ordre-du-jour"),
                "main form",
                new() { ["Form.FileIds"] = "true" }
            );
            return (await app.ItemAsync(), agent);
        }

        public Task<CommitteeItem> ItemAsync() =>
            app.WithAsync(
                (LabellingDbContext db) => db.CommitteeItems.AsNoTracking().Include(i => i.Session).SingleAsync()
            );
    }

    public static string UrlOf(CommitteeItem item, string page = "") =>
        $"{ListUrl}/dossiers/{item.Id}{(page.Length > 0 ? "/" : "")}{page}";

    public static string SessionUrlOf(CommitteeItem item, string page = "") =>
        $"{ListUrl}/{item.SessionId}{(page.Length > 0 ? "/" : "")}{page}";

    extension(Browser browser)
    {
        public async Task<Page> VoteAsync(CommitteeItem item, VoteChoice choice) =>
            await browser.SubmitAsync(
                await browser.GetAsync(UrlOf(item, "vote")),
                "main form",
                new() { ["Form.Choice"] = choice.ToString() }
            );

        public async Task<Page> RecordAsync(CommitteeItem item) =>
            await browser.SubmitAsync(await browser.GetAsync(UrlOf(item, "resultat")), "main form", []);

        public async Task<Page> CloseAsync(CommitteeItem item, string remarks = "") =>
            await browser.SubmitAsync(
                await browser.GetAsync(SessionUrlOf(item, "cloture")),
                "main form",
                new() { ["Form.Remarks"] = remarks }
            );
    }
}
