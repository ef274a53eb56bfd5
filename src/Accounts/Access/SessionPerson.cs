using System.Security.Claims;
using CaseNumerique.Accounts.Data;
using CaseNumerique.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Accounts.Access;

/// <summary>Who a session is today, read anew at each request: a role, an affiliation or an account that ended is gone at once.</summary>
internal sealed class SessionPerson(AccountsDbContext db, TimeProvider clock)
{
    public const string Scheme = "Session";
    public const string SessionClaim = "case:session";

    /// <summary>Present when a second factor was shown in this session.</summary>
    public const string StrongClaim = "case:strong";

    /// <summary>Present when the person holds a role of ÉcoNum that sleeps until a second factor is shown.</summary>
    public const string MustEnrolClaim = "case:must-enrol";

    /// <summary>The account whose view is shown, read-only.</summary>
    public const string SeesAsClaim = "case:sees-as";

    /// <summary>When the person last proved who they are, in UTC ticks.</summary>
    public const string ProvedAtClaim = "case:proved-at";

    /// <summary>Null when the session has ended, or its account is closed.</summary>
    public async Task<ClaimsPrincipal?> OfAsync(Guid sessionId, CancellationToken cancellationToken)
    {
        var now = clock.UtcNow;
        var found = await db
            .Sessions.AsNoTracking()
            .Where(s => s.Id == sessionId && s.EndedAt == null)
            .Join(db.Accounts, s => s.AccountId, a => a.Id, (s, a) => new { Session = s, Account = a })
            .SingleOrDefaultAsync(cancellationToken);
        if (
            found is not { Session: var session, Account: var account }
            || account.DisabledAt is not null
            || now - session.StartedAt > SessionCookie.Longest
            || now - session.LastSeenAt > SessionCookie.Idle + SessionCookie.SeenEvery
        )
        {
            return null;
        }

        if (now - session.LastSeenAt >= SessionCookie.SeenEvery)
        {
            await db
                .Sessions.Where(s => s.Id == sessionId)
                .ExecuteUpdateAsync(set => set.SetProperty(s => s.LastSeenAt, now), cancellationToken);
        }

        var identity = new ClaimsIdentity(Scheme, ClaimTypes.Name, ClaimTypes.Role);
        identity.AddClaim(new(ClaimTypes.NameIdentifier, account.Id.ToString()));
        identity.AddClaim(new(ClaimTypes.Email, account.Email!));
        identity.AddClaim(new(SessionClaim, session.Id.ToString()));
        identity.AddClaim(
            new(ProvedAtClaim, session.ProvedAt.Ticks.ToString(System.Globalization.CultureInfo.InvariantCulture))
        );
        if (session.StrongSince is not null)
        {
            identity.AddClaim(new(StrongClaim, "true"));
        }

        if (session.SeesAsId is { } seen && await db.Accounts.FindAsync([seen], cancellationToken) is { } other)
        {
            identity.AddClaim(new(SeesAsClaim, other.Id.ToString()));
            identity.AddClaim(new(ClaimTypes.Name, $"Vue de {other.DisplayName}"));
            await AddRightsAsync(identity, other.Id, isStrong: false, cancellationToken);
            return new ClaimsPrincipal(identity);
        }

        identity.AddClaim(new(ClaimTypes.Name, account.DisplayName));
        await AddRightsAsync(identity, account.Id, session.StrongSince is not null, cancellationToken);
        await AddDelegatedAsync(identity, account.Id, session.StrongSince is not null, cancellationToken);
        return new ClaimsPrincipal(identity);
    }

    private async Task AddDelegatedAsync(
        ClaimsIdentity identity,
        Guid accountId,
        bool isStrong,
        CancellationToken cancellationToken
    )
    {
        var absent = await db
            .Delegations.AsNoTracking()
            .Current(clock.Today)
            .Where(d => d.ToId == accountId)
            .Join(db.Accounts, d => d.FromId, a => a.Id, (d, a) => a)
            .Where(a => a.DisabledAt == null)
            .Select(a => a.Id)
            .Distinct()
            .ToListAsync(cancellationToken);
        foreach (var id in absent)
        {
            identity.AddClaim(new(PersonScope.ActsForClaim, id.ToString()));
            await AddRightsAsync(identity, id, isStrong, cancellationToken);
        }
    }

    private async Task AddRightsAsync(
        ClaimsIdentity identity,
        Guid accountId,
        bool isStrong,
        CancellationToken cancellationToken
    )
    {
        var roles = await db
            .AccountRoles.Where(h => h.UserId == accountId)
            .Join(db.Roles, h => h.RoleId, r => r.Id, (h, r) => r.Name!)
            .ToListAsync(cancellationToken);
        foreach (var role in roles)
        {
            var sleeps = Roles.EcoNum.Contains(role) && !isStrong;
            Add(sleeps ? new(MustEnrolClaim, "true") : new(ClaimTypes.Role, role));
        }

        var affiliations = await db
            .Affiliations.AsNoTracking()
            .Current(clock.Today)
            .Where(a => a.AccountId == accountId)
            .ToListAsync(cancellationToken);
        foreach (var affiliation in affiliations)
        {
            Add(new(ClaimTypes.Role, affiliation.Role));
            Add(new(PersonScope.EpnClaim, affiliation.EpnId.ToString()));
            if (affiliation.CanEdit)
            {
                Add(new(PersonScope.EpnEditClaim, affiliation.EpnId.ToString()));
            }
        }

        void Add(Claim claim)
        {
            if (!identity.HasClaim(claim.Type, claim.Value))
            {
                identity.AddClaim(claim);
            }
        }
    }
}

internal static class SessionClaims
{
    extension(ClaimsPrincipal person)
    {
        public Guid? SessionId =>
            Guid.TryParse(person.FindFirstValue(SessionPerson.SessionClaim), out var id) ? id : null;

        public DateTime? ProvedAt =>
            long.TryParse(person.FindFirstValue(SessionPerson.ProvedAtClaim), out var ticks)
                ? new DateTime(ticks, DateTimeKind.Utc)
                : null;

        public bool IsStrong => person.HasClaim(SessionPerson.StrongClaim, "true");

        /// <summary>Whether a role of ÉcoNum waits for a second factor.</summary>
        public bool MustEnrol => person.HasClaim(SessionPerson.MustEnrolClaim, "true");

        public bool SeesAsAnother => person.HasClaim(c => c.Type == SessionPerson.SeesAsClaim);
    }
}
