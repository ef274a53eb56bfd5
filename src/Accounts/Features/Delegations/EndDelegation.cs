using CaseNumerique.Accounts.Data;
using CaseNumerique.Contracts.Accounts;
using CaseNumerique.SharedKernel;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Accounts.Features.Delegations;

/// <summary>Ends a stand-in before its last day: either of the two may, and an administrator.</summary>
[AuditedAs("Remplacement terminé")]
internal static class EndDelegation
{
    public sealed record Command(Guid Id) : IRequest<Unit>;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator(AccountsDbContext db, TimeProvider clock) =>
            RuleFor(c => c.Id)
                .MustAsync((id, ct) => db.Delegations.NotOver(clock.Today).AnyAsync(d => d.Id == id, ct))
                .WithMessage("Ce remplacement est déjà terminé")
                .OverridePropertyName("");
    }

    public sealed class Handler(AccountsDbContext db, TimeProvider clock) : IRequestHandler<Command, Unit>
    {
        public async Task<Unit> Handle(Command command, CancellationToken cancellationToken)
        {
            var delegation = await db.Delegations.SingleAsync(d => d.Id == command.Id, cancellationToken);
            delegation.RevokedAt = clock.UtcNow;
            db.Announce(new DelegationEnded(delegation.Id), delegation.Id);
            await db.SaveChangesAsync(cancellationToken);
            return Unit.Value;
        }
    }

    [Authorize(Policies.Own)]
    public sealed class Page(AccountsDbContext db) : SlicePage
    {
        public DelegationRow Shown { get; private set; } = null!;

        public string Back =>
            User.AccountId is { } id && (id == Shown.Delegation.FromId || id == Shown.Delegation.ToId)
                ? ListOwnDelegations.Path
                : ListDelegations.Path;

        public async Task<IActionResult> OnGetAsync(Guid id) => await FindAsync(id) ? Page() : NotFound();

        public async Task<IActionResult> OnPostAsync(Guid id) =>
            await FindAsync(id)
                ? await SendThenRedirectAsync(new Command(id), _ => Back, "Le remplacement est terminé.")
                : NotFound();

        private async Task<bool> FindAsync(Guid id)
        {
            var (own, seesAll) = (User.AccountId, User.IsInRole(Roles.Administrator));
            Shown = (
                await db
                    .Delegations.AsNoTracking()
                    .Where(d => d.Id == id && (seesAll || d.FromId == own || d.ToId == own))
                    .WithNames(db)
                    .SingleOrDefaultAsync(HttpContext.RequestAborted)
            )!;
            return Shown is not null;
        }
    }
}
