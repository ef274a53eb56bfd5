using System.Security.Claims;
using CaseNumerique.Labelling.Data;
using CaseNumerique.SharedKernel;
using FluentValidation;
using FluentValidation.Results;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Labelling.Features.Committee;

/// <summary>Sessions and votes as several slices read them.</summary>
internal static class CommitteeRoom
{
    /// <summary>For the people of ÉcoNum all; for members those in which they have a seat.</summary>
    public static IQueryable<CommitteeSession> OpenTo(
        this IQueryable<CommitteeSession> sessions,
        ClaimsPrincipal person
    )
    {
        var (seesAll, account) = (person.IsEcoNum, person.AccountId);
        return sessions.Where(s => seesAll || s.Seats.Any(m => m.AccountId == account));
    }

    public static IQueryable<CommitteeSession> Whole(this IQueryable<CommitteeSession> sessions) =>
        sessions
            .Include(s => s.Seats)
            .Include(s => s.Items)
                .ThenInclude(i => i.Application)
            .Include(s => s.Items)
                .ThenInclude(i => i.Votes)
            .Include(s => s.Items)
                .ThenInclude(i => i.Recusals)
            .AsSplitQuery();

    public static IQueryable<CommitteeItem> Whole(this IQueryable<CommitteeItem> items) =>
        items
            .Include(i => i.Session)
                .ThenInclude(s => s.Seats)
            .Include(i => i.Application)
            .Include(i => i.Votes)
            .Include(i => i.Recusals)
            .AsSplitQuery();

    /// <summary>Members who keep out of a file: they said so for it, or have a stake declared in its EPN.</summary>
    public static async Task<IReadOnlyCollection<Guid>> RecusedSeatsAsync(
        this LabellingDbContext db,
        CommitteeItem item,
        CancellationToken cancellationToken
    )
    {
        var accounts = item.Session.Seats.Select(s => s.AccountId).ToList();
        var epnId = item.Application.EpnId;
        var staked = await db
            .ConflictsOfInterest.Where(c => c.EndedAt == null && c.EpnId == epnId && accounts.Contains(c.AccountId))
            .Select(c => c.AccountId)
            .ToListAsync(cancellationToken);
        return
        [
            .. item
                .Recusals.Select(r => r.SeatId)
                .Union(item.Session.Seats.Where(s => staked.Contains(s.AccountId)).Select(s => s.Id)),
        ];
    }

    public static async Task<Ballot> CountAsync(
        this LabellingDbContext db,
        CommitteeItem item,
        CancellationToken cancellationToken
    ) =>
        Ballot.Of(
            item.Motion,
            item.Session.QuorumPercent,
            item.Session.Seats,
            await db.RecusedSeatsAsync(item, cancellationToken),
            item.Votes
        );

    /// <returns>Why nothing can be changed about an item any more, in French; null when it can.</returns>
    public static string? ReasonAgainstChanging(CommitteeItem item) =>
        item.Session.IsClosed ? "La séance est close."
        : item.RecordedAt is not null ? "Le résultat est déjà noté."
        : null;

    /// <exception cref="ValidationException">Somebody else has changed session or item meanwhile.</exception>
    public static async Task SaveCommitteeAsync(
        this LabellingDbContext db,
        string field,
        CancellationToken cancellationToken
    )
    {
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException error) when (error is DbUpdateConcurrencyException || error.IsDuplicate())
        {
            const string message = "Quelqu’un vient de changer cette séance. Relisez-la, puis envoyez de nouveau.";
            throw new ValidationException([new ValidationFailure(field, message)]);
        }
    }
}
