using CaseNumerique.Accounts.Data;
using CaseNumerique.Contracts.Accounts;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Accounts.Access;

/// <summary>Says who works on files, to modules that assign them: in the context that is about to be saved.</summary>
internal static class StaffAnnouncement
{
    /// <summary>With the roles that the account holds; silent about people who hold none.</summary>
    public static async Task AnnounceStaffAsync(
        this AccountsDbContext db,
        Account account,
        CancellationToken cancellationToken
    )
    {
        var roles = await db.RolesOf(account.Id).ToListAsync(cancellationToken);
        if (roles.Count > 0)
        {
            db.AnnounceStaff(account, roles);
        }
    }

    /// <param name="roles">All that the account holds from now on; empty when it was taken the last one.</param>
    public static void AnnounceStaff(this AccountsDbContext db, Account account, IReadOnlyList<string> roles)
    {
        account.Revision++;
        db.Announce(
            new StaffChanged(
                account.Id,
                account.Revision,
                account.DisplayName,
                account.Email!,
                [.. roles.Order(StringComparer.Ordinal)],
                account.IsOpen
            ),
            account.Id
        );
    }
}
