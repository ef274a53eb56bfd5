using System.Security.Claims;
using CaseNumerique.Labelling.Data;
using CaseNumerique.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Labelling.Features.Visits;

/// <summary>Who may see the photographs of a visit: the module's answer about files asks this too.</summary>
internal static class VisitFiles
{
    /// <summary>The people of ÉcoNum; those of the EPN once it is decided, like the report that they go with.</summary>
    public static Task<bool> MayReadVisitAsync(
        this LabellingDbContext db,
        ClaimsPrincipal person,
        Guid visitId,
        CancellationToken cancellationToken
    )
    {
        var (epnIds, isEcoNum) = (person.EpnIds, person.IsEcoNum);
        return db
            .Visits.Where(v => v.Id == visitId)
            .Join(db.Applications, v => v.ApplicationId, a => a.Id, (v, a) => a)
            .AnyAsync(
                a =>
                    isEcoNum
                    || (
                        epnIds.Contains(a.EpnId)
                        && (
                            a.Status == ApplicationStatus.Granted
                            || a.Status == ApplicationStatus.GrantedWithConditions
                            || a.Status == ApplicationStatus.Refused
                        )
                    ),
                cancellationToken
            );
    }
}
