using CaseNumerique.Network.Data;
using CaseNumerique.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Network.Features.Affiliations;

/// <summary>A page on who acts for an EPN: ÉcoNum decides for all, a gestionnaire for the animateurs of their own EPN.</summary>
internal abstract class AffiliationPage(NetworkDbContext db, ICurrentUser user, TimeProvider clock) : EpnPage(db)
{
    protected ICurrentUser Actor => user;

    protected DateOnly Today => clock.Today;

    protected override Task<bool> MayEnterAsync() => Db.MayLetInAsync(Epn.Id, User, user, Today);

    /// <summary>An affiliation of the EPN that the person may change; null where there is none.</summary>
    protected async Task<Affiliation?> FindAsync(Guid id)
    {
        var found = await Db
            .Affiliations.AsNoTracking()
            .SingleOrDefaultAsync(a => a.Id == id && a.EpnId == Epn.Id, HttpContext.RequestAborted);
        return found is not null && AffiliationRights.MayManage(found, User, user) ? found : null;
    }
}
