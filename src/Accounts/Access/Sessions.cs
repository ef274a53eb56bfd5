using System.Security.Claims;
using CaseNumerique.Accounts.Data;
using CaseNumerique.Contracts.Accounts;
using CaseNumerique.SharedKernel;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Accounts.Access;

/// <summary>Opens and ends sessions.</summary>
internal sealed class Sessions(
    AccountsDbContext db,
    IHttpContextAccessor http,
    Device device,
    IAuditJournal journal,
    TimeProvider clock
)
{
    /// <summary>For how long a person who has shown who they are may change how they sign in.</summary>
    public static readonly TimeSpan ProofLife = TimeSpan.FromMinutes(10);

    private HttpContext Context =>
        http.HttpContext ?? throw new InvalidOperationException("A session belongs to a browser.");

    /// <summary>Whether the person has shown a moment ago who they are (ASVS 7.5.1).</summary>
    public bool IsProven => Context.User.ProvedAt is { } at && clock.UtcNow - at <= ProofLife;

    /// <summary>Signs the person in on this machine, and has them told when it is a new one.</summary>
    /// <param name="method">One of <see cref="SignInMethod"/>.</param>
    /// <param name="isStrong">Whether a second factor was shown.</param>
    public async Task StartAsync(Account account, string method, bool isStrong, CancellationToken cancellationToken)
    {
        var now = clock.UtcNow;
        var known = db.Sessions.Where(s => s.AccountId == account.Id);
        var deviceId = device.Remember(Context);
        var isKnownDevice = await known.AnyAsync(s => s.DeviceId == deviceId, cancellationToken);
        var isNewDevice = !isKnownDevice && await known.AnyAsync(cancellationToken);
        var session = new Session
        {
            AccountId = account.Id,
            DeviceId = deviceId,
            DeviceName = Device.NameOf(Context),
            Address = Context.Connection.RemoteIpAddress?.ToString() ?? "",
            Method = method,
            StartedAt = now,
            LastSeenAt = now,
            StrongSince = isStrong ? now : null,
            ProvedAt = now,
        };
        db.Sessions.Add(session);
        account.LastSignedInAt = now;
        if (isNewDevice)
        {
            db.Announce(new NewDeviceSignedIn(account.Id, session.Id), account.Id);
        }

        // What was tried elsewhere stays counted: else each visit of the person would give those who guess five more tries.
        var lane = isKnownDevice ? deviceId : SignInThrottle.Strangers;
        await db
            .Throttles.Where(t => t.AccountId == account.Id && t.DeviceId == lane)
            .ExecuteDeleteAsync(cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        await journal.RecordAsync(
            new AuditFact(
                "account.signed-in",
                isStrong ? "Connexion avec second facteur" : "Connexion",
                $"Compte {account.Id}",
                Details: new Dictionary<string, string?> { ["Moyen"] = method, ["Appareil"] = session.DeviceName },
                ActorId: account.Id
            ),
            cancellationToken
        );
        // Ends the session that this browser may still hold, so that a planted cookie is never promoted (ASVS 7.2.4).
        await EndAsync(Context.User.SessionId, cancellationToken);
        await Context.SignOutAsync(SignInStep.Scheme);
        var ticket = new ClaimsIdentity([new(SessionPerson.SessionClaim, session.Id.ToString())], SessionPerson.Scheme);
        await Context.SignInAsync(IdentityConstants.ApplicationScheme, new ClaimsPrincipal(ticket));
    }

    /// <summary>The person has shown again who they are; saved with what the caller changes.</summary>
    /// <param name="isStrong">Whether that was a second factor, which wakes the roles of ÉcoNum.</param>
    public async Task<Session> ProveAsync(bool isStrong, CancellationToken cancellationToken)
    {
        var id = Context.User.SessionId;
        var session = await db.Sessions.SingleAsync(s => s.Id == id, cancellationToken);
        session.ProvedAt = clock.UtcNow;
        session.StrongSince = isStrong ? session.ProvedAt : session.StrongSince;
        return session;
    }

    /// <summary>Ends the person's sessions on all other machines.</summary>
    public Task<int> EndOthersAsync(CancellationToken cancellationToken) =>
        EndAllAsync(Context.User.AccountId!.Value, Context.User.SessionId, cancellationToken);

    public Task<int> EndAsync(Guid? sessionId, CancellationToken cancellationToken)
    {
        var now = clock.UtcNow;
        return db
            .Sessions.Where(s => s.Id == sessionId && s.EndedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(s => s.EndedAt, now), cancellationToken);
    }

    /// <summary>Ends all sessions of an account, but one where given.</summary>
    public Task<int> EndAllAsync(Guid accountId, Guid? but, CancellationToken cancellationToken)
    {
        var now = clock.UtcNow;
        return db
            .Sessions.Where(s => s.AccountId == accountId && s.EndedAt == null && s.Id != but)
            .ExecuteUpdateAsync(set => set.SetProperty(s => s.EndedAt, now), cancellationToken);
    }
}
