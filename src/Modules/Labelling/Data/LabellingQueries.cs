using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Labelling.Data;

/// <summary>Questions that several slices ask.</summary>
internal static class LabellingQueries
{
    public static Task<ReminderRules> InForceAsync(
        this IQueryable<ReminderRules> rules,
        CancellationToken cancellationToken
    ) => rules.Include(r => r.Milestones).OrderByDescending(r => r.Number).FirstAsync(cancellationToken);

    /// <summary>Labels whose end people are still reminded of.</summary>
    public static IQueryable<Label> StillReminded(this LabellingDbContext db) =>
        db.Labels.Where(l =>
            (l.Status == LabelStatus.Active || l.Status == LabelStatus.Expired)
            && !db.Epns.Any(e => e.Id == l.EpnId && e.ClosedOn != null)
        );

    /// <summary>Labels that an EPN holds, or may hold again: it receives no second one beside.</summary>
    public static IQueryable<Label> Held(this IQueryable<Label> labels) =>
        labels.Where(l => l.Status != LabelStatus.Withdrawn && l.Status != LabelStatus.Expired);
}
