using CaseNumerique.Labelling.Data;
using CaseNumerique.Labelling.Features.Deadlines;
using CaseNumerique.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Labelling.Features.Conditions;

/// <summary>By when EPNs show that a condition of their label is met; an answer stops the reminders, not the day.</summary>
internal sealed class ConditionDeadlines(LabellingDbContext db) : IDeadlineSource
{
    public DeadlineKind Kind => DeadlineKind.Condition;

    public string Settled => "L’espace a répondu, ou la réserve n’a plus lieu d’être.";

    public async Task<IReadOnlyList<Deadline>> OpenAsync(Guid? subjectId, CancellationToken cancellationToken)
    {
        var rows = await db
            .Conditions.Where(c => c.LiftedAt == null && c.AnsweredAt == null && c.ProposedAt == null)
            .Where(c => db.Labels.Held().Any(l => l.Id == c.LabelId))
            .Where(c => subjectId == null || c.Id == subjectId)
            .ToRows(db)
            .ToListAsync(cancellationToken);
        var fileIds = rows.ConvertAll(r => r.Condition.ApplicationId);
        var decidedAt = await db
            .Applications.Where(a => fileIds.Contains(a.Id))
            .ToDictionaryAsync(a => a.Id, a => a.DecidedAt, cancellationToken);
        return
        [
            .. rows.Select(r => new Deadline(
                Kind,
                r.Condition.Id,
                $"Réserve {r.Code} du label {r.LabelNumber}",
                "montrer qu’elle est levée",
                $"/gestion/labellisation/reserves/{r.Condition.Id}/reponse",
                r.Condition.DueOn,
                decidedAt[r.Condition.ApplicationId] is { } at ? NoumeaTime.DayOf(at) : DateOnly.MinValue
            )
            {
                EpnId = r.EpnId,
                Details = [r.Condition.What, $"Preuve attendue : {r.Condition.ExpectedProof}"],
                OfficePath = $"/gestion/labellisation/labels/{r.LabelNumber}/reserves",
            }),
        ];
    }
}
