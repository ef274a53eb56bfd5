using CaseNumerique.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Labelling.Data;

/// <summary>Whether the person who acts may propose or decide on an EPN: nobody does on one they act for, or have a stake in.</summary>
internal sealed class Impartiality(LabellingDbContext db, ICurrentUser user)
{
    /// <returns>Why another person must do it, in French; null when this one may.</returns>
    public Task<string?> ReasonAgainstAsync(Guid epnId, CancellationToken cancellationToken) =>
        ReasonAgainstAnyAsync(db.Epns.Where(e => e.Id == epnId).Select(e => e.Id), cancellationToken);

    /// <summary>The same for several EPNs at once; the first reason found.</summary>
    public async Task<string?> ReasonAgainstAnyAsync(IQueryable<Guid> epnIds, CancellationToken cancellationToken)
    {
        var ownIds = user.EpnIds;
        var own = await db
            .Epns.Where(e => ownIds.Contains(e.Id) && epnIds.Contains(e.Id))
            .Select(e => e.Name)
            .FirstOrDefaultAsync(cancellationToken);
        if (own is not null)
        {
            return $"Vous agissez pour l’espace « {own} », vous-même ou à la place d’une autre personne\u00A0: "
                + "laissez faire quelqu’un d’autre.";
        }

        var people = user.AnswerableIds;
        var stake = await db
            .ConflictsOfInterest.Where(c => c.EndedAt == null && people.Contains(c.AccountId))
            .Where(c => epnIds.Contains(c.EpnId))
            .Join(db.Epns, c => c.EpnId, e => e.Id, (c, e) => e.Name)
            .FirstOrDefaultAsync(cancellationToken);
        return stake is null
            ? null
            : $"Un intérêt est déclaré dans l’espace « {stake} », par vous ou par la personne que vous remplacez\u00A0: "
                + "laissez faire quelqu’un d’autre.";
    }
}
