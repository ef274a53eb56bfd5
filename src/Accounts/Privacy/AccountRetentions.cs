using CaseNumerique.Accounts.Access;
using CaseNumerique.Accounts.Data;
using CaseNumerique.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Accounts.Privacy;

/// <summary>Sessions that nobody has used for long; the machine and the network address go with them.</summary>
internal sealed class SessionRetention(AccountsDbContext db) : IRetention
{
    public string Key => "sessions";

    public string Title => "Sessions";

    public string Effect => "La session est effacée, avec l’appareil et l’adresse réseau.";

    public int ProposedDays => 180;

    public Task<int> CountAsync(DateTime olderThan, CancellationToken cancellationToken) =>
        Old(olderThan).CountAsync(cancellationToken);

    public Task<int> ApplyAsync(DateTime olderThan, CancellationToken cancellationToken) =>
        Old(olderThan).ExecuteDeleteAsync(cancellationToken);

    // Half an hour without a visit ends a session: a day is far beyond any that is still open.
    private IQueryable<Session> Old(DateTime olderThan) => db.Sessions.Where(s => s.LastSeenAt < olderThan);
}

/// <summary>Links whose time is over, used or not.</summary>
internal sealed class LinkRetention(AccountsDbContext db) : IRetention
{
    public string Key => "liens";

    public string Title => "Liens envoyés par courriel";

    public string Effect => "Le lien, déjà sans valeur, est effacé.";

    public int ProposedDays => 30;

    public Task<int> CountAsync(DateTime olderThan, CancellationToken cancellationToken) =>
        Old(olderThan).CountAsync(cancellationToken);

    public Task<int> ApplyAsync(DateTime olderThan, CancellationToken cancellationToken) =>
        Old(olderThan).ExecuteDeleteAsync(cancellationToken);

    private IQueryable<AccountLink> Old(DateTime olderThan) => db.Links.Where(l => l.ExpiresAt < olderThan);
}

/// <summary>Invitations that were never taken up, of people who act for no space today.</summary>
internal sealed class InvitationRetention(AccountsDbContext db, AccountErasure erasure, TimeProvider clock) : IRetention
{
    public string Key => "comptes-jamais-ouverts";

    public string Title => "Comptes jamais ouverts";

    public string Effect => "Le compte est rendu anonyme et fermé, sauf si la personne agit pour un espace.";

    public int ProposedDays => 90;

    public Task<int> CountAsync(DateTime olderThan, CancellationToken cancellationToken) =>
        Old(olderThan).CountAsync(cancellationToken);

    public Task<int> ApplyAsync(DateTime olderThan, CancellationToken cancellationToken) =>
        erasure.EraseAllAsync(Old(olderThan), "Jamais ouvert.", cancellationToken);

    private IQueryable<Account> Old(DateTime olderThan)
    {
        var today = clock.Today;
        return AccountErasure
            .Whole(db.Accounts)
            .Where(a => a.ActivatedAt == null && a.DisabledAt == null && a.CreatedAt < olderThan)
            .Where(a => !db.Links.Any(l => l.AccountId == a.Id && l.CreatedAt >= olderThan))
            .Where(a => !db.Affiliations.Current(today).Any(f => f.AccountId == a.Id));
    }
}

/// <summary>Accounts that nobody signs in to any more: closed, and a person of ÉcoNum can open them again.</summary>
internal sealed class IdleAccountRetention(AccountsDbContext db, Sessions sessions, TimeProvider clock) : IRetention
{
    public string Key => "comptes-sans-connexion";

    public string Title => "Comptes sans connexion";

    public string Effect => "Le compte est fermé, et peut être rouvert. Ceux des administrateurs restent ouverts.";

    public int ProposedDays => 730;

    public int WarningDays => 30;

    public Task<int> CountAsync(DateTime olderThan, CancellationToken cancellationToken) =>
        Idle(olderThan).CountAsync(cancellationToken);

    public async Task<int> ApplyAsync(DateTime olderThan, CancellationToken cancellationToken)
    {
        var idle = await Idle(olderThan).ToListAsync(cancellationToken);
        foreach (var account in idle)
        {
            account.Disable(clock.UtcNow, "Sans connexion depuis longtemps.");
            await db.AnnounceChangeAsync(account, cancellationToken);
            await sessions.EndAllAsync(account.Id, but: null, cancellationToken);
        }

        await db.SaveChangesAsync(cancellationToken);
        return idle.Count;
    }

    private IQueryable<Account> Idle(DateTime olderThan) =>
        db
            .Accounts.Where(a => a.ActivatedAt != null && a.DisabledAt == null)
            .Where(a => (a.LastSignedInAt ?? a.ActivatedAt) < olderThan)
            .Where(a => a.ReopenedAt == null || a.ReopenedAt < olderThan)
            // Without an administrator nobody could open anything again.
            .Where(a =>
                !db.AccountRoles.Any(h =>
                    h.UserId == a.Id && db.Roles.Any(r => r.Id == h.RoleId && r.Name == Roles.Administrator)
                )
            );
}

/// <summary>Accounts closed for so long that nobody will open them again.</summary>
internal sealed class ClosedAccountRetention(AccountsDbContext db, AccountErasure erasure) : IRetention
{
    public string Key => "comptes-fermes";

    public string Title => "Comptes fermés";

    public string Effect => "Le nom et l’adresse sont effacés ; un pseudonyme les remplace.";

    public int ProposedDays => 365;

    public int WarningDays => 30;

    public Task<int> CountAsync(DateTime olderThan, CancellationToken cancellationToken) =>
        Old(olderThan).CountAsync(cancellationToken);

    public Task<int> ApplyAsync(DateTime olderThan, CancellationToken cancellationToken) =>
        erasure.EraseAllAsync(Old(olderThan), "Fermé depuis longtemps.", cancellationToken);

    private IQueryable<Account> Old(DateTime olderThan) =>
        AccountErasure.Whole(db.Accounts).Where(a => a.DisabledAt < olderThan);
}
