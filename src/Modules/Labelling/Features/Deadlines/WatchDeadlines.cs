using CaseNumerique.Labelling.Data;
using CaseNumerique.SharedKernel;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Labelling.Features.Deadlines;

/// <summary>The deadlines of files and labels: those that are open, who was reminded of them on a day, or would be.</summary>
internal static class WatchDeadlines
{
    public sealed record Query : IRequest<View>
    {
        /// <summary>The day looked at: what went, if past; what would go, if to come.</summary>
        public DateOnly? Le { get; init; }
    }

    /// <param name="Reminders">Of the day looked at.</param>
    /// <param name="Open">What waits to be done, soonest first.</param>
    public sealed record View(
        DateOnly Day,
        bool IsToCome,
        string? Held,
        IReadOnlyList<Row> Reminders,
        IReadOnlyList<Deadline> Open
    );

    public sealed record Row(
        string Title,
        string ActionPath,
        DateOnly DueOn,
        int DaysBefore,
        string Role,
        string Name,
        string? Address,
        string? Phone,
        ReminderState State,
        string? Words
    );

    public sealed class Handler(LabellingDbContext db, DeadlinePlan plan, IClockGuard clockGuard, TimeProvider clock)
        : IRequestHandler<Query, View>
    {
        public async Task<View> Handle(Query query, CancellationToken cancellationToken)
        {
            var today = clock.Today;
            var day = query.Le ?? today;
            var recorded = await RecordedAsync(day, cancellationToken);
            var toCome = day >= today ? await ToComeAsync(day, today, cancellationToken) : [];
            return new View(
                day,
                day > today,
                await clockGuard.ReasonToHoldAsync(cancellationToken),
                [.. recorded, .. toCome],
                await plan.OpenAsync(cancellationToken)
            );
        }

        private Task<List<Row>> RecordedAsync(DateOnly day, CancellationToken cancellationToken) =>
            db
                .DeadlineReminders.AsNoTracking()
                .Where(r => r.TakenOn == day && r.RecipientKey != "")
                .OrderBy(r => r.DueOn)
                .ThenBy(r => r.Id)
                .Select(x => new Row(
                    x.Title,
                    x.Path,
                    x.DueOn,
                    x.DaysBefore,
                    x.RecipientRole,
                    x.RecipientName,
                    x.Address,
                    x.Phone,
                    x.State,
                    x.Words
                ))
                .ToListAsync(cancellationToken);

        /// <summary>On a day to come, each earlier day is taken to have done its work.</summary>
        private async Task<List<Row>> ToComeAsync(DateOnly day, DateOnly today, CancellationToken cancellationToken)
        {
            var rules = await db.ReminderRules.AsNoTracking().InForceAsync(cancellationToken);
            var rows = await plan.ForAsync(rules, day, cancellationToken);
            return
            [
                .. rows.Where(r => r.Due is { } due && (day == today || r.Deadline.DueOn.AddDays(-due) == day))
                    .SelectMany(r => r.Recipients.Select(recipient => ToRow(r, recipient))),
            ];
        }

        private static Row ToRow(DeadlinePlan.Row row, Recipient recipient) =>
            new(
                row.Deadline.Title,
                row.Deadline.OfficePath ?? row.Deadline.ActionPath,
                row.Deadline.DueOn,
                row.Due!.Value,
                recipient.Role,
                recipient.Name,
                recipient.Address,
                recipient.Phone,
                recipient.Address is null ? ReminderState.Unreachable : ReminderState.Planned,
                null
            );
    }

    [Authorize(Policies.Read)]
    public sealed class Page(TimeProvider clock) : SlicePage
    {
        [BindProperty(SupportsGet = true, Name = "")]
        public Query Wanted { get; set; } = new();

        public View Shown { get; private set; } = null!;

        public DateOnly Today => clock.Today;

        public async Task OnGetAsync() => Shown = await SendAsync(Wanted);
    }
}
