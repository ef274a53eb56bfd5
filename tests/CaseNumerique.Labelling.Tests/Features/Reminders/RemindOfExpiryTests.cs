using System.Globalization;
using CaseNumerique.Contracts.Labelling;
using CaseNumerique.Contracts.Network;
using CaseNumerique.Labelling.Data;
using CaseNumerique.Labelling.Features.Reminders;
using CaseNumerique.Platform.Data;
using CaseNumerique.SharedKernel;
using CaseNumerique.TestKit;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using NUnit.Framework;

namespace CaseNumerique.Labelling.Tests.Features.Reminders;

public class RemindOfExpiryTests
{
    [Test]
    public async Task A_milestone_on_its_day_reaches_each_recipient_once_however_often_the_job_runs()
    {
        await using var app = await App.StartAsync();
        await app.LesBaniansAsync();
        await app.LabelEndingInAsync(90);

        await app.RemindAsync();
        await app.RemindAsync();
        app.Clock.Advance(TimeSpan.FromDays(3));
        await app.RemindAsync();

        Assert.That(
            (await app.MailsAsync()).Select(m => (m.ToAddress, m.State)),
            Is.EquivalentTo(new[] { (Given.ManagerEmail, MailState.Sent), (Given.FacilitatorEmail, MailState.Sent) })
        );
        Assert.That(app.MailFiles, Has.Count.EqualTo(2));
        Assert.That((await app.RemindersAsync()).Select(r => r.State), Is.All.EqualTo(ReminderState.Sent));
    }

    [Test]
    public async Task Before_the_hour_in_Noumea_the_day_has_not_begun()
    {
        await using var app = await App.StartAsync();
        await app.LesBaniansAsync();
        await app.LabelEndingInAsync(180);
        app.Clock.Jump(TimeSpan.FromMinutes(-61));

        await app.RemindAsync();
        Assert.That(await app.MailsAsync(), Is.Empty, "at 6:59");

        app.Clock.Advance(TimeSpan.FromMinutes(1));
        await app.RemindAsync();
        Assert.That(await app.MailsAsync(), Has.Count.EqualTo(1), "at 7:00");
    }

    [Test]
    public async Task After_missed_days_only_the_newest_milestone_goes_and_the_older_ones_are_recorded()
    {
        await using var app = await App.StartAsync();
        await app.LesBaniansAsync();
        await app.LabelEndingInAsync(20);

        await app.RemindAsync();

        var reminders = await app.RemindersAsync();
        Assert.That(await app.SupersededAsync(), Is.EquivalentTo(new[] { 180, 90 }));
        Assert.That(
            reminders.Select(r => (r.DaysBefore, r.RecipientRole)),
            Is.EquivalentTo(new[] { (30, "gestionnaire"), (30, "instructeur") })
        );
    }

    [Test]
    public async Task A_late_reminder_counts_the_days_that_are_left_when_it_is_written()
    {
        await using var app = await App.StartAsync();
        await app.LesBaniansAsync();
        await app.LabelEndingInAsync(20);

        await app.RemindAsync();

        var subjects = (await app.MailsAsync()).Select(m => m.Subject);
        Assert.That(subjects, Has.Member("Votre label expire dans 20 jours"));
    }

    [Test]
    public async Task The_day_after_the_end_the_label_is_expired_and_its_people_are_told()
    {
        await using var app = await App.StartAsync();
        await app.LesBaniansAsync();
        await app.LabelEndingInAsync(-1);

        await app.RemindAsync();

        var label = await app.WithAsync((LabellingDbContext db) => db.Labels.SingleAsync());
        Assert.That(label.Status, Is.EqualTo(LabelStatus.Expired));
        Assert.That(app.Announced<LabelStatusChanged>().Single().Status, Is.EqualTo("expire"));
        Assert.That(
            (await app.MailsAsync()).Select(m => m.Subject),
            Is.All.EqualTo("Votre label Case numérique a expiré")
        );
    }

    [TestCase("2027-05-22", false)]
    [TestCase("2027-05-23", true)]
    public async Task A_renewal_that_nobody_decides_holds_a_label_for_six_months_and_no_longer(
        string day,
        bool isExpired
    )
    {
        await using var app = await App.StartAsync();
        await app.LesBaniansAsync();
        var number = await app.LabelEndingInAsync(-2);
        await RenewalFiledInTimeAsync(app);
        app.Clock.AdvanceTo(DateOnly.Parse(day, CultureInfo.InvariantCulture));

        await app.RemindAsync();
        await app.RemindAsync();

        Assert.That(await app.StatusAsync(), Is.EqualTo(isExpired ? LabelStatus.Expired : LabelStatus.UnderRenewal));
        var told = app.Announced<LabelStatusChanged>().Where(c => c.Number == number && c.Status == "expire");
        Assert.That(told.Count(), Is.EqualTo(isExpired ? 1 : 0));
        Assert.That(
            (await app.MailsAsync()).Select(m => m.Subject).Distinct(),
            isExpired ? Is.EqualTo(["Votre label Case numérique a expiré"]) : Is.Empty
        );
        var history = await app.WithAsync(
            (LabellingDbContext db) => db.LabelEvents.Select(e => e.Reason).ToListAsync()
        );
        Assert.That(
            history,
            isExpired
                ? Has.Member(
                    $"Le renouvellement n’a pas été décidé avant le {FrenchText.Date(new(2027, 5, 22))} inclus."
                )
                : Is.Empty
        );
    }

    [Test]
    public async Task A_renewal_decided_while_the_job_runs_wins_and_the_other_labels_wait_for_the_next_run()
    {
        var meanwhile = new Meanwhile();
        await using var app = await App.StartAsync(configure: s => s.AddSingleton<IInterceptor>(meanwhile));
        await app.LesBaniansAsync();
        await app.LabelEndingInAsync(-2);
        await RenewalFiledInTimeAsync(app);
        app.Clock.AdvanceTo(new DateOnly(2027, 6, 1));
        meanwhile.Act = () =>
            app.WithAsync(
                async (LabellingDbContext db) =>
                {
                    (await db.Labels.SingleAsync()).Renew(new DateOnly(2027, 6, 1), 36, app.Today);
                    await db.SaveChangesAsync();
                }
            );

        await app.RemindAsync();

        Assert.That(meanwhile.Act, Is.Null, "decided under way");
        Assert.That(await app.StatusAsync(), Is.EqualTo(LabelStatus.Active));
        Assert.That(app.Announced<LabelStatusChanged>(), Is.Empty);
    }

    [TestCase("renouvellement", "Le renouvellement est déposé.")]
    [TestCase("suspension", "Le label est suspendu.")]
    [TestCase("retrait", "Le label est retiré.")]
    public async Task A_reminder_already_written_does_not_leave_once_the_label_has_changed(string act, string reason)
    {
        await using var app = await App.StartAsync();
        await app.LesBaniansAsync();
        var number = await app.LabelEndingInAsync(90);
        await app.RunJobAsync("label-renewal-reminders");
        await app.DispatchAsync();

        await app.ChangeAsync(number, act);
        await app.RemindAsync();

        // The act itself is told by a mail of its own, which leaves.
        Assert.That(
            (await app.MailsAsync()).Where(m => m.Kind == ReminderMail.Kind).Select(m => (m.State, m.Words)),
            Is.Not.Empty.And.All.EqualTo((MailState.Withdrawn, reason))
        );
        Assert.That((await app.RemindersAsync()).Select(r => r.State), Is.All.EqualTo(ReminderState.Withdrawn));
    }

    [Test]
    public async Task A_closed_space_is_not_reminded()
    {
        await using var app = await App.StartAsync();
        await app.LesBaniansAsync();
        await app.LabelEndingInAsync(90);
        await app.WithAsync(
            (LabellingDbContext db) =>
            {
                db.Announce(new EpnClosed(Given.EpnId, 3, Given.Today), Given.EpnId);
                return db.SaveChangesAsync();
            }
        );
        await app.DispatchAsync();

        await app.RemindAsync();

        Assert.That(await app.RemindersAsync(), Is.Empty);
    }

    [Test]
    public async Task Lifting_a_suspension_lets_the_newest_milestone_missed_meanwhile_go()
    {
        await using var app = await App.StartAsync();
        await app.LesBaniansAsync();
        var number = await app.LabelEndingInAsync(40);
        await app.RemindAsync();
        await app.ChangeAsync(number, "suspension");
        app.Clock.Advance(TimeSpan.FromDays(20));
        await app.RemindAsync();
        Assert.That((await app.RemindersAsync()).Select(r => r.DaysBefore), Has.None.EqualTo(30));

        await app.ChangeAsync(number, "levee");
        await app.RemindAsync();

        Assert.That(
            (await app.RemindersAsync()).Where(r => r.DaysBefore == 30).Select(r => r.State),
            Is.EqualTo(new[] { ReminderState.Sent, ReminderState.Sent })
        );
    }

    [Test]
    public async Task A_person_without_an_address_enters_the_call_list_and_is_written_to_once_there_is_one()
    {
        await using var app = await App.StartAsync();
        await app.LesBaniansAsync(Given.Manager with { Email = null });
        await app.LabelEndingInAsync(90);
        await app.RemindAsync();
        Assert.That((await app.RemindersAsync()).Single().State, Is.EqualTo(ReminderState.Unreachable));

        await app.WithAsync(
            (LabellingDbContext db) =>
            {
                db.Announce(new EpnContactsChanged(Given.EpnId, 3, [Given.Manager]), Given.EpnId);
                return db.SaveChangesAsync();
            }
        );
        await app.DispatchAsync();
        await app.RemindAsync();

        Assert.That((await app.RemindersAsync()).Single().State, Is.EqualTo(ReminderState.Sent));
        Assert.That((await app.MailsAsync()).Single().ToAddress, Is.EqualTo(Given.ManagerEmail));
    }

    [Test]
    public async Task A_space_without_any_contact_is_listed_too()
    {
        await using var app = await App.StartAsync();
        await app.EpnAsync(Given.EpnId, "Les Banians");
        await app.LabelEndingInAsync(90);

        await app.RemindAsync();

        var reminder = (await app.RemindersAsync()).Single();
        Assert.That(
            (reminder.State, reminder.RecipientName),
            Is.EqualTo((ReminderState.Unreachable, "Aucun contact connu"))
        );
    }

    [Test]
    public async Task A_malformed_address_shows_why_and_the_corrected_one_is_written_to()
    {
        await using var app = await App.StartAsync();
        await app.LesBaniansAsync(Given.Manager with { Email = "helene.banians" });
        await app.LabelEndingInAsync(90);
        await app.RemindAsync();
        var refused = (await app.RemindersAsync()).Single();
        Assert.That(refused.State, Is.EqualTo(ReminderState.Refused));
        Assert.That(refused.Words, Does.StartWith("Adresse mal formée"));

        await app.WithAsync(
            (LabellingDbContext db) =>
            {
                db.Announce(new EpnContactsChanged(Given.EpnId, 3, [Given.Manager]), Given.EpnId);
                return db.SaveChangesAsync();
            }
        );
        await app.DispatchAsync();
        await app.RemindAsync();

        Assert.That((await app.RemindersAsync()).Single().State, Is.EqualTo(ReminderState.Sent));
    }

    [Test]
    public async Task Two_roles_with_one_address_receive_one_mail()
    {
        await using var app = await App.StartAsync();
        await app.LesBaniansAsync(
            Given.Manager,
            Given.Facilitator with
            {
                Email = Given.ManagerEmail.ToUpperInvariant(),
            }
        );
        await app.LabelEndingInAsync(90);

        await app.RemindAsync();

        Assert.That((await app.MailsAsync()).Single().ToName, Is.EqualTo("Hélène W."));
    }

    /// <summary>As if it had been filed on the last day, two days ago.</summary>
    private static Task RenewalFiledInTimeAsync(App app) =>
        app.WithAsync(
            (LabellingDbContext db) =>
                db.Labels.ExecuteUpdateAsync(set => set.SetProperty(l => l.Status, LabelStatus.UnderRenewal))
        );

    /// <summary>Somebody is faster, once, when the job is about to save what it has expired.</summary>
    private sealed class Meanwhile : SaveChangesInterceptor
    {
        public Func<Task>? Act { get; set; }

        public override async ValueTask<InterceptionResult<int>> SavingChangesAsync(
            DbContextEventData eventData,
            InterceptionResult<int> result,
            CancellationToken cancellationToken = default
        )
        {
            if (Act is { } act && eventData.Context!.ChangeTracker.Entries<Label>().Any())
            {
                Act = null;
                await act();
            }

            return result;
        }
    }
}
