using System.Security.Claims;
using CaseNumerique.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Labelling.Data;

/// <summary>Questions that several slices ask.</summary>
internal static class LabellingQueries
{
    public static Task<ReminderRules> InForceAsync(
        this IQueryable<ReminderRules> rules,
        CancellationToken cancellationToken
    ) =>
        rules
            .Include(r => r.Milestones)
            .Include(r => r.DeadlineMilestones)
            .OrderByDescending(r => r.Number)
            .FirstAsync(cancellationToken);

    public static Task<ProcedureRules> InForceAsync(
        this IQueryable<ProcedureRules> rules,
        CancellationToken cancellationToken
    ) => rules.OrderByDescending(r => r.Number).FirstAsync(cancellationToken);

    /// <summary>The referential that new files are judged by, whole.</summary>
    public static Task<CriteriaSet> InForceAsync(
        this IQueryable<CriteriaSet> sets,
        CancellationToken cancellationToken
    ) => sets.Whole().SingleAsync(s => s.Status == CriteriaSetStatus.Published, cancellationToken);

    /// <summary>With chapters and criteria.</summary>
    public static IQueryable<CriteriaSet> Whole(this IQueryable<CriteriaSet> sets) =>
        sets.Include(s => s.Chapters).ThenInclude(c => c.Criteria);

    /// <summary>The files that a person may open: of the EPNs they act for, or all once filed for the people of ÉcoNum.</summary>
    /// <remarks>A draft is its EPN's own until it is filed.</remarks>
    public static IQueryable<LabelApplication> VisibleTo(
        this IQueryable<LabelApplication> applications,
        ClaimsPrincipal person
    )
    {
        var epnIds = person.EpnIds;
        return person.IsEcoNum
            ? applications.Where(a => a.Number != null || epnIds.Contains(a.EpnId))
            : applications.Where(a => epnIds.Contains(a.EpnId));
    }

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
