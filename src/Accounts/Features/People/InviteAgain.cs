using System.Security.Claims;
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

[AuditedAs("Personne invitée de nouveau")]
internal static class InviteAgain
{
    /// <summary>A new link; the ones before it lose their worth.</summary>
    public sealed record Command(Guid AccountId) : IRequest<Unit>;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator(AccountsDbContext db) =>
            RuleFor(c => c.AccountId)
                .MustBeIn(
                    AccountErasure.Whole(db.Accounts).Where(a => a.ActivatedAt == null && a.DisabledAt == null),
                    "Ce compte n’attend pas, ou plus, d’invitation"
                );
    }

    public sealed class Handler(AccountsDbContext db, ICurrentUser user, TimeProvider clock)
        : IRequestHandler<Command, Unit>
    {
        public async Task<Unit> Handle(Command command, CancellationToken cancellationToken)
        {
            var account = await db.Accounts.SingleAsync(a => a.Id == command.AccountId, cancellationToken);
            await db.RevokeInvitationsAsync(account.Id, clock.UtcNow, cancellationToken);
            db.Invite(account, clock.UtcNow, user.Name);
            await db.SaveChangesAsync(cancellationToken);
            return Unit.Value;
        }
    }

    /// <summary>Nobody followed the link in time: somebody still waits for their access, or never saw the mail.</summary>
    public sealed class Todo(AccountsDbContext db, TimeProvider clock) : ITodoSource
    {
        public async Task<IReadOnlyList<TodoItem>> ForAsync(ClaimsPrincipal person, CancellationToken cancellationToken)
        {
            if (!person.IsInRole(Roles.Administrator))
            {
                return [];
            }

            var forgotten = db.Accounts.WithForgottenInvitation(db, clock.UtcNow);
            var count = await forgotten.CountAsync(cancellationToken);
            if (count == 0)
            {
                return [];
            }

            var first = await forgotten
                .OrderBy(a => a.SearchText)
                .Select(a => new { a.Id, a.DisplayName })
                .FirstAsync(cancellationToken);
            return
            [
                new TodoItem(
                    count == 1
                        ? $"Inviter de nouveau {first.DisplayName}"
                        : "Inviter de nouveau ceux qui n’ont pas répondu",
                    count == 1
                        ? $"{AccountActPage.UrlOf(first.Id)}/inviter"
                        : $"/gestion/comptes?etat={AccountWords.Forgotten}",
                    $"{FrenchText.Count(count, "invitation")} sans suite après 72 heures.",
                    "todo",
                    "Expirée",
                    Urgency: 40
                ),
            ];
        }
    }

    [Authorize(Policies.Manage)]
    public sealed class Page(AccountsDbContext db) : AccountActPage(db)
    {
        public Task<IActionResult> OnPostAsync() => ActAsync(new Command(Id), "L’invitation part de nouveau.");
    }
}
