using CaseNumerique.Accounts.Access;
using CaseNumerique.Accounts.Data;
using CaseNumerique.Accounts.Privacy;
using CaseNumerique.SharedKernel;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Accounts.Features.People;

[AuditedAs("Compte rouvert")]
internal static class ReopenAccount
{
    public sealed record Command(Guid AccountId) : IRequest<Unit>;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator(AccountsDbContext db) =>
            RuleFor(c => c.AccountId)
                .MustBeIn(db.Accounts.Where(a => a.DisabledAt != null), "Ce compte n’est pas, ou plus, fermé")
                .MustBeIn(
                    AccountErasure.Whole(db.Accounts),
                    "Cette personne est effacée\u00A0: invitez-la comme une nouvelle"
                );
    }

    public sealed class Handler(AccountsDbContext db, TimeProvider clock) : IRequestHandler<Command, Unit>
    {
        public async Task<Unit> Handle(Command command, CancellationToken cancellationToken)
        {
            var account = await db.Accounts.SingleAsync(a => a.Id == command.AccountId, cancellationToken);
            account.Enable(clock.UtcNow);
            await db.AnnounceChangeAsync(account, cancellationToken);
            await db.SaveChangesAsync(cancellationToken);
            return Unit.Value;
        }
    }

    [Authorize(Policies.Manage)]
    public sealed class Page(AccountsDbContext db) : AccountActPage(db)
    {
        public Task<IActionResult> OnPostAsync() => ActAsync(new Command(Id), "Le compte est rouvert.");
    }
}
