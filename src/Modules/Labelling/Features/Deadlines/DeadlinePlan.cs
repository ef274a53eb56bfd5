using CaseNumerique.Labelling.Data;
using CaseNumerique.Labelling.Features.Reminders;
using CaseNumerique.SharedKernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace CaseNumerique.Labelling.Features.Deadlines;

/// <summary>What is due of the open deadlines on a day: the one answer for the job that writes it down and the page that shows it before.</summary>
internal sealed class DeadlinePlan(LabellingDbContext db, IOptions<PortalOptions> portal)
{
    /// <summary>One deadline with something to do: a milestone to remind people of, or some that were missed for good.</summary>
    /// <param name="Due">In days before the last day; null when only missed ones are left to be noted.</param>
    public sealed record Row(
        Deadline Deadline,
        int? Due,
        IReadOnlyList<int> Superseded,
        IReadOnlyList<Recipient> Recipients
    );

    /// <param name="day">The last day whose reminders may go.</param>
    public async Task<IReadOnlyList<Row>> ForAsync(
        ReminderRules rules,
        DateOnly day,
        CancellationToken cancellationToken
    )
    {
        var furthest = rules.DeadlineMilestones.Select(m => m.DaysBefore).DefaultIfEmpty(0).Max();
        var last = day.AddDays(furthest);
        var deadlines = await db
            .Deadlines.AsNoTracking()
            .StillReminded()
            .Where(d => d.DueOn <= last)
            .OrderBy(d => d.DueOn)
            .ThenBy(d => d.Id)
            .ToListAsync(cancellationToken);
        var taken = await db
            .DeadlineReminders.Where(r => r.DueOn <= last)
            .Select(r => new
            {
                r.DeadlineId,
                r.DueOn,
                r.DaysBefore,
            })
            .ToListAsync(cancellationToken);
        var takenOf = taken.ToLookup(r => (r.DeadlineId, r.DueOn), r => r.DaysBefore);
        List<Row> rows = [];
        foreach (var deadline in deadlines)
        {
            var plan = ReminderPlan.For(
                deadline.DueOn,
                deadline.RemindersFrom,
                rules.InForceFor(deadline.Kind).Select(m => m.DaysBefore),
                takenOf[(deadline.Id, deadline.DueOn)].ToHashSet(),
                day
            );
            if (plan.Due is not null || plan.Superseded.Count > 0)
            {
                var recipients = plan.Due is { } due
                    ? await RecipientsAsync(rules, deadline, due, cancellationToken)
                    : [];
                rows.Add(new Row(deadline, plan.Due, plan.Superseded, recipients));
            }
        }

        return rows;
    }

    private async Task<IReadOnlyList<Recipient>> RecipientsAsync(
        ReminderRules rules,
        Deadline deadline,
        int daysBefore,
        CancellationToken cancellationToken
    )
    {
        var wanted = rules.InForceFor(deadline.Kind).Single(m => m.DaysBefore == daysBefore).Recipients;
        var contacts = deadline.EpnId is { } epnId
            ? await db.Contacts.AsNoTracking().Where(c => c.EpnId == epnId).ToListAsync(cancellationToken)
            : [];
        return Recipient.Of(
            wanted,
            (deadline.PersonName, deadline.PersonEmail),
            contacts,
            rules.AdministrationEmail,
            portal.Value.Authority
        );
    }
}
