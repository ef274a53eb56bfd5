using CaseNumerique.Accounts.Data;
using CaseNumerique.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Accounts.Features.Delegations;

/// <summary>Who may stand in for whom: for a role that was given, somebody who was given one; for a space, somebody of it.</summary>
internal static class StandIns
{
    /// <param name="today">The day in Nouméa.</param>
    /// <returns>Nobody, where the person has nothing to hand over.</returns>
    public static async Task<IQueryable<Account>> StandInsForAsync(
        this AccountsDbContext db,
        Guid absentId,
        DateOnly today,
        CancellationToken cancellationToken
    )
    {
        var others = db.Accounts.AsNoTracking().Open().Where(a => a.Id != absentId);
        if (await db.RolesOf(absentId).AnyAsync(cancellationToken))
        {
            return others.Where(a => db.AccountRoles.Any(h => h.UserId == a.Id));
        }

        var current = db.Affiliations.Current(today);
        var managed = current.Where(a => a.AccountId == absentId && a.Role == Roles.Manager).Select(a => a.EpnId);
        return others.Where(a => current.Any(f => f.AccountId == a.Id && managed.Contains(f.EpnId)));
    }

    /// <summary>A role of ÉcoNum sleeps without a second factor, in whoever's hands.</summary>
    public static async Task<bool> MayUseRightsOfAsync(
        this AccountsDbContext db,
        Guid absentId,
        Guid standInId,
        CancellationToken cancellationToken
    ) =>
        !await db.RolesOf(absentId).AnyAsync(r => Roles.EcoNum.Contains(r), cancellationToken)
        || await db.Accounts.AnyAsync(a => a.Id == standInId && a.TotpSince != null, cancellationToken);
}
