using CaseNumerique.Accounts.Access;
using CaseNumerique.Accounts.Data;
using CaseNumerique.Accounts.Privacy;
using CaseNumerique.SharedKernel;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Accounts.Features.People;

internal static class ShowAccount
{
    public sealed record Query(Guid Id) : IRequest<View?>;

    public sealed record View(
        Account Account,
        IReadOnlyList<string> Roles,
        IReadOnlyList<Affiliation> Affiliations,
        int OpenSessions,
        int Passkeys,
        IReadOnlyList<AccountLink> Invitations,
        IReadOnlyList<DelegationRow> StandIns,
        bool MayBeSeenAs
    );

    public sealed class Handler(AccountsDbContext db, TimeProvider clock) : IRequestHandler<Query, View?>
    {
        public async Task<View?> Handle(Query query, CancellationToken cancellationToken)
        {
            var id = query.Id;
            var account = await db.Accounts.AsNoTracking().SingleOrDefaultAsync(a => a.Id == id, cancellationToken);
            if (account is null)
            {
                return null;
            }

            var (longest, idle) = (clock.UtcNow - SessionCookie.Longest, clock.UtcNow - SessionCookie.Idle);
            return new View(
                account,
                await db.RolesOf(id).ToListAsync(cancellationToken),
                await db
                    .Affiliations.AsNoTracking()
                    .Where(a => a.AccountId == id)
                    .OrderByDescending(a => a.StartsOn)
                    .ThenBy(a => a.EpnName)
                    .ToListAsync(cancellationToken),
                await db.Sessions.CountAsync(
                    s => s.AccountId == id && s.EndedAt == null && s.StartedAt > longest && s.LastSeenAt > idle,
                    cancellationToken
                ),
                await db.Passkeys.CountAsync(p => p.UserId == id, cancellationToken),
                await db.Invitations(id)
                    .AsNoTracking()
                    .OrderByDescending(l => l.CreatedAt)
                    .ToListAsync(cancellationToken),
                await db
                    .Delegations.AsNoTracking()
                    .Where(d => d.FromId == id || d.ToId == id)
                    .WithNames(db)
                    .ToListAsync(cancellationToken),
                await db.Accounts.ThatMayBeSeenAs(db).AnyAsync(a => a.Id == id, cancellationToken)
            );
        }
    }

    [Authorize(Policies.Read)]
    public sealed class Page(TimeProvider clock) : SlicePage
    {
        public View Shown { get; private set; } = null!;

        public bool IsOneself => Shown.Account.Id == User.AccountId;
        public bool IsErased => AccountErasure.IsErased(Shown.Account);
        public bool MayManage => User.IsInRole(Roles.Administrator);
        public DateTime Now => clock.UtcNow;
        public DateOnly Today => clock.Today;

        public async Task<IActionResult> OnGetAsync(Guid id)
        {
            Shown = (await SendAsync(new Query(id)))!;
            return Shown is null ? NotFound() : Page();
        }
    }
}
