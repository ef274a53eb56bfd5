using CaseNumerique.Accounts.Access;
using CaseNumerique.Accounts.Data;
using CaseNumerique.SharedKernel;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Accounts.Features.People;

[AuditedAs("Compte fermé")]
internal static class CloseAccount
{
    public sealed record Command : IRequest<Unit>
    {
        public Guid AccountId { get; init; }
        public string Reason { get; init; } = "";
    }

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator(AccountsDbContext db, ICurrentUser user)
        {
            RuleFor(c => c.AccountId)
                .MustBeIn(db.Accounts.Where(a => a.DisabledAt == null), "Ce compte est déjà fermé")
                .MustBeSomebodyElse(user)
                .MustAsync(async (id, ct) => !await db.IsLastAdministratorAsync(id, ct))
                .WithMessage(LastAdministrator.Refusal);
            RuleFor(c => c.Reason).MustBeReason();
        }
    }

    public sealed class Handler(AccountsDbContext db, Sessions sessions, TimeProvider clock)
        : IRequestHandler<Command, Unit>
    {
        public async Task<Unit> Handle(Command command, CancellationToken cancellationToken)
        {
            await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
            await db.KeepAdministratorAsync(command.AccountId, cancellationToken);
            // First, so that none of them comes back to life with the account.
            await sessions.EndAllAsync(command.AccountId, but: null, cancellationToken);
            var account = await db.Accounts.SingleAsync(a => a.Id == command.AccountId, cancellationToken);
            account.Disable(clock.UtcNow, command.Reason.Trim());
            await db.RevokeInvitationsAsync(account.Id, clock.UtcNow, cancellationToken);
            await db.AnnounceChangeAsync(account, cancellationToken);
            await db.SaveOrRefuseAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            return Unit.Value;
        }
    }

    [Authorize(Policies.Manage)]
    public sealed class Page(AccountsDbContext db) : AccountActPage(db)
    {
        [BindProperty]
        public Command Form { get; set; } = new();

        public Task<IActionResult> OnPostAsync() =>
            ActAsync(Form with { AccountId = Id }, "Le compte est fermé, et ses sessions sont finies.");
    }
}
