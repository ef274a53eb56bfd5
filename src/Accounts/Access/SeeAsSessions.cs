using CaseNumerique.Accounts.Data;
using CaseNumerique.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Accounts.Access;

/// <summary>A session that shows the site as another person sees it, to help them: read-only, and written down.</summary>
internal sealed class SeeAsSessions(AccountsDbContext db, IAuditJournal journal, TimeProvider clock)
{
    /// <summary>Written down first: nothing is seen that the journal does not tell.</summary>
    public async Task BeginAsync(Guid sessionId, Guid seenId, string reason, CancellationToken cancellationToken)
    {
        await journal.RecordAsync(
            new AuditFact(
                "account.see-as-began",
                "Vue du site comme une autre personne",
                $"Compte {seenId}",
                Details: new Dictionary<string, string?> { ["Motif"] = reason }
            ),
            cancellationToken
        );
        var session = await db.Sessions.SingleAsync(s => s.Id == sessionId, cancellationToken);
        session.SeeAs(seenId, clock.UtcNow);
        await db.SaveChangesAsync(cancellationToken);
    }

    /// <summary>Whose view may still be shown: an open account without a role of ÉcoNum, for a time.</summary>
    public async Task<Account?> SeenAsync(Session session, CancellationToken cancellationToken) =>
        clock.UtcNow - session.SeesAsSince >= Session.LongestView
            ? null
            : await db
                .Accounts.AsNoTracking()
                .ThatMayBeSeenAs(db)
                .SingleOrDefaultAsync(a => a.Id == session.SeesAsId, cancellationToken);

    /// <param name="accountId">Who looked.</param>
    /// <param name="how">What ended it.</param>
    public async Task EndAsync(Guid sessionId, Guid accountId, string how, CancellationToken cancellationToken)
    {
        var seen = db.Sessions.Where(s => s.Id == sessionId && s.SeesAsId != null);
        var seenId = await seen.Select(s => s.SeesAsId).SingleOrDefaultAsync(cancellationToken);
        var ended = await seen.ExecuteUpdateAsync(
            set => set.SetProperty(s => s.SeesAsId, (Guid?)null).SetProperty(s => s.SeesAsSince, (DateTime?)null),
            cancellationToken
        );
        // Two requests may find it over; one writes it down.
        if (ended == 1)
        {
            await journal.RecordAsync(
                new AuditFact(
                    "account.see-as-ended",
                    "Fin de la vue comme une autre personne",
                    $"Compte {seenId}",
                    Details: new Dictionary<string, string?> { ["Fin"] = how },
                    ActorId: accountId
                ),
                cancellationToken
            );
        }
    }
}
