using CaseNumerique.Labelling.Data;
using CaseNumerique.SharedKernel;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace CaseNumerique.Labelling.Features.Reminders;

/// <summary>Says who would be reminded of what on a day to come, and why. Writes and sends nothing.</summary>
internal static class PreviewReminders
{
    /// <param name="On">A day in Nouméa, not before today; null for what goes next.</param>
    public sealed record Query(DateOnly? On) : IRequest<View>;

    /// <param name="Held">Why nothing leaves for now, if so.</param>
    public sealed record View(DateOnly On, int Hour, string? Held, IReadOnlyList<Row> Rows);

    /// <param name="Address">Null when somebody must call instead.</param>
    public sealed record Row(
        string LabelNumber,
        string EpnName,
        string EpnSlug,
        string Commune,
        DateOnly ExpiresOn,
        int DaysBefore,
        string Role,
        string Name,
        string? Address,
        string? Phone,
        string Why
    );

    public sealed class Handler(
        LabellingDbContext db,
        IClockGuard clockGuard,
        IOptions<PortalOptions> portal,
        TimeProvider clock
    ) : IRequestHandler<Query, View>
    {
        public async Task<View> Handle(Query query, CancellationToken cancellationToken)
        {
            var rules = await db.ReminderRules.AsNoTracking().InForceAsync(cancellationToken);
            var today = clock.Today;
            var on = query.On is { } day && day > today ? day : today;
            var milestones = rules.InForce.Select(m => m.DaysBefore).ToArray();
            var lastEnd = on.AddDays(milestones.Length == 0 ? 0 : milestones.Max());
            var labels = await db.StillReminded()
                .AsNoTracking()
                .Where(l => l.ExpiresOn <= lastEnd)
                .Join(db.Epns, l => l.EpnId, e => e.Id, (l, e) => new { Label = l, Epn = e })
                .OrderBy(x => x.Label.ExpiresOn)
                .ThenBy(x => x.Label.Sequence)
                .ToListAsync(cancellationToken);
            var taken = await db
                .Reminders.Where(r => r.ExpiresOn <= lastEnd)
                .Select(r => new
                {
                    r.LabelId,
                    r.ExpiresOn,
                    r.DaysBefore,
                })
                .Distinct()
                .ToListAsync(cancellationToken);
            var takenOf = taken.ToLookup(r => (r.LabelId, r.ExpiresOn), r => r.DaysBefore);
            var due = labels
                .Select(x => (x.Label, x.Epn, Days: DueOn(x.Label, milestones, takenOf, on, today)))
                .Where(x => x.Days is not null)
                .ToList();
            var epnIds = due.Select(x => x.Epn.Id).ToList();
            var contacts = await db
                .Contacts.AsNoTracking()
                .Where(c => epnIds.Contains(c.EpnId))
                .ToListAsync(cancellationToken);
            var contactsOf = contacts.ToLookup(c => c.EpnId);
            var rows = due.SelectMany(x =>
                Recipient
                    .Of(
                        rules.InForce.Single(m => m.DaysBefore == x.Days).Recipients,
                        x.Label,
                        contactsOf[x.Epn.Id],
                        rules,
                        portal.Value.Authority
                    )
                    .Select(recipient => ToRow(x.Label, x.Epn, x.Days!.Value, recipient))
            );
            return new View(on, rules.Hour, await clockGuard.ReasonToHoldAsync(cancellationToken), [.. rows]);
        }

        /// <summary>On a day to come, each earlier day is taken to have done its work.</summary>
        private static int? DueOn(
            Label label,
            int[] milestones,
            ILookup<(Guid, DateOnly), int> takenOf,
            DateOnly on,
            DateOnly today
        )
        {
            var taken = takenOf[(label.Id, label.ExpiresOn)].ToHashSet();
            var plan = ReminderPlan.For(label.ExpiresOn, label.RemindersFrom, milestones, taken, on);
            var isOfThatDay = plan.Due is { } days && label.ExpiresOn.AddDays(-days) == on;
            return isOfThatDay || on == today ? plan.Due : null;
        }

        private static Row ToRow(Label label, Epn epn, int days, Recipient recipient)
        {
            var end = FrenchText.Date(label.ExpiresOn);
            var milestone = ReminderMilestone.NameOf(days);
            var why = recipient.Address is null
                ? $"{milestone} du {end} : {recipient.Role} sans adresse, à appeler"
                : $"{milestone} du {end} : {recipient.Role}";
            return new Row(
                label.Number,
                epn.Name,
                epn.Slug,
                epn.Commune,
                label.ExpiresOn,
                days,
                recipient.Role,
                recipient.Name,
                recipient.Address,
                recipient.Phone,
                FrenchText.Typeset(why)
            );
        }
    }
}
