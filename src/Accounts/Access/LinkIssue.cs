using CaseNumerique.Accounts.Data;
using CaseNumerique.Contracts.Accounts;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Accounts.Access;

/// <summary>Puts a link into the context that is about to be saved, with the announcement that has it mailed.</summary>
internal static class LinkIssue
{
    /// <summary>An invitation; the ones before it stay good unless they are revoked.</summary>
    public static AccountLink Invite(this AccountsDbContext db, Account account, DateTime now, string? by) =>
        db.Issue(
            new AccountLink
            {
                AccountId = account.Id,
                Purpose = LinkPurpose.Activation,
                Email = account.Email!,
                CreatedAt = now,
                ExpiresAt = now + AccountLink.ActivationLife,
                CreatedBy = by,
            }
        );

    public static AccountLink Issue(this AccountsDbContext db, AccountLink link)
    {
        db.Links.Add(link);
        db.Announce(new AccountLinkIssued(link.Id), link.AccountId);
        return link;
    }

    /// <summary>The invitations that nobody followed lose their worth.</summary>
    public static async Task RevokeInvitationsAsync(
        this AccountsDbContext db,
        Guid accountId,
        DateTime now,
        CancellationToken cancellationToken
    )
    {
        var waiting = await db.Invitations(accountId)
            .Where(l => l.UsedAt == null && l.RevokedAt == null)
            .ToListAsync(cancellationToken);
        waiting.ForEach(link => link.RevokedAt = now);
    }

    /// <summary>Says what an account has become, with the affiliations that are known.</summary>
    public static async Task AnnounceChangeAsync(
        this AccountsDbContext db,
        Account account,
        CancellationToken cancellationToken
    )
    {
        db.AnnounceChange(
            account,
            await db.Affiliations.Where(a => a.AccountId == account.Id).Select(a => a.Id).ToListAsync(cancellationToken)
        );
        await db.AnnounceStaffAsync(account, cancellationToken);
    }

    /// <summary>Says what an account has become to those who keep a copy of it.</summary>
    /// <param name="affiliationIds">All that the account answers for.</param>
    public static void AnnounceChange(this AccountsDbContext db, Account account, IReadOnlyList<Guid> affiliationIds)
    {
        account.Revision++;
        db.Announce(
            new AccountChanged(
                account.Id,
                account.Revision,
                account.DisplayName,
                account.Email!,
                account.State,
                affiliationIds
            ),
            account.Id
        );
    }
}
