using CaseNumerique.Contracts.Labelling;
using CaseNumerique.Labelling.Data;
using CaseNumerique.SharedKernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace CaseNumerique.Labelling.Features.Reminders;

/// <summary>Finds the reminders that are due and records each, once; mails follow from the notification.</summary>
[AuditedAs("Échéances relevées")]
internal static partial class RemindOfExpiry
{
    public const string JobId = "label-renewal-reminders";

    public sealed partial class Job(
        LabellingDbContext db,
        IClockGuard clockGuard,
        IOptions<PortalOptions> portal,
        TimeProvider clock,
        ILogger<Job> logger
    ) : IRecurringJob
    {
        private const int Batch = 200;

        public string Id => JobId;

        // Hourly, so that a change of the hour in the rules holds at once and a missed run is made good within the hour.
        public string Cron => "0 * * * *";

        public TimeSpan LateAfter => TimeSpan.FromHours(2);

        public async Task RunAsync(CancellationToken cancellationToken)
        {
            if (await clockGuard.CheckAsync(cancellationToken) is { } reason)
            {
                LogHeld(logger, reason);
                return;
            }

            await ExpireAsync(cancellationToken);
            var rules = await db.ReminderRules.AsNoTracking().InForceAsync(cancellationToken);
            var today = rules.LastOpenDay(clock.NoumeaNow);
            var milestones = rules.InForce.OrderBy(m => m.DaysBefore).ToArray();
            for (var i = 0; i < milestones.Length; i++)
            {
                var newer = i == 0 ? (int?)null : milestones[i - 1].DaysBefore;
                await RemindAsync(rules, milestones[i], newer, today, cancellationToken);
            }
        }

        /// <summary>A label whose last day has passed says so, whatever else happens to it; one under renewal, once nothing holds it any longer.</summary>
        private async Task ExpireAsync(CancellationToken cancellationToken)
        {
            var today = clock.Today;
            var months = (await db.ProcedureRules.AsNoTracking().InForceAsync(cancellationToken)).ContinuityMonths;
            var ended = await db
                .Labels.Where(l => l.Status == LabelStatus.Active || l.Status == LabelStatus.UnderRenewal)
                .Where(l => l.ExpiresOn < today)
                .ToListAsync(cancellationToken);
            foreach (var label in ended.Where(l => l.HasRunOut(months, today)))
            {
                var reason =
                    label.Status is LabelStatus.UnderRenewal
                        ? $"Le renouvellement n’a pas été décidé avant le {FrenchText.Date(label.HoldsUntil(months))} inclus."
                        : null;
                label.MoveTo(LabelStatus.Expired);
                db.LabelEvents.Add(
                    new LabelEvent
                    {
                        LabelId = label.Id,
                        At = clock.UtcNow,
                        What = "Label expiré",
                        Reason = reason,
                        By = "Système",
                    }
                );
                db.Announce(label.ToStatusChanged(), label.Id);
            }

            try
            {
                await db.SaveChangesAsync(cancellationToken);
            }
            catch (DbUpdateConcurrencyException)
            {
                // Someone has just changed one of them, or another host is at it: the next run finds the rest.
                LogOvertaken(logger);
            }

            db.ChangeTracker.Clear();
        }

        /// <summary>Labels that stand between this milestone and the next, and were not reminded of it.</summary>
        private async Task RemindAsync(
            ReminderRules rules,
            ReminderMilestone milestone,
            int? newer,
            DateOnly today,
            CancellationToken cancellationToken
        )
        {
            var days = milestone.DaysBefore;
            var lastEnd = today.AddDays(days);
            var firstEnd = newer is { } next ? today.AddDays(next + 1) : DateOnly.MinValue;
            var after = 0;
            while (true)
            {
                var labels = await db.StillReminded()
                    .Where(l => l.ExpiresOn >= firstEnd && l.ExpiresOn <= lastEnd && l.Sequence > after)
                    .Where(l =>
                        !db.Reminders.Any(r => r.LabelId == l.Id && r.ExpiresOn == l.ExpiresOn && r.DaysBefore == days)
                    )
                    .OrderBy(l => l.Sequence)
                    .Take(Batch)
                    .AsNoTracking()
                    .ToListAsync(cancellationToken);
                if (labels.Count == 0)
                {
                    return;
                }

                after = labels[^1].Sequence;
                await RecordAsync(rules, labels, today, cancellationToken);
            }
        }

        private async Task RecordAsync(
            ReminderRules rules,
            List<Label> labels,
            DateOnly today,
            CancellationToken cancellationToken
        )
        {
            var labelIds = labels.Select(l => l.Id).ToList();
            var epnIds = labels.Select(l => l.EpnId).ToList();
            var contacts = await db
                .Contacts.AsNoTracking()
                .Where(c => epnIds.Contains(c.EpnId))
                .ToListAsync(cancellationToken);
            var contactsOf = contacts.ToLookup(c => c.EpnId);
            var taken = await db
                .Reminders.Where(r => labelIds.Contains(r.LabelId))
                .Select(r => new
                {
                    r.LabelId,
                    r.ExpiresOn,
                    r.DaysBefore,
                })
                .ToListAsync(cancellationToken);
            var takenOf = taken.ToLookup(r => (r.LabelId, r.ExpiresOn), r => r.DaysBefore);
            foreach (var label in labels)
            {
                var plan = ReminderPlan.For(
                    label.ExpiresOn,
                    label.RemindersFrom,
                    rules.InForce.Select(m => m.DaysBefore),
                    takenOf[(label.Id, label.ExpiresOn)].ToHashSet(),
                    today
                );
                Record(rules, label, contactsOf[label.EpnId], plan, today);
            }

            try
            {
                await db.SaveChangesAsync(cancellationToken);
                CrashPoint.Reach("reminders-recorded");
            }
            catch (DbUpdateException error) when (error.IsDuplicate())
            {
                // Another host has taken up the same labels; what it left is found by the next run.
                LogOvertaken(logger);
            }

            db.ChangeTracker.Clear();
        }

        private void Record(
            ReminderRules rules,
            Label label,
            IEnumerable<EpnContact> contacts,
            ReminderPlan plan,
            DateOnly today
        )
        {
            foreach (var missed in plan.Superseded)
            {
                db.Reminders.Add(Reminder.For(rules, label, missed, Recipient.Nobody, today, ReminderState.Superseded));
            }

            if (plan.Due is not { } days)
            {
                return;
            }

            var wanted = rules.InForce.Single(m => m.DaysBefore == days).Recipients;
            var recipients = Recipient.Of(wanted, label, contacts, rules, portal.Value.Authority);
            if (recipients.Count == 0)
            {
                db.Reminders.Add(Reminder.For(rules, label, days, Recipient.Nobody, today, ReminderState.Superseded));
            }

            foreach (var recipient in recipients)
            {
                var state = recipient.Address is null ? ReminderState.Unreachable : ReminderState.Planned;
                var reminder = Reminder.For(rules, label, days, recipient, today, state);
                db.Reminders.Add(reminder);
                if (state is ReminderState.Planned)
                {
                    db.Announce(reminder.ToDue(), label.Id);
                }
            }
        }

        [LoggerMessage(LogLevel.Warning, "Reminders are held: {Reason}")]
        private static partial void LogHeld(ILogger logger, string reason);

        [LoggerMessage(LogLevel.Information, "Someone else has changed or recorded the same labels")]
        private static partial void LogOvertaken(ILogger logger);
    }
}
