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

    /// <summary>Those that were in force when something was decided.</summary>
    public static Task<ProcedureRules> InForceAtAsync(
        this IQueryable<ProcedureRules> rules,
        DateTime at,
        CancellationToken cancellationToken
    ) => rules.Where(r => r.PublishedAt <= at).InForceAsync(cancellationToken);

    /// <summary>The referential that new files are judged by, whole.</summary>
    public static Task<CriteriaSet> InForceAsync(
        this IQueryable<CriteriaSet> sets,
        CancellationToken cancellationToken
    ) => sets.Whole().SingleAsync(s => s.Status == CriteriaSetStatus.Published, cancellationToken);

    /// <summary>Newest first: of those whose day has come, the first is in force.</summary>
    public static IQueryable<Charter> Published(this IQueryable<Charter> charters) =>
        charters.Where(c => c.Status == CharterStatus.Published).OrderByDescending(c => c.Number);

    /// <summary>With chapters and criteria.</summary>
    public static IQueryable<CriteriaSet> Whole(this IQueryable<CriteriaSet> sets) =>
        sets.Include(s => s.Chapters).ThenInclude(c => c.Criteria);

    /// <summary>The versions that a person may read: a draft is ÉcoNum's own until it is published.</summary>
    public static IQueryable<CriteriaSet> VisibleTo(this IQueryable<CriteriaSet> sets, ClaimsPrincipal person)
    {
        var isEcoNum = person.IsEcoNum;
        return sets.Where(s => isEcoNum || s.Status != CriteriaSetStatus.Draft);
    }

    /// <summary>The files that a person may open: of the EPNs they act for, or all once filed for the people of ÉcoNum.</summary>
    /// <remarks>
    /// A draft is its EPN's own until it is filed. Members of the committee read what is on the agenda of a session of theirs,
    /// and afterwards what they sat for; not what they keep out of, by their word or by a stake that they have declared.
    /// </remarks>
    public static IQueryable<LabelApplication> VisibleTo(
        this IQueryable<LabelApplication> applications,
        ClaimsPrincipal person,
        LabellingDbContext db
    )
    {
        var epnIds = person.EpnIds;
        if (person.IsEcoNum)
        {
            return applications.Where(a => a.Number != null || epnIds.Contains(a.EpnId));
        }

        var member = person.IsInRole(Roles.Committee) ? person.AccountId : null;
        return applications.Where(a =>
            epnIds.Contains(a.EpnId)
            || (
                member != null
                && !db.ConflictsOfInterest.Any(c => c.EpnId == a.EpnId && c.AccountId == member && c.EndedAt == null)
                && a.CommitteeItems.Any(i =>
                    i.Session.Seats.Any(s =>
                        s.AccountId == member
                        && (i.Session.ClosedAt == null || s.IsPresent)
                        && !i.Recusals.Any(r => r.SeatId == s.Id)
                    )
                )
            )
        );
    }

    /// <summary>Labels whose end people are still reminded of.</summary>
    public static IQueryable<Label> StillReminded(this LabellingDbContext db) =>
        db.Labels.Where(l =>
            (l.Status == LabelStatus.Active || l.Status == LabelStatus.Expired)
            && !db.Epns.Any(e => e.Id == l.EpnId && e.ClosedOn != null)
        );

    /// <summary>Labels that an EPN holds, or may hold again: it receives no second one beside.</summary>
    public static IQueryable<Label> Held(this IQueryable<Label> labels) =>
        labels.Where(l =>
            l.Status != LabelStatus.Withdrawn && l.Status != LabelStatus.Expired && l.Status != LabelStatus.Renounced
        );

    /// <summary>Labels whose end may be moved. One that has expired comes back to life: not beside another that its EPN has received since.</summary>
    public static IQueryable<Label> Postponable(this LabellingDbContext db) =>
        db.Labels.Where(l =>
            l.Status != LabelStatus.Withdrawn
            && l.Status != LabelStatus.Renounced
            && (
                l.Status != LabelStatus.Expired
                || !db.Labels.Any(o =>
                    o.EpnId == l.EpnId
                    && o.Id != l.Id
                    && o.Status != LabelStatus.Withdrawn
                    && o.Status != LabelStatus.Renounced
                    && (o.Status != LabelStatus.Expired || o.Sequence > l.Sequence)
                )
            )
        );

    /// <summary>By a statement: that a step was saved is no change of the file, and collides with none.</summary>
    public static Task NoteSavedAsync(
        this LabellingDbContext db,
        Guid applicationId,
        DateTime now,
        CancellationToken cancellationToken
    ) =>
        db
            .Applications.Where(a => a.Id == applicationId)
            .ExecuteUpdateAsync(set => set.SetProperty(a => a.SavedAt, now), cancellationToken);
}
