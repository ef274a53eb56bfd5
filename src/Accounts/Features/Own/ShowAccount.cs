using CaseNumerique.Accounts.Access;
using CaseNumerique.Accounts.Data;
using CaseNumerique.SharedKernel;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Accounts.Features.Own;

/// <summary>All that the site knows of a person's own account, and the way to each change.</summary>
internal static class ShowAccount
{
    public const string Path = "/mon-compte";

    private const int SignInsShown = 10;

    public sealed record Query : IRequest<View>;

    public sealed record View(
        Account Account,
        IReadOnlyList<string> Roles,
        IReadOnlyList<Affiliation> Affiliations,
        IReadOnlyList<string> Providers,
        IReadOnlyList<Stand> Delegations,
        IReadOnlyList<Session> SignIns,
        IReadOnlyList<Consent> Consents,
        string? PendingEmail,
        int Passkeys,
        int RecoveryCodes,
        int OpenSessions
    );

    /// <summary>A delegation, seen from one of its two ends.</summary>
    /// <param name="IsGiven">Whether the other stands in for the person, and not the reverse.</param>
    public sealed record Stand(bool IsGiven, string Other, DateOnly StartsOn, DateOnly EndsOn, string Reason);

    public sealed class Handler(AccountsDbContext db, ICurrentUser user, TimeProvider clock)
        : IRequestHandler<Query, View>
    {
        public async Task<View> Handle(Query query, CancellationToken cancellationToken)
        {
            var (id, today) = (user.Id, clock.Today);
            var sessions = db.Sessions.AsNoTracking().Where(s => s.AccountId == id);
            return new View(
                await db.Accounts.AsNoTracking().SingleAsync(a => a.Id == id, cancellationToken),
                await db.RolesOf(id!.Value).ToListAsync(cancellationToken),
                await db
                    .Affiliations.AsNoTracking()
                    .Where(a => a.AccountId == id && (a.EndsOn == null || a.EndsOn >= today))
                    .OrderBy(a => a.EpnName)
                    .ToListAsync(cancellationToken),
                await db
                    .Logins.Where(l => l.UserId == id)
                    .Select(l => l.ProviderDisplayName ?? l.LoginProvider)
                    .ToListAsync(cancellationToken),
                await DelegationsAsync(id, today, cancellationToken),
                await sessions.OrderByDescending(s => s.StartedAt).Take(SignInsShown).ToListAsync(cancellationToken),
                await db
                    .Consents.AsNoTracking()
                    .Where(c => c.AccountId == id && c.WithdrawnAt == null)
                    .OrderByDescending(c => c.GivenAt)
                    .ToListAsync(cancellationToken),
                await db.PendingEmailLinks(id, clock.UtcNow)
                    .Select(l => l.NewEmail)
                    .FirstOrDefaultAsync(cancellationToken),
                await db.Passkeys.CountAsync(p => p.UserId == id, cancellationToken),
                await db.RecoveryCodes.CountAsync(c => c.AccountId == id && c.UsedAt == null, cancellationToken),
                await sessions.Alive(clock.UtcNow).CountAsync(cancellationToken)
            );
        }

        private Task<List<Stand>> DelegationsAsync(Guid? id, DateOnly today, CancellationToken cancellationToken) =>
            db
                .Delegations.Where(d => d.FromId == id || d.ToId == id)
                .Where(d => d.RevokedAt == null && d.EndsOn >= today)
                .OrderBy(d => d.StartsOn)
                .Join(
                    db.Accounts,
                    d => d.FromId == id ? d.ToId : d.FromId,
                    a => a.Id,
                    (d, a) => new Stand(d.FromId == id, a.DisplayName, d.StartsOn, d.EndsOn, d.Reason)
                )
                .ToListAsync(cancellationToken);
    }

    [Authorize(Policies.Own)]
    public sealed class Page : SlicePage
    {
        public View Shown { get; private set; } = null!;

        public async Task OnGetAsync() => Shown = await SendAsync(new Query());
    }
}
