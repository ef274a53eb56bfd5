using CaseNumerique.Accounts.Data;
using CaseNumerique.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Accounts.Access;

internal static class OwnAccount
{
    /// <summary>The account of whoever is signed in, tracked.</summary>
    public static Task<Account> OwnAsync(
        this AccountsDbContext db,
        ICurrentUser user,
        CancellationToken cancellationToken
    )
    {
        var id = user.Id;
        return db.Accounts.SingleAsync(a => a.Id == id, cancellationToken);
    }
}
