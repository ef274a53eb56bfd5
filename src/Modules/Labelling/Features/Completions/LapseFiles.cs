using CaseNumerique.Labelling.Data;
using CaseNumerique.Labelling.Features.LabelApplications;
using CaseNumerique.SharedKernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace CaseNumerique.Labelling.Features.Completions;

/// <summary>Puts aside the files whose missing items never came, some days after they were due.</summary>
[AuditedAs("Dossiers classés sans suite")]
internal static partial class LapseFiles
{
    public const string JobId = "application-lapse";

    public sealed partial class Job(
        LabellingDbContext db,
        IClockGuard clockGuard,
        ICurrentUser user,
        TimeProvider clock,
        ILogger<Job> logger
    ) : IRecurringJob
    {
        public string Id => JobId;

        public string Cron => "0 6 * * *";

        public TimeSpan LateAfter => TimeSpan.FromHours(26);

        public async Task RunAsync(CancellationToken cancellationToken)
        {
            if (await clockGuard.CheckAsync(cancellationToken) is { } reason)
            {
                LogHeld(logger, reason);
                return;
            }

            var rules = await db.ProcedureRules.AsNoTracking().InForceAsync(cancellationToken);
            var lastDue = clock.Today.AddDays(-rules.LapseDays);
            var ids = await db
                .Applications.Where(a => a.Status == ApplicationStatus.ToComplete && a.CompletionDueOn < lastDue)
                .Select(a => a.Id)
                .ToListAsync(cancellationToken);
            foreach (var id in ids)
            {
                await LapseAsync(id, lastDue, cancellationToken);
            }
        }

        private async Task LapseAsync(Guid id, DateOnly lastDue, CancellationToken cancellationToken)
        {
            var file = await db.Applications.SingleAsync(a => a.Id == id, cancellationToken);
            if (file.Status is not ApplicationStatus.ToComplete || !(file.CompletionDueOn < lastDue))
            {
                return;
            }

            var reason = $"Rien n’a été envoyé jusqu’au {FrenchText.Date(file.CompletionDueOn!.Value)}, ni depuis.";
            db.Make(file, ApplicationMove.Lapse, user, clock.UtcNow, reason);
            const string what = "Renouvellement classé sans suite";
            await db.EndContinuityAsync(file, what, user, clock.UtcNow, cancellationToken);
            try
            {
                await db.SaveChangesAsync(cancellationToken);
            }
            catch (DbUpdateConcurrencyException)
            {
                // The EPN has just sent it, or another host is at it.
                LogOvertaken(logger, id);
            }

            db.ChangeTracker.Clear();
        }

        [LoggerMessage(LogLevel.Warning, "No file is put aside: {Reason}")]
        private static partial void LogHeld(ILogger logger, string reason);

        [LoggerMessage(LogLevel.Information, "File {Id} has just changed")]
        private static partial void LogOvertaken(ILogger logger, Guid id);
    }
}
