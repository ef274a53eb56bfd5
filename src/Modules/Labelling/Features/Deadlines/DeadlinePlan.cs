using CaseNumerique.Labelling.Data;
using CaseNumerique.Labelling.Features.Reminders;
using CaseNumerique.SharedKernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace CaseNumerique.Labelling.Features.Deadlines;

/// <summary>What is due of the open deadlines on a day: the one answer for the job that writes it down and the page that shows it before.</summary>
internal sealed class DeadlinePlan(
    LabellingDbContext db,
    IEnumerable<IDeadlineSource> sources,
    IOptions<PortalOptions> portal
)
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
        var deadlines = await OpenAsync(cancellationToken);
        var kinds = deadlines.Select(d => d.Kind).Distinct().ToList();
        var taken = await db
            .DeadlineReminders.Where(r => kinds.Contains(r.Kind))
            .Select(r => new
            {
                r.Kind,
                r.SubjectId,
                r.DueOn,
                r.DaysBefore,
            })
            .ToListAsync(cancellationToken);
        var takenOf = taken.ToLookup(r => (r.Kind, r.SubjectId, r.DueOn), r => r.DaysBefore);
        List<Row> rows = [];
        foreach (var deadline in deadlines)
        {
            var plan = ReminderPlan.For(
                deadline.DueOn,
                deadline.RemindersFrom,
                rules.InForceFor(deadline.Kind).Select(m => m.DaysBefore),
                takenOf[(deadline.Kind, deadline.SubjectId, deadline.DueOn)].ToHashSet(),
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

    /// <summary>What is open, the soonest first.</summary>
    public async Task<IReadOnlyList<Deadline>> OpenAsync(CancellationToken cancellationToken)
    {
        List<Deadline> open = [];
        foreach (var source in sources)
        {
            open.AddRange(await source.OpenAsync(subjectId: null, cancellationToken));
        }

        return [.. open.OrderBy(d => d.DueOn).ThenBy(d => d.Title, StringComparer.Ordinal)];
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
        var recipients = Recipient.Of(
            wanted,
            deadline.Person,
            contacts,
            rules.AdministrationEmail,
            portal.Value.Authority
        );
        return wanted.HasFlag(Recipients.Members) ? [.. deadline.Members, .. recipients] : recipients;
    }
}
