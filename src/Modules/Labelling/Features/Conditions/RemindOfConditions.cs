using CaseNumerique.Labelling.Data;
using CaseNumerique.Labelling.Features.Mails;
using CaseNumerique.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Labelling.Features.Conditions;

/// <summary>Reminds EPNs of conditions that fall due (E17); an answer stops it, and a missed day is made good.</summary>
[AuditedAs("Réserves relevées")]
internal static class RemindOfConditions
{
    public sealed class Job(LabellingDbContext db, FilePost post, IClockGuard clockGuard, TimeProvider clock)
        : IRecurringJob
    {
        /// <summary>Days before the last one, the nearest first.</summary>
        private static readonly int[] _milestones = [7, 30];

        public string Id => "condition-reminders";

        public string Cron => "0 7 * * *";

        public TimeSpan LateAfter => TimeSpan.FromHours(26);

        public async Task RunAsync(CancellationToken cancellationToken)
        {
            if (await clockGuard.CheckAsync(cancellationToken) is not null)
            {
                return;
            }

            var today = clock.Today;
            var until = today.AddDays(_milestones[^1]);
            var due = await db
                .Conditions.Where(c => c.LiftedAt == null && c.AnsweredAt == null && c.ProposedAt == null)
                .Where(c => c.DueOn >= today && c.DueOn <= until)
                .ToRows(db)
                .ToListAsync(cancellationToken);
            foreach (var row in due)
            {
                // The mailer takes each key once, so that only a milestone newly reached sends anything.
                var milestone = _milestones.First(days => row.Condition.DueOn <= today.AddDays(days));
                var epn = await db.Epns.AsNoTracking().SingleAsync(e => e.Id == row.EpnId, cancellationToken);
                await post.ToEpnAsync(
                    epn,
                    $"condition.{row.Condition.Id:N}.j{milestone}",
                    row.Condition.LabelId,
                    MailOf(row),
                    cancellationToken
                );
            }
        }

        private static FileMail MailOf(ConditionRow row) =>
            new()
            {
                Subject = $"Réserve à lever avant le {FrenchText.Date(row.Condition.DueOn)} : {row.Code} {row.Title}",
                Paragraphs =
                [
                    $"La réserve {row.Code} du label de {row.EpnName} est à lever jusqu’au {FrenchText.DateInFull(row.Condition.DueOn)} inclus (heure de Nouméa).",
                    row.Condition.What,
                ],
                StepsTitle = "Preuve attendue",
                Steps = [row.Condition.ExpectedProof],
                Consequence = "Passé ce jour, une mise en demeure peut suivre.",
                ActionText = "Répondre à la réserve",
                ActionPath = $"/gestion/labellisation/reserves/{row.Condition.Id}/reponse",
                Reference = $"Label {row.LabelNumber}",
            };
    }
}
