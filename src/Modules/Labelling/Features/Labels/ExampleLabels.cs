using CaseNumerique.Contracts.Labelling;
using CaseNumerique.Labelling.Data;
using CaseNumerique.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Labelling.Features.Labels;

/// <summary>
/// Labels for three EPNs in five, whose ends are spread so that on each of the next twenty days at least one label in twenty
/// reaches a milestone. Reminders of days past are written down as sent; those of the last days are left for the job.
/// </summary>
[AuditedAs("Données d’exemple ajoutées")]
internal sealed class ExampleLabels(LabellingDbContext db, TimeProvider clock) : IExampleData
{
    private const int Batch = 500;
    private const int Cycle = 20;

    /// <summary>Milestones of the last days are left, so that there is work whatever the hour of the first start.</summary>
    private const int LeftToTheJob = 2;
    private static readonly int[] _milestones = [30, 90, 7, 180];

    public int Order => 20;

    public Task<bool> IsPresentAsync(CancellationToken cancellationToken) => db.Labels.AnyAsync(cancellationToken);

    public async Task AddAsync(ExampleSize size, CancellationToken cancellationToken)
    {
        var rules = await db.ReminderRules.AsNoTracking().InForceAsync(cancellationToken);
        var epns = await db
            .Epns.AsNoTracking()
            .OrderBy(e => e.SearchText)
            .Select(e => e.Id)
            .ToListAsync(cancellationToken);
        var labelled = epns.Where((_, i) => (i + size.Seed) % 5 < 3).ToList();
        for (var i = 0; i < labelled.Count; i++)
        {
            await AddAsync(rules, i, labelled[i], cancellationToken);
            if (i % Batch == Batch - 1)
            {
                await db.SaveChangesAsync(cancellationToken);
                db.ChangeTracker.Clear();
            }
        }

        await db.SaveChangesAsync(cancellationToken);
    }

    private async Task AddAsync(ReminderRules rules, int i, Guid epnId, CancellationToken cancellationToken)
    {
        var today = clock.Today;
        // The end is chosen so that one of its milestones falls on one day of the cycle.
        var expiresOn = today.AddDays((i % Cycle) - LeftToTheJob + _milestones[(i + (i / Cycle)) % _milestones.Length]);
        var startsOn = expiresOn.AddDays(1).AddMonths(-rules.ValidityMonths);
        var label = Label.Grant(
            i + 1,
            epnId,
            startsOn,
            startsOn,
            rules.ValidityMonths,
            "Nadège K.",
            "agent@econum.example"
        );
        label.ExpiresOn = expiresOn;
        db.Labels.Add(label);
        db.LabelEvents.Add(
            new LabelEvent
            {
                LabelId = label.Id,
                At = NoumeaTime.ToUtc(startsOn, new TimeOnly(9, 0)),
                What = "Label accordé",
                By = "Nadège K.",
            }
        );
        db.Announce(new LabelGranted(label.Id, epnId, label.Number, startsOn, expiresOn), label.Id);
        var contacts = await db.Contacts.AsNoTracking().Where(c => c.EpnId == epnId).ToListAsync(cancellationToken);
        foreach (var milestone in rules.InForce.Where(m => m.DayFor(expiresOn) < today.AddDays(-LeftToTheJob)))
        {
            AddHistory(rules, label, milestone, contacts);
        }
    }

    private void AddHistory(
        ReminderRules rules,
        Label label,
        ReminderMilestone milestone,
        IReadOnlyList<EpnContact> contacts
    )
    {
        var day = milestone.DayFor(label.ExpiresOn);
        foreach (var recipient in Recipient.Of(milestone.Recipients, label, contacts, rules, "ÉcoNum"))
        {
            var state = recipient.Address is null ? ReminderState.Unreachable : ReminderState.Sent;
            var reminder = Reminder.For(rules, label, milestone.DaysBefore, recipient, day, state);
            reminder.SettledAt = NoumeaTime.ToUtc(day, new TimeOnly(rules.Hour, 1));
            db.Reminders.Add(reminder);
        }
    }
}
