using CaseNumerique.Labelling.Data;
using CaseNumerique.SharedKernel;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Labelling.Features.Reminders;

/// <summary>What went, what failed, what is to come: the agents' page on reminders.</summary>
internal static class WatchReminders
{
    public sealed record Query : IRequest<View>
    {
        /// <summary>The day looked at: what went, if past; what would go, if to come.</summary>
        public DateOnly? Le { get; init; }

        public ReminderState? Etat { get; init; }

        // Razor Pages keep the route value « page » for themselves.
        [FromQuery(Name = "page")]
        public int Page { get; init; } = 1;
    }

    public sealed record View(
        DateOnly Day,
        bool IsToCome,
        string? Held,
        bool LacksAdministration,
        Counts Today,
        Paged<ReminderRow> Rows,
        IReadOnlyList<ReminderRow> Failures,
        IReadOnlyList<ReminderRow> CallList,
        IReadOnlyList<DayAhead> Ahead
    );

    public sealed record Counts(int Sent, int Planned, int Failed, int ToCall);

    public sealed record DayAhead(DateOnly Day, int Milestones);

    public sealed class Handler(LabellingDbContext db, ISender sender, TimeProvider clock)
        : IRequestHandler<Query, View>
    {
        private const int DaysAhead = 30;
        private const int MostListed = 100;
        private static readonly ReminderState[] _failed = [ReminderState.Refused, ReminderState.Unknown];
        private static readonly ReminderState[] _unreachable = [ReminderState.Unreachable];

        public async Task<View> Handle(Query query, CancellationToken cancellationToken)
        {
            var today = clock.Today;
            var day = query.Le ?? today;
            var rules = await db.ReminderRules.AsNoTracking().InForceAsync(cancellationToken);
            var preview = await sender.Send(new PreviewReminders.Query(day), cancellationToken);
            var toCome = day >= today ? preview.Rows.Select(ReminderRow.Of).ToList() : [];
            var rows =
                day > today
                    ? Paged(toCome, query)
                    : await Recorded(db)
                        .Where(x => x.Reminder.TakenOn == day)
                        .Where(x => query.Etat == null || x.Reminder.State == query.Etat)
                        .OrderBy(x => x.Reminder.State == ReminderState.Superseded)
                        .ThenBy(x => x.Label.ExpiresOn)
                        .ThenBy(x => x.Label.Sequence)
                        .ThenBy(x => x.Reminder.RecipientRole)
                        .Select(x => ReminderRow.Of(x.Reminder, x.Label, x.Epn))
                        .ToPageAsync(query.Page, cancellationToken);
            return new View(
                day,
                day > today,
                preview.Held,
                rules.LacksAdministration,
                await CountAsync(today, day == today ? toCome.Count : 0, cancellationToken),
                rows,
                await FirstAsync(_failed, cancellationToken),
                await FirstAsync(_unreachable, cancellationToken),
                await AheadAsync(rules, today, cancellationToken)
            );
        }

        private static Paged<ReminderRow> Paged(List<ReminderRow> rows, Query query)
        {
            var wanted = rows.Where(r => query.Etat is null || r.State == query.Etat).ToList();
            var page = new Paged<ReminderRow>([], Math.Max(1, query.Page), wanted.Count, PagedQuery.DefaultSize);
            var number = Math.Min(page.Number, page.LastNumber);
            return page with { Number = number, Rows = [.. wanted.Skip((number - 1) * page.Size).Take(page.Size)] };
        }

        private async Task<Counts> CountAsync(DateOnly today, int stillToTake, CancellationToken cancellationToken)
        {
            var dayStart = NoumeaTime.ToUtc(today, TimeOnly.MinValue);
            var sent = await db.Reminders.CountAsync(
                r => r.State == ReminderState.Sent && r.SettledAt >= dayStart,
                cancellationToken
            );
            var planned = await db.Reminders.CountAsync(r => r.State == ReminderState.Planned, cancellationToken);
            return new Counts(
                sent,
                planned + stillToTake,
                await Open(_failed).CountAsync(cancellationToken),
                await Open(_unreachable).CountAsync(cancellationToken)
            );
        }

        /// <summary>What waits for a person: of labels still reminded, and not spoken for by a newer milestone.</summary>
        private IQueryable<Joined> Open(ReminderState[] states) =>
            Recorded(db)
                .Where(x => states.Contains(x.Reminder.State) && x.Reminder.ExpiresOn == x.Label.ExpiresOn)
                .Where(x => db.StillReminded().Any(l => l.Id == x.Label.Id))
                .Where(x =>
                    !db.Reminders.Any(newer =>
                        newer.LabelId == x.Reminder.LabelId
                        && newer.ExpiresOn == x.Reminder.ExpiresOn
                        && newer.DaysBefore < x.Reminder.DaysBefore
                    )
                );

        private Task<List<ReminderRow>> FirstAsync(ReminderState[] states, CancellationToken cancellationToken) =>
            Open(states)
                .OrderBy(x => x.Reminder.ExpiresOn)
                .ThenBy(x => x.Label.Sequence)
                .Take(MostListed)
                .Select(x => ReminderRow.Of(x.Reminder, x.Label, x.Epn))
                .ToListAsync(cancellationToken);

        private async Task<IReadOnlyList<DayAhead>> AheadAsync(
            ReminderRules rules,
            DateOnly today,
            CancellationToken cancellationToken
        )
        {
            Dictionary<DateOnly, int> days = [];
            foreach (var milestone in rules.InForce)
            {
                var first = today.AddDays(1 + milestone.DaysBefore);
                var last = today.AddDays(DaysAhead + milestone.DaysBefore);
                var ends = await db.StillReminded()
                    .Where(l => l.ExpiresOn >= first && l.ExpiresOn <= last)
                    .GroupBy(l => l.ExpiresOn)
                    .Select(g => new { g.Key, Count = g.Count() })
                    .ToListAsync(cancellationToken);
                foreach (var end in ends)
                {
                    var day = milestone.DayFor(end.Key);
                    days[day] = days.GetValueOrDefault(day) + end.Count;
                }
            }

            return [.. days.OrderBy(d => d.Key).Select(d => new DayAhead(d.Key, d.Value))];
        }

        private sealed class Joined
        {
            public required Reminder Reminder { get; init; }
            public required Label Label { get; init; }
            public required Epn Epn { get; init; }
        }

        private static IQueryable<Joined> Recorded(LabellingDbContext db) =>
            from reminder in db.Reminders.AsNoTracking()
            join label in db.Labels on reminder.LabelId equals label.Id
            join epn in db.Epns on label.EpnId equals epn.Id
            select new Joined
            {
                Reminder = reminder,
                Label = label,
                Epn = epn,
            };
    }

    [Authorize(Policies.Read)]
    public sealed class Page : SlicePage
    {
        [BindProperty(SupportsGet = true, Name = "")]
        public Query Filter { get; set; } = new();

        public View Shown { get; private set; } = null!;

        public async Task OnGetAsync() => Shown = await SendAsync(Filter);
    }
}
