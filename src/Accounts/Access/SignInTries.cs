using CaseNumerique.Accounts.Data;
using CaseNumerique.SharedKernel;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Accounts.Access;

/// <summary>Counts the failed tries on an account: see <see cref="SignInThrottle"/>.</summary>
internal sealed class SignInTries(
    AccountsDbContext db,
    IHttpContextAccessor http,
    Device device,
    IAuditJournal journal,
    TimeProvider clock
)
{
    public async Task<bool> IsClosedAsync(Guid accountId, CancellationToken cancellationToken)
    {
        var (lane, now) = (await LaneAsync(accountId, cancellationToken), clock.UtcNow);
        return await db.Throttles.AnyAsync(
            t => t.AccountId == accountId && t.DeviceId == lane && t.ClosedUntil > now,
            cancellationToken
        );
    }

    public async Task FailAsync(Guid accountId, CancellationToken cancellationToken)
    {
        var lane = await LaneAsync(accountId, cancellationToken);
        var throttle = await db.Throttles.FindAsync([accountId, lane], cancellationToken);
        if (throttle is null)
        {
            throttle = new SignInThrottle { AccountId = accountId, DeviceId = lane };
            db.Throttles.Add(throttle);
        }

        throttle.Fail(clock.UtcNow);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException error) when (error.IsDuplicate())
        {
            // Two first failures at the same instant: one of them counts.
        }

        await RecordAsync(accountId, cancellationToken);
    }

    /// <summary>A try that counts on no account: it is recorded, and takes as long as one that counts.</summary>
    /// <param name="accountId">Null for an address without an account.</param>
    public async Task FailUncountedAsync(Guid? accountId, CancellationToken cancellationToken)
    {
        await LaneAsync(accountId ?? Guid.Empty, cancellationToken);
        await db
            .Throttles.Where(t => t.AccountId == Guid.Empty)
            .ExecuteUpdateAsync(set => set.SetProperty(t => t.Failures, t => t.Failures), cancellationToken);
        await RecordAsync(accountId, cancellationToken);
    }

    private Task RecordAsync(Guid? accountId, CancellationToken cancellationToken) =>
        journal.RecordAsync(
            new AuditFact(
                "account.sign-in-refused",
                "Connexion refusée",
                accountId is null ? "Adresse sans compte" : $"Compte {accountId}",
                AuditOutcome.Refused,
                ActorId: accountId
            ),
            cancellationToken
        );

    private async Task<Guid> LaneAsync(Guid accountId, CancellationToken cancellationToken) =>
        device.IdOf(http.HttpContext!) is { } id
        && await db.Sessions.AnyAsync(s => s.AccountId == accountId && s.DeviceId == id, cancellationToken)
            ? id
            : SignInThrottle.Strangers;
}
