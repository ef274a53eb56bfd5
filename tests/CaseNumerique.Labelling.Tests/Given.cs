using CaseNumerique.Contracts.Network;
using CaseNumerique.Labelling.Data;
using CaseNumerique.Labelling.Features.Labels;
using CaseNumerique.Labelling.Features.Proposals;
using CaseNumerique.Platform.Data;
using CaseNumerique.Platform.Delivery;
using CaseNumerique.SharedKernel;
using CaseNumerique.TestKit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using EpnContact = CaseNumerique.Contracts.Network.EpnContact;

namespace CaseNumerique.Labelling.Tests;

/// <summary>What most of these tests start from: an EPN, its people, its label.</summary>
internal static class Given
{
    public const string ManagerEmail = "helene@banians.example";
    public const string FacilitatorEmail = "jo@banians.example";

    public static readonly DateOnly Today = new(2026, 11, 24);
    public static readonly Guid EpnId = new("01990000-0000-7000-8000-00000000aaaa");
    public static readonly EpnContact Manager = new(
        new("01990000-0000-7000-8000-00000000aaa1"),
        "gestionnaire",
        "Hélène W.",
        ManagerEmail,
        "+687471234"
    );
    public static readonly EpnContact Facilitator = new(
        new("01990000-0000-7000-8000-00000000aaa2"),
        "animateur",
        "Jo P.",
        FacilitatorEmail,
        null
    );

    extension(App app)
    {
        /// <summary>Network announces an EPN and its people, and Labelling hears of them.</summary>
        public async Task EpnAsync(Guid epnId, string name, params EpnContact[] contacts)
        {
            await app.WithAsync(
                (LabellingDbContext db) =>
                {
                    var slug = FrenchText.Slug(name);
                    db.Announce(new EpnRegistered(epnId, 1, name, slug, "98811", "Koné", "Nord"), epnId);
                    db.Announce(new EpnContactsChanged(epnId, 2, contacts), epnId);
                    return db.SaveChangesAsync();
                }
            );
            await app.DispatchAsync();
        }

        public Task LesBaniansAsync(params EpnContact[] contacts) =>
            app.EpnAsync(EpnId, "Les Banians", contacts.Length == 0 ? [Manager, Facilitator] : contacts);

        /// <summary>A label that was granted three years ago and ends so many days from today.</summary>
        public async Task<string> LabelEndingInAsync(int days, Guid? epnId = null)
        {
            return await app.WithAsync(
                async (LabellingDbContext db) =>
                {
                    var expiresOn = app.Today.AddDays(days);
                    var startsOn = expiresOn.AddDays(1).AddMonths(-36);
                    var sequence = await db.Labels.CountAsync() + 1;
                    var label = Label.Grant(
                        sequence,
                        epnId ?? EpnId,
                        startsOn,
                        startsOn,
                        36,
                        "Nadège K.",
                        "nadege@econum.example"
                    );
                    label.ExpiresOn = expiresOn;
                    db.Labels.Add(label);
                    await db.SaveChangesAsync();
                    return label.Number;
                }
            );
        }

        /// <summary>As if what leads there had happened.</summary>
        public Task SetStatusAsync(string number, LabelStatus status) =>
            app.WithAsync(
                (LabellingDbContext db) =>
                    db
                        .Labels.Where(l => l.Number == number)
                        .ExecuteUpdateAsync(set => set.SetProperty(l => l.Status, status))
            );

        public DateOnly Today => app.Clock.Today;

        /// <summary>The scan, the notifications, a delivery round, and what is announced of it.</summary>
        public async Task RemindAsync()
        {
            await app.RunJobAsync("label-renewal-reminders");
            await app.DispatchAsync();
            await app.Services.GetRequiredService<MailDelivery>().DeliverAsync(default);
            await app.DispatchAsync();
        }

        /// <summary>The reminders that are for somebody: those superseded are for nobody.</summary>
        public Task<List<Reminder>> RemindersAsync() =>
            app.WithAsync(
                (LabellingDbContext db) =>
                    db.Reminders.AsNoTracking().Where(r => r.RecipientKey != "").OrderBy(r => r.DueOn).ToListAsync()
            );

        public Task<List<int>> SupersededAsync() =>
            app.WithAsync(
                (LabellingDbContext db) =>
                    db.Reminders.Where(r => r.State == ReminderState.Superseded).Select(r => r.DaysBefore).ToListAsync()
            );

        public Task<List<Platform.Data.Mail>> MailsAsync() =>
            app.WithAsync((PlatformDbContext db) => db.Mails.AsNoTracking().OrderBy(m => m.QueuedAt).ToListAsync());

        /// <summary>A renewal is noted; anything else is proposed and decided, by the system itself.</summary>
        public async Task ChangeAsync(string number, string act)
        {
            var label = await app.WithAsync(
                (LabellingDbContext db) => db.Labels.AsNoTracking().SingleAsync(l => l.Number == number)
            );
            if (act == "renouvellement")
            {
                await app.SendAsync(
                    new NoteRenewal.Command
                    {
                        Number = number,
                        Reason = "Pour l’exemple",
                        Version = label.Version,
                    }
                );
                return;
            }

            var id = await app.SendAsync(
                new ProposeAct.Command
                {
                    Number = number,
                    ActPath = act,
                    EpnId = label.EpnId,
                    Reason = "Pour l’exemple",
                }
            );
            await app.SendAsync(new DecideProposal.Command { Id = id, IsAccepted = true });
        }

        /// <summary>ÉcoNum reads its copies at <c>label@econum.example</c>.</summary>
        public Task SetAdministrationAsync() =>
            app.WithAsync(
                (LabellingDbContext db) =>
                    db.ReminderRules.ExecuteUpdateAsync(set =>
                        set.SetProperty(r => r.AdministrationEmail, "label@econum.example")
                    )
            );

        public Task<LabelStatus> StatusAsync() =>
            app.WithAsync((LabellingDbContext db) => db.Labels.Select(l => l.Status).SingleAsync());
    }

    extension(Browser browser)
    {
        /// <summary>Proposes an act on the first label, as a person does on its page.</summary>
        /// <returns>The proposal, or the form with what was refused.</returns>
        public async Task<Page> ProposeAsync(string act = "suspension", string reason = "Local fermé") =>
            await browser.SubmitAsync(
                await browser.GetAsync($"/gestion/labellisation/labels/CASE-001/{act}"),
                "main form",
                new() { ["Form.Reason"] = reason }
            );
    }
}
