using CaseNumerique.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Accounts.Data;

internal static class AccountQueries
{
    public static IQueryable<Account> Open(this IQueryable<Account> accounts) =>
        accounts.Where(a => a.ActivatedAt != null && a.DisabledAt == null);

    /// <summary>Whoever stands where those who look do not: without a role of ÉcoNum.</summary>
    public static IQueryable<Account> ThatMayBeSeenAs(this IQueryable<Account> accounts, AccountsDbContext db)
    {
        var econum = db.HoldersOf(Roles.EcoNum);
        return accounts.Open().Where(a => !econum.Contains(a.Id));
    }

    /// <summary>Each word is found somewhere in the name or the address.</summary>
    public static IQueryable<Account> Matching(this IQueryable<Account> accounts, string? search) =>
        FrenchText
            .Fold(search)
            .Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Aggregate(accounts, (found, word) => found.Where(a => a.SearchText.Contains(word)));

    /// <summary>Invited, and no link is good any longer though nobody took one back.</summary>
    public static IQueryable<Account> WithForgottenInvitation(
        this IQueryable<Account> accounts,
        AccountsDbContext db,
        DateTime now
    )
    {
        var waiting = db.Links.Where(l =>
            l.Purpose == LinkPurpose.Activation && l.UsedAt == null && l.RevokedAt == null
        );
        return accounts
            .Where(a => a.ActivatedAt == null && a.DisabledAt == null)
            .Where(a => waiting.Any(l => l.AccountId == a.Id))
            .Where(a => !waiting.Any(l => l.AccountId == a.Id && l.ExpiresAt > now));
    }

    public static IQueryable<AccountLink> Invitations(this AccountsDbContext db, Guid accountId) =>
        db.Links.Where(l => l.AccountId == accountId && l.Purpose == LinkPurpose.Activation);

    /// <summary>The accounts that were given one of the roles.</summary>
    public static IQueryable<Guid> HoldersOf(this AccountsDbContext db, string[] roles) =>
        db.AccountRoles.Join(
            db.Roles.Where(r => roles.Contains(r.Name)),
            held => held.RoleId,
            role => role.Id,
            (held, role) => held.UserId
        );

    /// <summary>The roles that the account was given.</summary>
    public static IQueryable<string> RolesOf(this AccountsDbContext db, Guid accountId) =>
        db.AccountRoles.Where(h => h.UserId == accountId).Join(db.Roles, h => h.RoleId, r => r.Id, (h, r) => r.Name!);

    /// <summary>Whether somebody else can still administer.</summary>
    public static Task<bool> HasOtherAdministratorAsync(
        this AccountsDbContext db,
        Guid accountId,
        CancellationToken cancellationToken
    )
    {
        var administrators = db.HoldersOf([Roles.Administrator]);
        return db.Accounts.Open().AnyAsync(a => a.Id != accountId && administrators.Contains(a.Id), cancellationToken);
    }
}
