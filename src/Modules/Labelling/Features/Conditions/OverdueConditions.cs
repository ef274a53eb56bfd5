using CaseNumerique.Labelling.Data;
using CaseNumerique.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Labelling.Features.Conditions;

/// <summary>A condition that was not met in time leads to a formal notice.</summary>
internal static class OverdueConditions
{
    extension(LabellingDbContext db)
    {
        /// <summary>The formal notice that is under way for a label; null where there is none.</summary>
        public Task<Guid?> OpenNoticeOfAsync(Guid labelId, CancellationToken cancellationToken) =>
            db
                .FormalNotices.Where(n => n.LabelId == labelId && n.ClosedAt == null)
                .Select(n => (Guid?)n.Id)
                .SingleOrDefaultAsync(cancellationToken);

        /// <summary>What the notice would say of it, to be read again before it is sent; null where the condition is not overdue.</summary>
        public async Task<string?> OverdueReasonAsync(
            Guid? conditionId,
            string labelNumber,
            DateOnly today,
            CancellationToken cancellationToken
        )
        {
            var row = await db
                .Conditions.Where(c => c.Id == conditionId)
                .ToRows(db)
                .SingleOrDefaultAsync(cancellationToken);
            return row is not null && row.LabelNumber == labelNumber && row.Condition.IsLate(today)
                ? Reason(row)
                : null;
        }
    }

    private static string Reason(ConditionRow row)
    {
        var condition = row.Condition;
        var state = condition switch
        {
            { AnsweredAt: { } at } =>
                $"La réponse reçue le {FrenchText.Date(NoumeaTime.DayOf(at))} n’est pas encore examinée.",
            { Remark: { } remark } => $"La preuve reçue n’a pas suffi : {remark}",
            _ => "Aucune preuve n’a été reçue.",
        };
        return FrenchText.Typeset(
            $"Réserve {row.Code} ({row.Title}), à lever jusqu’au {FrenchText.Date(condition.DueOn)} inclus : {condition.What}\n"
                + $"Preuve attendue : {condition.ExpectedProof}\n{state}"
        );
    }
}
