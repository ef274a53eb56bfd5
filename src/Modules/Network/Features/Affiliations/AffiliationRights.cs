using System.Security.Claims;
using CaseNumerique.Network.Data;
using CaseNumerique.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Network.Features.Affiliations;

/// <summary>Who may let others act for an EPN.</summary>
internal static class AffiliationRights
{
    /// <summary>ÉcoNum, and the gestionnaires of this EPN: an animateur who may edit it is not one.</summary>
    public static async Task<bool> MayLetInAsync(
        this NetworkDbContext db,
        Guid epnId,
        ClaimsPrincipal person,
        ICurrentUser user,
        DateOnly today
    )
    {
        if (person.IsEcoNum)
        {
            return true;
        }

        var ids = user.AnswerableIds.Select(id => (Guid?)id).ToArray();
        return await db
            .Affiliations.Current(today)
            .AnyAsync(a => a.EpnId == epnId && a.Role == ContactRole.Manager && ids.Contains(a.AccountId));
    }

    /// <summary>Of those who may let others in: a gestionnaire only animateurs, and never themselves.</summary>
    public static bool MayManage(Affiliation affiliation, ClaimsPrincipal person, ICurrentUser user) =>
        person.IsEcoNum
        || (
            affiliation.Role is ContactRole.Facilitator
            && !(affiliation.AccountId is { } id && user.AnswerableIds.Contains(id))
            && !string.Equals(affiliation.Email, user.Email, StringComparison.OrdinalIgnoreCase)
        );
}
