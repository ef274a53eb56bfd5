using CaseNumerique.Accounts.Access;
using CaseNumerique.Accounts.Data;
using CaseNumerique.SharedKernel;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Accounts.Features.People;

/// <summary>For whoever has lost their telephone and their recovery codes, and proved otherwise who they are.</summary>
[AuditedAs("Second facteur réinitialisé")]
internal static class ResetSecondFactor
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
                .MustBeIn(
                    db.Accounts.Where(a =>
                        a.DisabledAt == null && (a.TotpSince != null || db.Passkeys.Any(p => p.UserId == a.Id))
                    ),
                    "Ce compte n’a pas, ou plus, de second facteur"
                )
                .MustBeSomebodyElse(user);
            RuleFor(c => c.Reason).MustBeReason();
        }
    }

    public sealed class Handler(AccountsDbContext db, Sessions sessions, IAuditJournal journal, TimeProvider clock)
        : IRequestHandler<Command, Unit>
    {
        public async Task<Unit> Handle(Command command, CancellationToken cancellationToken)
        {
            var id = command.AccountId;
            await sessions.EndAllAsync(id, but: null, cancellationToken);
            var account = await db.Accounts.SingleAsync(a => a.Id == id, cancellationToken);
            account.ForgetTotp();
            db.RecoveryCodes.RemoveRange(
                await db.RecoveryCodes.Where(c => c.AccountId == id).ToListAsync(cancellationToken)
            );
            // They lie in the telephone that is lost.
            db.Passkeys.RemoveRange(await db.Passkeys.Where(p => p.UserId == id).ToListAsync(cancellationToken));
            db.TellOwner(
                account,
                "Votre second facteur a été réinitialisé par l’administration, et vos sessions sont fermées.",
                clock.UtcNow
            );
            await db.SaveChangesAsync(cancellationToken);
            await journal.RecordAsync(
                new AuditFact(
                    "account.second-factor-reset",
                    "Second facteur réinitialisé",
                    $"Compte {id}",
                    Details: new Dictionary<string, string?> { ["Motif"] = command.Reason.Trim() }
                ),
                cancellationToken
            );
            return Unit.Value;
        }
    }

    [Authorize(Policies.Manage)]
    public sealed class Page(AccountsDbContext db) : AccountActPage(db)
    {
        [BindProperty]
        public Command Form { get; set; } = new();

        public Task<IActionResult> OnPostAsync() =>
            ActAsync(Form with { AccountId = Id }, "Le second facteur est réinitialisé, et les sessions sont finies.");
    }
}
