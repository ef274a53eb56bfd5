using CaseNumerique.Accounts.Access;
using CaseNumerique.Accounts.Data;
using CaseNumerique.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Accounts.Privacy;

/// <summary>Makes an account nobody's: closed for good, under a pseudonym, without a way in.</summary>
/// <remarks>The row stays, since acts and affiliations point to it. Doing it twice changes nothing more.</remarks>
internal sealed class AccountErasure(AccountsDbContext db, TimeProvider clock)
{
    /// <summary>Reserved by RFC 2606: no mail can ever reach it.</summary>
    private const string Nowhere = "@efface.invalid";

    public static bool IsErased(Account account) => account.Email!.EndsWith(Nowhere, StringComparison.Ordinal);

    /// <summary>Accounts that still are somebody's.</summary>
    public static IQueryable<Account> Whole(IQueryable<Account> accounts) =>
        accounts.Where(a => !a.Email!.EndsWith(Nowhere));

    /// <summary>Each under a pseudonym of its own.</summary>
    /// <returns>How many.</returns>
    public async Task<int> EraseAllAsync(
        IQueryable<Account> accounts,
        string reason,
        CancellationToken cancellationToken
    )
    {
        var ids = await accounts.Select(a => a.Id).ToListAsync(cancellationToken);
        foreach (var id in ids)
        {
            await EraseAsync(id, Pseudonym.Draw(), reason, cancellationToken);
        }

        return ids.Count;
    }

    public async Task EraseAsync(Guid id, string pseudonym, string reason, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var account = await db.Accounts.SingleAsync(a => a.Id == id, cancellationToken);
        if (IsErased(account))
        {
            return;
        }

        await ForgetWaysInAsync(id, cancellationToken);
        await ForgetWordsAsync(account, pseudonym, cancellationToken);
        account.DisplayName = pseudonym;
        account.Email = account.UserName = $"{id:N}{Nowhere}";
        account.NormalizedEmail = account.NormalizedUserName = account.Email.ToUpperInvariant();
        account.EmailConfirmed = false;
        account.PasswordHash = null;
        account.SecurityStamp = Guid.NewGuid().ToString();
        account.LastSignedInAt = null;
        account.ForgetTotp();
        account.Disable(clock.UtcNow, reason);
        await db.AnnounceChangeAsync(account, cancellationToken);
        // The roles are gone already; copies of whoever held one, today or before, must forget the name.
        db.AnnounceStaff(account, []);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    private async Task ForgetWaysInAsync(Guid id, CancellationToken cancellationToken)
    {
        await db.Sessions.Where(s => s.AccountId == id).ExecuteDeleteAsync(cancellationToken);
        await db.Throttles.Where(t => t.AccountId == id).ExecuteDeleteAsync(cancellationToken);
        await db.Links.Where(l => l.AccountId == id).ExecuteDeleteAsync(cancellationToken);
        await db.RecoveryCodes.Where(c => c.AccountId == id).ExecuteDeleteAsync(cancellationToken);
        await db.Logins.Where(l => l.UserId == id).ExecuteDeleteAsync(cancellationToken);
        await db.Passkeys.Where(p => p.UserId == id).ExecuteDeleteAsync(cancellationToken);
        await db.AccountRoles.Where(r => r.UserId == id).ExecuteDeleteAsync(cancellationToken);
        await db.Consents.Where(c => c.AccountId == id).ExecuteDeleteAsync(cancellationToken);
    }

    /// <summary>What others' rows say of the person.</summary>
    private async Task ForgetWordsAsync(Account account, string pseudonym, CancellationToken cancellationToken)
    {
        await db
            .Delegations.Where(d => d.FromId == account.Id || d.ToId == account.Id)
            .ExecuteUpdateAsync(set => set.SetProperty(d => d.Reason, ""), cancellationToken);
        await db
            .Links.Where(l => l.CreatedBy == account.DisplayName)
            .ExecuteUpdateAsync(set => set.SetProperty(l => l.CreatedBy, pseudonym), cancellationToken);
    }
}
