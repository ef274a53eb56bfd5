using CaseNumerique.Accounts.Data;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Accounts.Access;

internal static class RecoverySheet
{
    /// <summary>Ten new codes in place of all earlier ones. They are shown once: only their hashes are saved.</summary>
    public static async Task<IReadOnlyList<string>> DrawRecoveryCodesAsync(
        this AccountsDbContext db,
        Guid accountId,
        CancellationToken cancellationToken
    )
    {
        await db.DropRecoveryCodesAsync(accountId, cancellationToken);
        string[] codes = [.. Enumerable.Range(0, RecoveryCode.PerPerson).Select(_ => RecoveryCode.Draw())];
        db.RecoveryCodes.AddRange(
            codes.Select(code => new RecoveryCode { AccountId = accountId, Hash = RecoveryCode.HashOf(code) })
        );
        return codes;
    }

    public static async Task DropRecoveryCodesAsync(
        this AccountsDbContext db,
        Guid accountId,
        CancellationToken cancellationToken
    ) =>
        db.RecoveryCodes.RemoveRange(
            await db.RecoveryCodes.Where(c => c.AccountId == accountId).ToListAsync(cancellationToken)
        );
}
