using CaseNumerique.Accounts.Data;
using CaseNumerique.Contracts.Accounts;

namespace CaseNumerique.Accounts.Access;

internal static class SecurityNotice
{
    /// <summary>Has the person told by mail, once this is saved, of a change in how they sign in.</summary>
    /// <param name="what">What has changed, in French, as a sentence.</param>
    public static void TellOwner(this AccountsDbContext db, Account account, string what, DateTime now) =>
        db.Announce(new AccountSecurityChanged(account.Id, Guid.CreateVersion7(), what, now), account.Id);
}
