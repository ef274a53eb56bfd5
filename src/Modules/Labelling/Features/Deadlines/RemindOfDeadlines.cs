using CaseNumerique.Labelling.Data;
using CaseNumerique.SharedKernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace CaseNumerique.Labelling.Features.Deadlines;

/// <summary>Finds the reminders of deadlines that are due and records each, once; mails follow from the notification.</summary>
[AuditedAs("Échéances des dossiers relevées")]
internal static partial class RemindOfDeadlines
{
    public const string JobId = "deadline-reminders";

    public sealed partial class Job(
        LabellingDbContext db,
        DeadlinePlan plan,
        IClockGuard clockGuard,
        TimeProvider clock,
        ILogger<Job> logger
    ) : IRecurringJob
    {
        public string Id => JobId;

        // Ten minutes after the labels' reminders: both work on one table of mails.
        public string Cron => "10 * * * *";

        public TimeSpan LateAfter => TimeSpan.FromHours(2);

        public async Task RunAsync(CancellationToken cancellationToken)
        {
            if (await clockGuard.CheckAsync(cancellationToken) is { } reason)
            {
                LogHeld(logger, reason);
                return;
            }

            var rules = await db.ReminderRules.AsNoTracking().InForceAsync(cancellationToken);
            var today = rules.LastOpenDay(clock.NoumeaNow);
            foreach (var row in await plan.ForAsync(rules, today, cancellationToken))
            {
                Record(rules, row, today);
                await SaveAsync(cancellationToken);
            }
        }

        private void Record(ReminderRules rules, DeadlinePlan.Row row, DateOnly today)
        {
            foreach (var missed in row.Superseded)
            {
                Add(missed, Recipient.Nobody, ReminderState.Superseded);
            }

            if (row.Due is not { } days)
            {
                return;
            }

            if (row.Recipients.Count == 0)
            {
                Add(days, Recipient.Nobody, ReminderState.Superseded);
            }

            foreach (var recipient in row.Recipients)
            {
                var state = recipient.Address is null ? ReminderState.Unreachable : ReminderState.Planned;
                var reminder = Add(days, recipient, state);
                if (state is ReminderState.Planned)
                {
                    db.Announce(reminder.ToDeadlineDue(), row.Deadline.SubjectId);
                }
            }

            DeadlineReminder Add(int daysBefore, Recipient recipient, ReminderState state)
            {
                var reminder = DeadlineReminder.For(rules, row.Deadline, daysBefore, recipient, today, state);
                db.DeadlineReminders.Add(reminder);
                return reminder;
            }
        }

        private async Task SaveAsync(CancellationToken cancellationToken)
        {
            try
            {
                await db.SaveChangesAsync(cancellationToken);
            }
            catch (DbUpdateException error) when (error.IsDuplicate())
            {
                // Another host has taken up the same deadline.
                LogOvertaken(logger);
            }

            db.ChangeTracker.Clear();
        }

        [LoggerMessage(LogLevel.Warning, "Reminders of deadlines are held: {Reason}")]
        private static partial void LogHeld(ILogger logger, string reason);

        [LoggerMessage(LogLevel.Information, "Someone else has recorded the same deadline")]
        private static partial void LogOvertaken(ILogger logger);
    }
}
