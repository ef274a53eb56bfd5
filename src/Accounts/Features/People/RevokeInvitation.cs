using CaseNumerique.Accounts.Data;
using CaseNumerique.SharedKernel;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Accounts.Features.People;

[AuditedAs("Invitation annulée")]
internal static class RevokeInvitation
{
    public sealed record Command(Guid AccountId, Guid LinkId) : IRequest<Unit>;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator(AccountsDbContext db, TimeProvider clock) =>
            RuleFor(c => c)
                .MustAsync(
                    async (c, ct) =>
                        await db.Invitations(c.AccountId).SingleOrDefaultAsync(l => l.Id == c.LinkId, ct) is { } link
                        && link.IsGood(clock.UtcNow)
                )
                .WithMessage("Cette invitation n’est plus valable\u00A0: il n’y a rien à annuler");
    }

    public sealed class Handler(AccountsDbContext db, TimeProvider clock) : IRequestHandler<Command, Unit>
    {
        public async Task<Unit> Handle(Command command, CancellationToken cancellationToken)
        {
            var link = await db.Invitations(command.AccountId)
                .SingleAsync(l => l.Id == command.LinkId, cancellationToken);
            link.RevokedAt = clock.UtcNow;
            await db.SaveChangesAsync(cancellationToken);
            return Unit.Value;
        }
    }

    [Authorize(Policies.Manage)]
    public sealed class Page(AccountsDbContext db) : AccountActPage(db)
    {
        public Task<IActionResult> OnPostAsync(Guid lienId) =>
            ActAsync(new Command(Id, lienId), "L’invitation est annulée.");
    }
}
