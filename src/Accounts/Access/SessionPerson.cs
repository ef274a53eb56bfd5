using System.Security.Claims;
using CaseNumerique.Accounts.Data;
using CaseNumerique.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Accounts.Access;

/// <summary>Who a session is today, read anew at each request: a role, an affiliation or an account that ended is gone at once.</summary>
internal sealed class SessionPerson(AccountsDbContext db, SeeAsSessions views, TimeProvider clock)
{
    public const string Scheme = "Session";
    public const string SessionClaim = "case:session";

    /// <summary>Present when a second factor was shown in this session.</summary>
    public const string StrongClaim = "case:strong";

    /// <summary>Present when the person holds a role of ÉcoNum that sleeps until a second factor is shown.</summary>
    public const string MustEnrolClaim = "case:must-enrol";

    /// <summary>The account whose view is shown, read-only.</summary>
    public const string SeesAsClaim = "case:sees-as";

    /// <summary>In whose place the person stands, and until when: in French, for the head of each page.</summary>
    public const string StandsInClaim = "case:stands-in";

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

        var isStrong = session.StrongSince is not null;
        var identity = Identity(session, account);
        identity.AddClaim(new(ClaimTypes.Name, account.DisplayName));
        await AddRightsAsync(identity, account.Id, isStrong, cancellationToken);
        await AddDelegatedAsync(identity, account.Id, isStrong, cancellationToken);
        var person = new ClaimsPrincipal(identity);
        return session.SeesAsId is null ? person : await ViewAsync(person, session, account, cancellationToken);
    }

    /// <summary>The view of another, with the rights of that one alone; the person's own again once it may not go on.</summary>
    private async Task<ClaimsPrincipal> ViewAsync(
        ClaimsPrincipal person,
        Session session,
        Account account,
        CancellationToken cancellationToken
    )
    {
        var seen = await views.SeenAsync(session, cancellationToken);
        if (seen is null || !person.IsEcoNum)
        {
            await views.EndAsync(session.Id, account.Id, "Fin de la durée ou du droit", cancellationToken);
            return person;
        }

        var identity = Identity(session, account);
        identity.AddClaim(new(SeesAsClaim, seen.Id.ToString()));
        identity.AddClaim(new(ClaimTypes.Name, $"Vue de {seen.DisplayName}"));
        await AddRightsAsync(identity, seen.Id, isStrong: false, cancellationToken);
        return new ClaimsPrincipal(identity);
    }

    private static ClaimsIdentity Identity(Session session, Account account)
    {
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

        return identity;
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
            .Join(db.Accounts.Where(a => a.DisabledAt == null), d => d.FromId, a => a.Id, (d, a) => new { d, a })
            .Select(x => new
            {
                x.a.Id,
                x.a.DisplayName,
                x.d.EndsOn,
            })
            .ToListAsync(cancellationToken);
        foreach (var person in absent)
        {
            identity.AddClaim(new(PersonScope.ActsForClaim, person.Id.ToString()));
            identity.AddClaim(
                new(StandsInClaim, $"{person.DisplayName} jusqu’au {FrenchText.Date(person.EndsOn)} inclus")
            );
            await AddRightsAsync(identity, person.Id, isStrong, cancellationToken);
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

            if (affiliation.Role == Roles.Manager)
            {
                Add(new(PersonScope.EpnManageClaim, affiliation.EpnId.ToString()));
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

        /// <summary>In whose place the person stands today, and until when: in French.</summary>
        public IEnumerable<string> StandsInFor => person.FindAll(SessionPerson.StandsInClaim).Select(c => c.Value);

        public bool SeesAsAnother => person.HasClaim(c => c.Type == SessionPerson.SeesAsClaim);
    }
}
