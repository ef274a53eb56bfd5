using CaseNumerique.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Labelling.Data;

/// <summary>A label that is suspended now, and since when: the rules give a suspension an end, people put one to it.</summary>
/// <param name="Since">When it was last suspended; null where its history does not tell.</param>
internal sealed record Suspension(string Number, string EpnName, DateTime? Since)
{
    /// <summary>The last day on which it should last, inclusive.</summary>
    public DateOnly? DueOn(ProcedureRules rules) =>
        Since is { } since ? NoumeaTime.DayOf(since).AddMonths(rules.SuspensionMonths) : null;

    public bool IsOverlong(ProcedureRules rules, DateOnly today) => DueOn(rules) < today;
}

internal static class Suspensions
{
    /// <summary>Those of these labels that are suspended, the oldest first.</summary>
    public static IQueryable<Suspension> Suspended(this LabellingDbContext db, IQueryable<Label> labels) =>
        labels
            .AsNoTracking()
            .Where(l => l.Status == LabelStatus.Suspended)
            .Join(
                db.Epns,
                l => l.EpnId,
                e => e.Id,
                (l, e) =>
                    new
                    {
                        l.Number,
                        e.Name,
                        Since = db
                            .LabelEvents.Where(v => v.LabelId == l.Id && v.What == LabelEvent.Suspended)
                            .Max(v => (DateTime?)v.At),
                    }
            )
            .OrderBy(x => x.Since)
            .Select(x => new Suspension(x.Number, x.Name, x.Since));
}
